// Adding a project, changing it, and reporting what it has reached. Each is one write of one document, which holds only on top of
// the version that was read: of two at once the second begins again, or is told.
import type { NewProject, Project, ProjectChange, ReportedResult } from '../../shared/api/plan.ts';
import type { User } from '../../shared/api/session.ts';
import { isInScope, provincesOf } from '../../shared/places/scope.ts';
import { fiscalYearOfDay } from '../../shared/plan/fiscal-years.ts';
import {
  type JudgedProject,
  judgeProject,
  judgeResult,
  type PlanFault,
} from '../../shared/plan/judge-project.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseText } from '../../shared/text/thai.ts';
import { type Audit, type AuditedHappening, auditedChanges } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { problem } from '../http/problem.ts';
import { planGround } from './plan-ground.ts';
import {
  mostResults,
  type StoredProject,
  type StoredResult,
  storedProjects,
} from './project.model.ts';
import { budgetOf, readStoredProject, toProject } from './read-projects.ts';

type Changing = Pick<Context, 'db' | 'now'>;
interface By {
  readonly user: User;
  readonly audit: Audit;
}

const tries = 10;

/** @throws project-exists, project-invalid, not-allowed */
export async function addProject(context: Changing, given: NewProject, by: By): Promise<Project> {
  const { code, ...content } = given;
  const _id = code.toLowerCase();
  refuse('project-invalid', judgeProject(content, await planGround(context)));
  refuseOutside(content, by.user);
  const stored: StoredProject = {
    _id,
    code,
    ...storedContent(content),
    results: [],
    version: 1,
    changedBy: by.user.username,
    changedAt: context.now(),
  };
  const changes = auditedChanges({}, content);
  await by.audit.before({ what: 'project-added', on: `project:${_id}`, changes }, async () => {
    try {
      return await context.db.model(storedProjects).collection.insertOne(stored as never);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw problem('project-exists', { detail: `There is a project \`${code}\`.` });
    }
  });
  return toProject(stored, context.now());
}

/** @throws not-found, project-changed, project-invalid, not-allowed */
export async function changeProject(
  context: Changing,
  id: string,
  { version, ...change }: ProjectChange,
  by: By,
): Promise<Project> {
  const ground = await planGround(context);
  return await rewrite(context, { id, version, by }, (before) => {
    const was = { ...before, budget: budgetOf(before.budget) };
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    const after: typeof was = { ...was, ...Object.fromEntries(given) };
    refuse('project-invalid', judgeProject(after, ground, was));
    refuseOutside(was, by.user);
    refuseOutside(after, by.user);
    return {
      what: 'project-changed',
      changes: auditedChanges(was, after),
      set: storedContent(after),
    };
  });
}

export interface ResultKey {
  readonly id: string;
  readonly year: number;
  readonly indicator: string;
}

/** An officer those of the own office's projects. @throws not-found, project-changed, result-invalid, not-allowed */
export async function reportResult(
  context: Changing,
  { id, year, indicator }: ResultKey,
  { version, ...given }: ReportedResult,
  by: By,
): Promise<Project> {
  return await rewrite(context, { id, version, by }, (before) => {
    refuseOthersProject(before, by.user);
    const baselineYear = given.baselineYear ?? fiscalYearOfDay(before.start) - 1;
    const said = { year, indicator, ...resultContent(given), baselineYear };
    refuse('result-invalid', judgeResult(said, before));
    const isIt = (one: StoredResult) => one.year === year && one.indicator === indicator;
    const was = before.results.find(isIt);
    const others = before.results.filter((one) => !isIt(one));
    if (others.length >= mostResults)
      refuse('result-invalid', [{ pointer: '/', code: 'too-many', value: String(mostResults) }]);
    const { by: _by, at: _at, ...wasSaid } = was ?? { by: null, at: null };
    const result = { ...said, by: by.user.username, at: context.now() };
    return {
      what: 'result-reported',
      changes: auditedChanges(wasSaid, said),
      set: { results: [...others, result] },
    };
  });
}

interface Rewriting {
  readonly id: string;
  /** the one that was seen; absent: whatever stands there */
  readonly version: number | undefined;
  readonly by: By;
}
interface Rewritten extends Required<Pick<AuditedHappening, 'what' | 'changes'>> {
  readonly set: Partial<StoredProject>;
}

/** Reads, decides, writes on top of what was read, or begins again. What changes nothing is not written. */
async function rewrite(
  context: Changing,
  { id, version, by }: Rewriting,
  decide: (before: StoredProject) => Rewritten,
): Promise<Project> {
  for (let left = tries; left > 0; left--) {
    const before = await readStoredProject(context, id);
    if (version !== undefined && version !== before.version) throw changed(before);
    const { what, changes, set } = decide(before);
    if (changes.length === 0) return toProject(before, context.now());
    const next = {
      ...set,
      version: before.version + 1,
      changedBy: by.user.username,
      changedAt: context.now(),
    };
    const written = await by.audit.before({ what, on: `project:${before._id}`, changes }, () =>
      context.db
        .model(storedProjects)
        .findOneAndUpdate(
          { _id: before._id, version: before.version },
          { $set: next },
          { returnDocument: 'after' },
        )
        .lean<StoredProject>(),
    );
    if (written) return toProject(written, context.now());
  }
  throw changed(await readStoredProject(context, id));
}

const changed = ({ version }: StoredProject) =>
  problem('project-changed', {
    version,
    detail: 'Look at the project again, then repeat your change.',
  });

type Content = JudgedProject & Pick<NewProject, 'nameTh' | 'nameEn'>;

function storedContent(content: Content) {
  const { office, provinces, budget, start, end, state } = content;
  const years = Object.entries(budget).map(([year, baht]) => ({ year: Number(year), baht }));
  return {
    ...namesOf(content),
    subPlans: [...new Set(content.subPlans)],
    office,
    provinces: provinces === 'all' ? provinces : [...new Set(provinces)].sort(),
    budget: years.sort((a, b) => a.year - b.year),
    start,
    end,
    state,
  };
}

function refuse(type: 'project-invalid' | 'result-invalid', faults: readonly PlanFault[]): void {
  if (faults.length === 0) return;
  const errors = faults.map(({ pointer, ...rest }) => ({ pointer: `/body${pointer}`, ...rest }));
  throw problem(type, { errors, detail: 'Mend what is listed in `errors`.' });
}

/** Whose scope is a part of the country edits what lies in it alone. */
export function liesInScope(
  { provinces }: Pick<JudgedProject, 'provinces'>,
  { scope }: Pick<User, 'scope'>,
): boolean {
  return (
    provincesOf(scope) === 'all' ||
    (provinces !== 'all' && provinces.every((one) => isInScope(scope, one)))
  );
}

/** @throws not-allowed */
function refuseOutside(project: Pick<JudgedProject, 'provinces'>, user: User): void {
  if (!liesInScope(project, user))
    throw problem('not-allowed', { detail: 'The project works outside of your scope.' });
}

/** @throws not-allowed */
function refuseOthersProject(project: StoredProject, user: User): void {
  if (user.role !== 'officer') refuseOutside(project, user);
  else if (project.office !== user.office)
    throw problem('not-allowed', { detail: 'An officer reports for the own office’s projects.' });
}

const namesOf = ({ nameTh, nameEn }: Pick<NewProject, 'nameTh' | 'nameEn'>) => ({
  nameTh: normaliseText(nameTh),
  nameEn: (nameEn && normaliseText(nameEn)) || null,
});

const resultContent = (given: Omit<ReportedResult, 'version'>) => ({
  ...given,
  ...namesOf(given),
  unit: normaliseText(given.unit),
  note: cleaned(given.note),
});

const cleaned = (note: string | null): string | null =>
  (note && removePersonalData(normaliseText(note)).text) || null;
