// From a view's sums to the figures on the wire: names for codes, and a row for every place and strategy, with 0 where it has none.
import type { FigureName, Figures, Strip } from '../../shared/api/figures.ts';
import { adjustedResidualOf } from '../../shared/statistics/stands-out.ts';
import { channels } from '../../shared/survey/response.ts';
import {
  monthName,
  provinceOfShelf,
  shelfCount,
  strategyCodes,
  strategySlots,
  typeCode,
} from '../facts/codes.ts';
import type { Sums } from '../facts/sums.ts';
import type { Tallies, Tally } from '../facts/tallies.ts';
import { at, tallyChannels, tallyUp } from '../facts/tallies.ts';

type MonthRow = NonNullable<Figures['by-month']>[number];

interface Shaped {
  readonly strip: Strip;
  readonly figures: Figures;
}

/** `expected`: how many provinces could have reported, by scope and filters */
export function shape(sums: Sums, wanted: readonly FigureName[], expected: number): Shaped {
  const tallies = tallyUp(sums);
  const figures: Figures = {};
  for (const name of wanted) Object.assign(figures, { [name]: shapes[name](tallies, sums) });
  return { strip: toStrip(tallies, sums, expected), figures };
}

function toStrip(tallies: Tallies, sums: Sums, expected: number): Strip {
  const reporting = tallies.places.filter((place, shelf) => shelf > 0 && place.responses > 0);
  return {
    issues: tallies.total.issues,
    responses: tallies.total.responses,
    provincesReporting: reporting.length,
    provincesExpected: expected,
    pending: sums.pending[0] ?? 0,
    unmatched: at(tallies.strategies, 0).issues,
  };
}

type Shapes = { [K in FigureName]: (tallies: Tallies, sums: Sums) => Required<Figures>[K] };

const shapes: Shapes = {
  summary: ({ total, types }) => ({
    ...toRow(total),
    agency: at(types, typeCode('agency')).responses,
    citizen: at(types, typeCode('citizen')).responses,
  }),
  'by-province': ({ places }) =>
    shownShelves(places).map((shelf) => ({
      province: provinceOfShelf(shelf),
      ...toRow(at(places, shelf)),
    })),
  'by-strategy': (tallies) =>
    shownStrategies.map(({ strategy, code }) => ({
      strategy,
      ...toRow(at(tallies.strategies, code)),
    })),
  'province-strategy': provinceStrategy,
  'by-month': (_tallies, sums) => byMonth(sums),
  'by-respondent': ({ types }) =>
    (['agency', 'citizen', 'none'] as const).map((respondent) => ({
      respondent,
      ...toRow(at(types, typeCode(respondent === 'none' ? null : respondent))),
    })),
  'by-severity': ({ severities }) =>
    [1, 2, 3, 4, 5, 0].map((code) => ({
      severity: code === 0 ? 'none' : String(code),
      issues: at(severities, code),
    })),
  'by-channel': (_tallies, sums) => {
    const tallies = tallyChannels(sums);
    return channels.map((channel, code) => ({ channel, ...at(tallies, code) }));
  },
};

/** the six in their order, then none */
const shownStrategies = [1, 2, 3, 4, 5, 6, 0].map((code) => ({
  code,
  strategy: at(strategyCodes, code),
}));

/** all provinces, and `none` only when something is there */
function shownShelves(places: readonly Tally[]): number[] {
  const shelves = Array.from({ length: shelfCount - 1 }, (_, index) => index + 1);
  return at(places, 0).responses > 0 ? [...shelves, 0] : shelves;
}

function toRow(tally: Tally) {
  return {
    issues: tally.issues,
    responses: tally.responses,
    affected: tally.affected,
    affectedKnown: tally.affectedKnown,
    severity: { mean: tally.rated === 0 ? null : tally.severity / tally.rated, n: tally.rated },
  };
}

/** The residual is about responses, each strategy its own 2 × 2 table: here against elsewhere, raised against not. */
function provinceStrategy({ total, places, strategies, cells }: Tallies) {
  return shownShelves(places).flatMap((shelf) =>
    shownStrategies.map(({ strategy, code }) => {
      const { issues, responses, affected } = at(cells, shelf * strategySlots + code);
      const row = at(places, shelf).responses;
      const column = at(strategies, code).responses;
      const residual =
        code === 0 ? null : adjustedResidualOf(responses, row, column, total.responses);
      return { province: provinceOfShelf(shelf), strategy, issues, responses, affected, residual };
    }),
  );
}

/** Only months and strategies with issues, in order; those without a day last. */
function byMonth({ months }: Sums) {
  const dated: MonthRow[] = [];
  const undated: MonthRow[] = [];
  const slots = strategySlots;
  for (let first = 0; first < months.length; first += slots) {
    const ours = months.subarray(first, first + slots);
    if (ours.every((issues) => issues === 0)) continue;
    const month = monthName(first / slots);
    for (const { strategy, code } of shownStrategies) {
      const issues = ours[code] ?? 0;
      if (issues > 0) (month === null ? undated : dated).push({ month, strategy, issues });
    }
  }
  return [...dated, ...undated];
}
