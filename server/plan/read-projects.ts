// Projects: one, and a page of those that are looked for. Hundreds, a few thousand at most.
import type { PageOfProjects, Project } from '../../shared/api/plan.ts';
import { fiscalYearOfDay } from '../../shared/plan/fiscal-years.ts';
import { indicatorProgress } from '../../shared/plan/indicator-progress.ts';
import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import { allNames } from '../../shared/text/names.ts';
import type { Context } from '../context.ts';
import { type Page, PageOf } from '../http/page.ts';
import { problem } from '../http/problem.ts';
import { type StoredProject, storedProjects } from './project.model.ts';

type Reading = Pick<Context, 'db' | 'now'>;

export interface WantedProjects {
  readonly q?: string | undefined;
  readonly subPlan?: string | undefined;
  readonly office?: string | undefined;
  /** those that work there, or in all provinces */
  readonly province?: string | undefined;
  readonly state?: string | undefined;
}

/** `now` decides which reports are missing. */
export function toProject(stored: StoredProject, now: Date): Project {
  const { _id, budget, results, changedAt, ...rest } = stored;
  const shown = results
    .map((one) => ({ ...one, at: one.at.toISOString() }))
    .sort((a, b) => a.year - b.year || (a.indicator < b.indicator ? -1 : 1));
  return {
    ...rest,
    id: _id,
    subPlans: [...rest.subPlans],
    provinces: rest.provinces === 'all' ? 'all' : [...rest.provinces],
    budget: budgetOf(budget),
    results: shown,
    progress: indicatorProgress(shown, fiscalYearOfDay(bangkokDay(now))),
    changedAt: changedAt.toISOString(),
  };
}

export const budgetOf = (budget: StoredProject['budget']): Record<string, number> =>
  Object.fromEntries(budget.map(({ year, baht }) => [String(year), baht]));

/** @throws not-found */
export async function readStoredProject({ db }: Reading, id: string): Promise<StoredProject> {
  const stored = await db.model(storedProjects).findById(id.toLowerCase()).lean<StoredProject>();
  if (!stored) throw problem('not-found', { detail: 'There is no such project.' });
  return stored;
}

/** null: there is none */
export async function stateOfProject(
  { db }: Pick<Context, 'db'>,
  id: string,
): Promise<StoredProject['state'] | null> {
  const stored = await db.model(storedProjects).findById(id).lean<StoredProject>();
  return stored?.state ?? null;
}

/** In the order of their codes. */
export async function listProjects(
  context: Reading,
  wanted: WantedProjects,
  { limit, after }: Page,
): Promise<PageOfProjects> {
  const page = new PageOf<Project>(limit);
  let [total, full] = [0, false];
  for await (const stored of everyProject(context)) {
    if (!isWanted(stored, wanted)) continue;
    total++;
    if (full || (after !== null && stored._id <= after)) continue;
    full = !page.add(toProject(stored, context.now()));
  }
  return { items: page.items, next: full ? (page.items.at(-1)?.id ?? null) : null, total };
}

export function everyProject({ db }: Pick<Context, 'db'>): AsyncIterable<StoredProject> {
  return db
    .model(storedProjects)
    .find({ _id: { $gt: '' } })
    .sort({ _id: 1 })
    .lean<StoredProject>()
    .cursor();
}

function isWanted(project: StoredProject, wanted: WantedProjects): boolean {
  const { q, subPlan, office, province, state } = wanted;
  const sought = q?.trim().toLowerCase() ?? '';
  return (
    (subPlan === undefined || project.subPlans.includes(subPlan)) &&
    (office === undefined || project.office === office) &&
    (state === undefined || project.state === state) &&
    (province === undefined ||
      project.provinces === 'all' ||
      project.provinces.includes(province)) &&
    [project.code, ...allNames(project)].some((one) => one.toLowerCase().includes(sought))
  );
}
