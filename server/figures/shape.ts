// From what a question counts to the figures on the wire: a row for every place and strategy, with 0 where it has none.
import type { FigureName, FiguresOf, Strip } from '../../shared/api/figures.ts';
import { provinces } from '../../shared/places/provinces.ts';
import { againstExpected } from '../../shared/statistics/stands-out.ts';
import type { RoundContent } from '../../shared/survey/definition.ts';
import { respondentTypes } from '../../shared/survey/response.ts';
import { strategies } from '../../shared/survey/strategies.ts';
import type { Counted } from '../facts/counted.ts';
import type { IssueTally } from '../facts/tallies.ts';

interface Shaped<Name extends FigureName> {
  readonly strip: Strip;
  readonly figures: FiguresOf<Name>;
}

export function shape<Name extends FigureName>(
  counted: Counted,
  wanted: readonly Name[],
  expected: RoundContent['provincesExpected'] = 'all',
): Shaped<Name> {
  const shaped = wanted.map((name) => [name, shapes[name](counted)] as const);
  // `as`: an entry for each wanted name, made by the shape of that name
  const figures = Object.fromEntries(shaped) as FiguresOf<Name>;
  return { strip: toStrip(counted, expected), figures };
}

function toStrip(counted: Counted, expected: RoundContent['provincesExpected']): Strip {
  const { total, pending, provinces: inView } = counted;
  return {
    issues: total.issues,
    responses: total.responses,
    of: total.of,
    provincesReporting: inView.filter((code) => counted.reports(code)).length,
    provincesMatching: inView.filter((code) => counted.inPlace(code).responses > 0).length,
    provincesExpected: inView.filter((code) => expected === 'all' || expected.includes(code))
      .length,
    pending,
    unmatched: counted.about(null).issues,
  };
}

type Shapes = { [K in FigureName]: (counted: Counted) => FiguresOf<K>[K] };

const shapes: Shapes = {
  summary: (counted) => ({
    ...toRow(counted.total),
    agency: counted.from('agency').responses,
    citizen: counted.from('citizen').responses,
  }),
  'by-province': (counted) =>
    shownPlaces(counted).map((place) => ({
      province: named(place),
      ...toRow(counted.inPlace(place)),
      of: counted.inPlace(place).of,
      reporting: place !== null && counted.reports(place),
    })),
  'by-strategy': (counted) =>
    shownStrategies.map((strategy) => ({
      strategy: named(strategy),
      ...toRow(counted.about(strategy)),
    })),
  'province-strategy': provinceStrategy,
  'by-month': (counted) =>
    counted.byMonth().map((row) => ({ ...row, strategy: named(row.strategy) })),
  'by-respondent': (counted) =>
    shownTypes.map((type) => ({
      respondent: named(type),
      ...toRow(counted.from(type)),
      of: counted.from(type).of,
    })),
  'by-severity': (counted) =>
    [1, 2, 3, 4, 5, null].map((severity) => ({
      severity: named(severity),
      issues: counted.rated(severity),
    })),
  'by-channel': (counted) => counted.byChannel(),
  'respondent-strategy': (counted) =>
    shownTypes.flatMap((type) =>
      shownStrategies.map((strategy) => {
        const { issues, responses, affected } = counted.fromAbout(type, strategy);
        return { respondent: named(type), strategy: named(strategy), issues, responses, affected };
      }),
    ),
};

const named = (value: string | number | null): string => (value === null ? 'none' : String(value));
const shownTypes = [...respondentTypes, null];
/** the six in their order, then none */
const shownStrategies = [...strategies, null];

/** all provinces, and none only when something is there */
function shownPlaces(counted: Counted): (string | null)[] {
  const all = provinces.map(({ code }) => code);
  return counted.inPlace(null).responses > 0 ? [...all, null] : all;
}

function toRow(tally: IssueTally) {
  return {
    issues: tally.issues,
    responses: tally.responses,
    affected: tally.affected,
    affectedKnown: tally.affectedKnown,
    severity: { mean: tally.rated === 0 ? null : tally.severity / tally.rated, n: tally.rated },
  };
}

/** The residual is about responses, each strategy its own 2 × 2 table: here against elsewhere, raised against not. */
function provinceStrategy(counted: Counted) {
  const all = counted.total.responses;
  const columns = new Map(
    shownStrategies.map((strategy) => [strategy, counted.about(strategy).responses]),
  );
  return shownPlaces(counted).flatMap((place) => {
    const row = counted.inPlace(place).responses;
    return shownStrategies.map((strategy) => {
      const { issues, responses, affected } = counted.inPlaceAbout(place, strategy);
      const { residual } = againstExpected(responses, row, columns.get(strategy) ?? 0, all);
      return {
        province: named(place),
        strategy: named(strategy),
        issues,
        responses,
        affected,
        residual: strategy === null ? null : residual,
      };
    });
  });
}
