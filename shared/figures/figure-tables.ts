// Figures as the tables of a workbook that leaves the house: the numbers of the page, with its digits, and none that are hidden on paper.
import type { CountsOf, FigureName } from '../api/figures.ts';
import { provinceByCode, regions } from '../places/provinces.ts';
import { strategyNames } from '../survey/strategies.ts';
import type { Lang, Names } from '../text/names.ts';
import { dayCell, type SheetCell } from '../workbook/cells.ts';
import { monthSeries } from './by-month.ts';
import { provinceCounts } from './by-province.ts';
import { severityCounts } from './by-severity.ts';
import { strategyShares } from './by-strategy.ts';
import { cellWords, type figureWords, headWords } from './figure-words.ts';
import {
  hiddenCells,
  hiddenLevels,
  hiddenMonths,
  hiddenProvinces,
  hiddenStrategies,
  isHiddenGroup,
  isSmall,
} from './not-for-outside.ts';
import { placeTable } from './province-strategy.ts';
import { groupShares } from './respondent-strategy.ts';
import { rankingBase } from './small-numbers.ts';

export type TabledFigure = keyof typeof figureWords;

export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

type Counts = CountsOf<FigureName>;
type Head = keyof typeof headWords;

/** The table of one figure in one language. */
export function figureTable(name: TabledFigure, counts: Counts, lang: Lang): FigureTable {
  const { head, rows } = tables[name](counts, wordsIn(lang));
  return { head: head.map((word) => headWords[word][lang]), rows };
}

interface Words {
  readonly hidden: string;
  readonly noData: string;
  readonly none: string;
  readonly nameOf: (names: Names) => string;
  readonly strategy: (strategy: keyof typeof strategyNames) => string;
}

function wordsIn(lang: Lang): Words {
  const nameOf = (names: Names) => names[lang];
  return {
    hidden: cellWords.hidden[lang],
    noData: cellWords.noData[lang],
    none: cellWords.none[lang],
    nameOf,
    strategy: (strategy) => strategyNames[strategy].short[lang],
  };
}

interface Made {
  readonly head: readonly Head[];
  readonly rows: readonly (readonly SheetCell[])[];
}

const count = (value: number): SheetCell => ({ value, as: 'whole' });

/** With as many digits as the page prints: none under a base of 30. */
function percent(share: number | null | undefined, base: number): SheetCell {
  if (share === null || share === undefined) return null;
  const hasTenths = base >= rankingBase;
  const value = Number(share.toFixed(hasTenths ? 3 : 2));
  return { value, as: hasTenths ? 'percentTenths' : 'percent' };
}

function rate(value: number | undefined, responses: number): SheetCell {
  if (value === undefined) return null;
  const hasTenths = responses >= rankingBase;
  return { value: Number(value.toFixed(hasTenths ? 1 : 0)), as: hasTenths ? 'tenths' : 'whole' };
}

/** What stands in place of the numbers of a row. */
const instead = (word: string, cells: readonly SheetCell[]): SheetCell[] => cells.map(() => word);

const tables: Readonly<Record<TabledFigure, (counts: Counts, words: Words) => Made>> = {
  'by-strategy': (counts, words) => {
    const shares = strategyShares(counts);
    const hidden = hiddenStrategies(shares);
    return {
      head: ['strategy', 'responses', 'share', 'low', 'high', 'issues', 'affected'],
      rows: shares.rows.map((row) => {
        const ends = [row.share, row.low, row.high].map((part) => percent(part, shares.base));
        const cells = [count(row.responses), ...ends, count(row.issues), count(row.affected)];
        return [
          words.strategy(row.strategy),
          ...(hidden.has(row.strategy) ? instead(words.hidden, cells) : cells),
        ];
      }),
    };
  },
  'by-province': (counts, words) => {
    const rows = provinceCounts(counts, 'issues');
    const hidden = hiddenProvinces(rows);
    return {
      head: ['code', 'province', 'issues', 'responses', 'rate', 'low', 'high'],
      rows: rows.map((row) => {
        const { province, issues, responses, silent } = row;
        const ends = [row.rate?.value, row.rate?.low, row.rate?.high];
        const cells = [count(issues), count(responses), ...ends.map((end) => rate(end, responses))];
        const word = silent ? words.noData : words.hidden;
        const isKept = silent || hidden.has(province.code);
        const names = [province.code, words.nameOf(province.name)];
        return [...names, ...(isKept ? instead(word, cells) : cells)];
      }),
    };
  },
  'province-strategy': (counts, words) => {
    const table = placeTable(counts);
    const hidden = hiddenCells(table);
    const places = table.regions.flatMap((region) => [region, ...region.provinces]);
    return {
      head: ['code', 'place', 'strategy', 'base', 'responses', 'share'],
      rows: places.flatMap(({ id, responses: of, cells }) =>
        cells.map(({ strategy, responses, share }) => {
          const isKept = hidden.has(`${id} ${strategy}`);
          const numbers = [count(responses), percent(share, of)];
          return [
            ...[id, placeName(id, words), words.strategy(strategy)],
            isSmall(of) ? words.hidden : count(of),
            ...(isKept ? instead(words.hidden, numbers) : numbers),
          ];
        }),
      ),
    };
  },
  'by-month': (counts, words) => {
    const series = monthSeries(counts);
    const hidden = hiddenMonths(series);
    const cell = (month: string, of: string, issues: number) =>
      hidden.has(`${month} ${of}`) ? words.hidden : count(issues);
    return {
      head: ['month', 'strategy', 'issues'],
      rows: series.months.flatMap(({ month, issues }, at) => [
        [dayCell(`${month}-01`), words.nameOf(headWords.total), cell(month, 'total', issues)],
        ...series.series.map((one) => [
          dayCell(`${month}-01`),
          words.strategy(one.strategy),
          cell(month, one.strategy, one.issues[at] ?? 0),
        ]),
      ]),
    };
  },
  'respondent-strategy': (counts, words) => {
    const groups = groupShares(counts);
    const least = Math.min(groups.agencies, groups.citizens);
    return {
      head: ['strategy', 'agencies', 'citizens', 'difference', 'low', 'high'],
      rows: groups.rows.map((row) => {
        const cells = [
          percent(row.agency.share, groups.agencies),
          percent(row.citizen.share, groups.citizens),
          ...[row.difference, row.low, row.high].map((part) => percent(part, least)),
        ];
        const isKept = isHiddenGroup(row, groups);
        return [words.strategy(row.strategy), ...(isKept ? instead(words.hidden, cells) : cells)];
      }),
    };
  },
  'by-severity': (counts, words) => {
    const rows = severityCounts(counts);
    const hidden = hiddenLevels(rows);
    const known = rows.reduce((sum, { level, issues }) => sum + (level === 'none' ? 0 : issues), 0);
    return {
      head: ['level', 'issues', 'ofRated'],
      rows: rows.map(({ level, issues, share }) => {
        const cells = [count(issues), percent(share, known)];
        return [
          level === 'none' ? words.none : Number(level),
          ...(hidden.has(level) ? instead(words.hidden, cells) : cells),
        ];
      }),
    };
  },
};

function placeName(id: string, { nameOf }: Words): string {
  const names = provinceByCode(id)?.name ?? regions.find((region) => region.id === id)?.name;
  return names ? nameOf(names) : id;
}
