// From a view's sums to the figures on the wire: names for codes, and a row for every place and strategy, with 0 where it has none.
import type { FigureName, FiguresOf, Strip } from '../../shared/api/figures.ts';
import { againstExpected } from '../../shared/statistics/stands-out.ts';
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

type MonthRow = FiguresOf<'by-month'>['by-month'][number];

interface Shaped<Name extends FigureName> {
  readonly strip: Strip;
  readonly figures: FiguresOf<Name>;
}

/** `expected`: how many provinces could have reported, by scope and filters */
export function shape<Name extends FigureName>(
  sums: Sums,
  wanted: readonly Name[],
  expected: number,
): Shaped<Name> {
  const tallies = tallyUp(sums);
  const shaped = wanted.map((name) => [name, shapes[name](tallies, sums)] as const);
  // `as`: an entry for each wanted name, made by the shape of that name
  const figures = Object.fromEntries(shaped) as FiguresOf<Name>;
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

type Shapes = { [K in FigureName]: (tallies: Tallies, sums: Sums) => FiguresOf<K>[K] };

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
    shownTypes.map(({ respondent, code }) => ({ respondent, ...toRow(at(types, code)) })),
  'by-severity': ({ severities }) =>
    [1, 2, 3, 4, 5, 0].map((code) => ({
      severity: code === 0 ? 'none' : String(code),
      issues: at(severities, code),
    })),
  'by-channel': (_tallies, sums) => {
    const tallies = tallyChannels(sums);
    return channels.map((channel, code) => ({ channel, ...at(tallies, code) }));
  },
  'respondent-strategy': ({ typeCells }) =>
    shownTypes.flatMap(({ respondent, code: type }) =>
      shownStrategies.map(({ strategy, code }) => {
        const { issues, responses, affected } = at(typeCells, type * strategySlots + code);
        return { respondent, strategy, issues, responses, affected };
      }),
    ),
};

const shownTypes = (['agency', 'citizen', null] as const).map((type) => ({
  respondent: type ?? 'none',
  code: typeCode(type),
}));

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
      const compared = againstExpected(responses, row, column, total.responses);
      const residual = code === 0 ? null : compared.residual;
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
