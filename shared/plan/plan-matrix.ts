// Sub-plans × regions: what people said where, and who does something about it there. Pure: counts and projects in, rows out.
import {
  provinceByCode,
  provincesInRegion,
  type RegionId,
  regionIds,
  regions,
} from '../places/provinces.ts';
import type { Strategy } from '../survey/strategies.ts';

export interface CountedSubPlan {
  readonly subPlan: string;
  readonly issues: number;
  readonly responses: number;
}
export interface CountedThere extends CountedSubPlan {
  readonly province: string;
}
export interface PlannedProject {
  readonly id: string;
  readonly subPlans: readonly string[];
  readonly provinces: 'all' | readonly string[];
  readonly budget: Readonly<Record<string, number>>;
  readonly state: 'planned' | 'running' | 'finished' | 'retired';
}

/** issues of a sub-plan per 100 responses of the region: the borders of its tints */
export const tintBorders = [3, 6, 10, 16] as const;
/** from so many per 100 responses on, a region without a project is a gap */
const worthPlanning = 6;
/** fewer issues say nothing */
const fewest = 5;

export interface MatrixCell {
  /** of a region; of a province where its region is opened */
  readonly region: string;
  readonly issues: number;
  /** of 100 responses of the region; null where there are none, or too few issues */
  readonly per100: number | null;
  /** 0 to 4; null: too few to be tinted */
  readonly tint: number | null;
  /** live projects of the sub-plan that work somewhere in the region */
  readonly projects: number;
  /** many speak of it, and nobody has planned anything there */
  readonly isGap: boolean;
}

export interface MatrixRow {
  readonly subPlan: string;
  readonly strategy: Strategy;
  readonly cells: readonly MatrixCell[];
  readonly issues: number;
  /** live ones */
  readonly projects: number;
  /** baht of the fiscal year; of a project of several sub-plans in each of them whole */
  readonly budget: number;
}

export interface MatrixOf {
  readonly subPlans: readonly { readonly id: string; readonly strategy: Strategy }[];
  readonly all: readonly CountedSubPlan[];
  readonly there: readonly CountedThere[];
  /** responses by province */
  readonly responses: readonly { readonly province: string; readonly responses: number }[];
  readonly projects: readonly PlannedProject[];
  /** the fiscal year of the budget, such as 2569 */
  readonly year: number;
  /** opened to its provinces; null or absent: the six regions */
  readonly region?: RegionId | null;
}

export function matrixOf(of: MatrixOf): MatrixRow[] {
  const { region = null } = of;
  const places: readonly string[] =
    region === null ? regionIds : provincesInRegion(region).map(({ code }) => code);
  const placeOf = (province: string) => (region === null ? regionOf(province) : province);
  const responsesIn = sumBy(of.responses, ({ province }) => placeOf(province), 'responses');
  const live = of.projects.filter(isLive);
  return of.subPlans.map(({ id, strategy }) => {
    const mine = live.filter(({ subPlans }) => subPlans.includes(id));
    const here = of.there.filter(({ subPlan }) => subPlan === id);
    const issuesIn = sumBy(here, ({ province }) => placeOf(province), 'issues');
    const worksIn = ({ provinces }: PlannedProject, place: string) =>
      provinces === 'all' || provinces.some((one) => placeOf(one) === place);
    const cells = places.map((place) =>
      cellOf(place, {
        issues: issuesIn.get(place) ?? 0,
        responses: responsesIn.get(place) ?? 0,
        projects: mine.filter((project) => worksIn(project, place)).length,
      }),
    );
    return {
      subPlan: id,
      strategy,
      cells,
      issues: of.all.find(({ subPlan }) => subPlan === id)?.issues ?? 0,
      projects: mine.length,
      budget: mine.reduce((sum, { budget }) => sum + (budget[String(of.year)] ?? 0), 0),
    };
  });
}

/** Planned or running: somebody is to do something. */
export const isLive = ({ state }: Pick<PlannedProject, 'state'>): boolean =>
  state === 'planned' || state === 'running';

function cellOf(
  region: string,
  { issues, responses, projects }: Readonly<Record<'issues' | 'responses' | 'projects', number>>,
): MatrixCell {
  const per100 = issues < fewest || responses === 0 ? null : (issues / responses) * 100;
  const tint = per100 === null ? null : tintBorders.filter((border) => per100 >= border).length;
  const isGap = per100 !== null && per100 >= worthPlanning && projects === 0;
  return { region, issues, per100, tint, projects, isGap };
}

const regionOf = (province: string): RegionId | undefined => provinceByCode(province)?.region;

function sumBy<K extends string, T extends Readonly<Record<K, number>>, By>(
  rows: readonly T[],
  by: (row: T) => By | undefined,
  what: K,
): Map<By, number> {
  const sums = new Map<By, number>();
  for (const row of rows) {
    const key = by(row);
    if (key !== undefined) sums.set(key, (sums.get(key) ?? 0) + row[what]);
  }
  return sums;
}

/** What stands out: problems nobody plans for, and plans nobody speaks of. */
export interface PlanGaps {
  /** the sub-plan with most issues in regions without a project of it, and those regions; null: there is none */
  readonly unplanned: {
    readonly subPlan: string;
    readonly regions: readonly string[];
    readonly issues: number;
  } | null;
  /** cells of the matrix that are such gaps, and the sub-plans in which they lie */
  readonly gaps: number;
  /** with projects and money, but hardly any issue; the dearest first */
  readonly unheard: readonly MatrixRow[];
}

/** a sub-plan with less than this share of all linked issues is hardly spoken of */
const hardlyAny = 0.01;

export function planGaps(rows: readonly MatrixRow[]): PlanGaps {
  const withGaps = rows
    .map(({ subPlan, cells }) => {
      const gaps = cells.filter(({ isGap }) => isGap);
      const issues = gaps.reduce((sum, cell) => sum + cell.issues, 0);
      return { subPlan, regions: gaps.map(({ region }) => region), issues };
    })
    .filter(({ regions: some }) => some.length > 0)
    .sort((a, b) => b.issues - a.issues);
  const all = rows.reduce((sum, { issues }) => sum + issues, 0);
  const unheard = rows
    .filter(({ projects, issues }) => projects > 0 && (issues < fewest || issues < all * hardlyAny))
    .sort((a, b) => b.budget - a.budget || a.issues - b.issues);
  return {
    unplanned: withGaps[0] ?? null,
    gaps: withGaps.reduce((sum, one) => sum + one.regions.length, 0),
    // where nobody has linked or said anything yet, silence says nothing of a plan
    unheard: all === 0 ? [] : unheard,
  };
}

/** in the order of the matrix */
export const matrixRegions = regionIds
  .map((id) => regions.find((one) => one.id === id))
  .filter((one) => one !== undefined);
