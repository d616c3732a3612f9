// Figure 3: regions and their provinces × strategies: which share of a place's responses raises a strategy,
// and how far that is from what all places together would let expect.
import type { FiguresReply } from '../../../../shared/api/figures.ts';
import {
  type Province,
  provinceByCode,
  type RegionId,
  regions,
} from '../../../../shared/places/provinces.ts';
import { type Cell, standsOut } from '../../../../shared/statistics/stands-out.ts';
import { type Strategy, strategies } from '../../../../shared/survey/strategies.ts';
import { leastBase } from '../small-numbers.ts';

/** −2 far below what is expected … 2 far above */
export type Level = -2 | -1 | 0 | 1 | 2;

export interface PlaceCell {
  readonly strategy: Strategy;
  readonly responses: number;
  readonly issues: number;
  /** of the place's responses, 0–1; null under a base of 5 */
  readonly share: number | null;
  /** by the adjusted residual, ±2 and ±3; null = too few to judge */
  readonly level: Level | null;
  /** how many responses would be expected */
  readonly expected: number;
  /** more than chance explains, after correction for all cells of its kind */
  readonly claim: 'high' | 'low' | null;
}

export interface PlaceRow {
  readonly id: string;
  readonly responses: number;
  readonly cells: readonly PlaceCell[];
}

export interface RegionRow extends PlaceRow {
  readonly id: RegionId;
  readonly provinces: readonly PlaceRow[];
}

export interface PlaceTable {
  readonly regions: readonly RegionRow[];
  readonly total: PlaceRow;
}

interface Counts {
  readonly id: string;
  readonly responses: number;
  readonly raised: readonly number[];
  readonly issues: readonly number[];
}

/** an expected count below this cannot be judged */
const leastExpected = 5;

export function placeTable(reply: FiguresReply, inView: readonly Province[]): PlaceTable {
  const provinces = countsOf(reply, inView);
  const perRegion = regions.flatMap(({ id }) => {
    const members = provinces.filter((place) => regionOf(place.id) === id);
    return members.length === 0 ? [] : [{ counts: sumOf(id, members), members }];
  });
  const provinceRows = rowsOf(provinces);
  const regionRows = rowsOf(perRegion.map(({ counts }) => counts));
  return {
    regions: perRegion.map(({ counts, members }, index) => ({
      ...(regionRows[index] ?? rowOf(counts, [])),
      id: counts.id,
      provinces: provinceRows
        .filter((row) => members.some((member) => member.id === row.id))
        .toSorted((a, b) => b.responses - a.responses),
    })),
    total: rowOf(sumOf('total', provinces), []),
  };
}

function regionOf(code: string): RegionId | undefined {
  return provinceByCode(code)?.region;
}

function countsOf(reply: FiguresReply, inView: readonly Province[]): Counts[] {
  const sums = new Map((reply.figures['by-province'] ?? []).map((row) => [row.province, row]));
  const cells = new Map(
    (reply.figures['province-strategy'] ?? []).map((row) => [
      `${row.province} ${row.strategy}`,
      row,
    ]),
  );
  return inView.map(({ code }) => ({
    id: code,
    responses: sums.get(code)?.responses ?? 0,
    raised: strategies.map((strategy) => cells.get(`${code} ${strategy}`)?.responses ?? 0),
    issues: strategies.map((strategy) => cells.get(`${code} ${strategy}`)?.issues ?? 0),
  }));
}

function sumOf<Id extends string>(id: Id, places: readonly Counts[]): Counts & { readonly id: Id } {
  const add = (part: (place: Counts) => number) =>
    places.reduce((sum, place) => sum + part(place), 0);
  return {
    id,
    responses: add((place) => place.responses),
    raised: strategies.map((_, at) => add((place) => place.raised[at] ?? 0)),
    issues: strategies.map((_, at) => add((place) => place.issues[at] ?? 0)),
  };
}

/** Judges the places against each other: they are one family of claims. */
function rowsOf(places: readonly Counts[]): PlaceRow[] {
  const judged = standsOut(
    places.map((place) => place.responses),
    places.map((place) => place.raised),
  );
  const width = strategies.length;
  return places.map((place, row) => rowOf(place, judged.slice(row * width, (row + 1) * width)));
}

function rowOf(place: Counts, judged: readonly Cell[]): PlaceRow {
  return {
    id: place.id,
    responses: place.responses,
    cells: strategies.map((strategy, at) => {
      const cell = judged[at];
      const responses = place.raised[at] ?? 0;
      return {
        strategy,
        responses,
        issues: place.issues[at] ?? 0,
        share: place.responses < leastBase ? null : responses / place.responses,
        level: cell === undefined ? null : levelOf(cell),
        expected: cell?.expected ?? 0,
        claim: cell?.standsOut ?? null,
      };
    }),
  };
}

function levelOf({ residual, expected }: Cell): Level | null {
  if (residual === null || expected < leastExpected) return null;
  const size = Math.abs(residual) >= 3 ? 2 : Math.abs(residual) >= 2 ? 1 : 0;
  if (size === 0) return 0;
  return (residual > 0 ? size : -size) as Level;
}
