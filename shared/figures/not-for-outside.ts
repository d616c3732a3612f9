// Which numbers of each figure stay in the house: counts of 1 to 4, what they could be computed from, and all made of them.
import { type Addition, hiddenOf } from '../statistics/hide-small.ts';
import { hideUntilSafe } from '../statistics/hide-until-safe.ts';
import { bordered } from '../statistics/suppress-table.ts';
import type { Cell } from '../statistics/suppression-audit.ts';
import type { BetweenRounds, RoundShare } from './between-rounds.ts';
import type { MonthSeries } from './by-month.ts';
import type { ProvinceCount } from './by-province.ts';
import type { SeverityCount } from './by-severity.ts';
import type { StrategyShares } from './by-strategy.ts';
import type { PlaceShares, PlaceTable } from './province-strategy.ts';
import type { GroupShare, GroupShares } from './respondent-strategy.ts';
import { leastBase } from './small-numbers.ts';

export function isSmall(count: number): boolean {
  return count > 0 && count < leastBase;
}

/** Small, or so nearly all of `of` that the others are. */
export function tellsFew(count: number, of: number): boolean {
  return isSmall(count) || isSmall(of - count);
}

/** A share of either round would tell of few. */
export function isHiddenBetweenRounds(
  { now, before }: Pick<RoundShare, 'now' | 'before'>,
  bases: Pick<BetweenRounds, 'now' | 'before'>,
): boolean {
  return tellsFew(now.responses, bases.now) || tellsFew(before.responses, bases.before);
}

/** Names of the rows to hide, where the sum over all rows of each of these counts is published. */
function hiddenRows<Row>(
  rows: readonly Row[],
  summed: readonly ((row: Row) => number)[],
  isFew: (row: Row) => boolean,
  nameOf: (row: Row) => string,
): ReadonlySet<string> {
  const all = rows.map((_, index) => index);
  const columns = summed
    .map((count) => rows.map(count))
    .filter((counts) => counts.some((count) => count > 0));
  const few = all.filter((index) => rows[index] !== undefined && isFew(rows[index]));
  let hidden: ReadonlySet<number> = new Set(few);
  // what one column hides leaves another with more to tell; each round hides more, so it ends
  for (let before = -1; hidden.size > before; ) {
    before = hidden.size;
    for (const counts of columns)
      hidden = hiddenOf(counts, [{ parts: all, total: null }], [...hidden]);
  }
  return new Set(rows.filter((_, index) => hidden.has(index)).map(nameOf));
}

/** Codes of provinces; of all in view, not only of those shown. */
export function hiddenProvinces(rows: readonly ProvinceCount[]): ReadonlySet<string> {
  return hiddenOnMap(rows.map((row) => ({ ...row, province: row.province.code })));
}

type OnMap = Pick<ProvinceCount, 'issues' | 'responses' | 'of'> & { readonly province: string };

/** The same of the rows of a map. All that stands in a row has its sum on the page, and so has what is left of `of`. */
export function hiddenOnMap(rows: readonly OnMap[]): ReadonlySet<string> {
  return hiddenRows(
    rows,
    [
      ({ issues }) => issues,
      ({ responses }) => responses,
      ({ of }) => of,
      ({ responses, of }) => of - responses,
    ],
    ({ responses, of }) => tellsFew(responses, of) || isSmall(of),
    ({ province }) => province,
  );
}

export function hiddenLevels(rows: readonly SeverityCount[]): ReadonlySet<string> {
  return hiddenRows(
    rows,
    [({ issues }) => issues],
    () => false,
    ({ level }) => level,
  );
}

export function hiddenStrategies({ rows, base }: StrategyShares): ReadonlySet<string> {
  return hiddenRows(
    rows,
    [({ issues }) => issues],
    ({ responses }) => tellsFew(responses, base),
    ({ strategy }) => strategy,
  );
}

/** One of the groups, or what is left of it, could be counted on a hand. */
export function isHiddenGroup(
  { agency, citizen }: GroupShare,
  { agencies, citizens }: Pick<GroupShares, 'agencies' | 'citizens'>,
): boolean {
  return tellsFew(agency.responses, agencies) || tellsFew(citizen.responses, citizens);
}

/** `{place} {strategy}` of cells. In each column the provinces add up to their region, and the regions to all. */
export function hiddenCells({ regions, total }: PlaceTable): ReadonlySet<string> {
  const places: readonly PlaceShares[] = [
    ...regions.flatMap((region) => [region, ...region.provinces]),
    total,
  ];
  const at = new Map(places.map(({ id }, index) => [id, index]));
  const indexOf = ({ id }: PlaceShares) => at.get(id) ?? -1;
  const lines: Addition[] = [
    ...regions.map((region) => ({
      parts: region.provinces.map(indexOf),
      total: indexOf(region),
    })),
    { parts: regions.map(indexOf), total: indexOf(total) },
  ];
  const hidden = new Set<string>();
  for (const [column, { strategy }] of total.cells.entries()) {
    const counts = places.map(({ cells }) => cells[column]?.responses ?? 0);
    const few = places.flatMap((place, index) =>
      tellsFew(counts[index] ?? 0, place.responses) || isSmall(place.responses) ? [index] : [],
    );
    for (const index of hiddenOf(counts, lines, few))
      hidden.add(`${places[index]?.id} ${strategy}`);
  }
  return hidden;
}

/** `{month} {strategy}`, or `{month} total`. A month's strategies add up to its total, a strategy's months to all of it. */
export function hiddenMonths({ months, series }: MonthSeries): ReadonlySet<string> {
  const width = series.length + 1;
  const table = months.map((_, row) => series.map((one) => one.issues[row] ?? 0));
  const counts = months.flatMap(({ issues }, row) => [...(table[row] ?? []), issues]);
  const isWhole = months.every(
    ({ issues }, row) => (table[row] ?? []).reduce((sum, count) => sum + count, 0) === issues,
  );
  const columns = Array.from({ length: width }, (_, column) => ({
    parts: months.map((_month, row) => row * width + column),
    total: null,
  }));
  const rows = months.map((_, row) => ({
    parts: series.map((_one, column) => row * width + column),
    total: row * width + series.length,
  }));
  const hidden = [...hiddenOf(counts, isWhole ? [...rows, ...columns] : columns)].map(
    (index): Cell => [Math.floor(index / width), index % width],
  );
  const all = isWhole ? hideUntilSafe(table, [...hidden, ...hiddenTotals(table)]) : hidden;
  return new Set(
    all.map(([row, column]) => `${months[row]?.month} ${series[column]?.strategy ?? 'total'}`),
  );
}

/** Of columns, as they are hidden where the strategies stand alone. */
function hiddenTotals(table: readonly (readonly number[])[]): Cell[] {
  const totals = (bordered(table).at(-1) ?? []).slice(0, -1);
  const line = { parts: [...totals.keys()], total: null };
  return [...hiddenOf(totals, [line])].map((column): Cell => [table.length, column]);
}

export interface DistrictCount {
  readonly province: string;
  readonly district: string;
  readonly issues: number;
  readonly responses: number;
}

/** Codes of districts; `none` is one of them. What all of them add up to is on the page. */
export function hiddenDistricts(rows: readonly DistrictCount[]): ReadonlySet<string> {
  return hiddenRows(
    rows,
    [({ issues }) => issues, ({ responses }) => responses],
    ({ responses }) => isSmall(responses),
    ({ district }) => district,
  );
}
