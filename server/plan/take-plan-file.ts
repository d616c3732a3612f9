// Projects and results from a file: everything is judged first, then stored one by one, each as if it had been entered by hand. The
// same file again changes nothing, so being stopped in between leaves nothing half.
import type { PlanFileRead, PlanRow } from '../../shared/api/plan-file.ts';
import type { User } from '../../shared/api/session.ts';
import { FileRefused } from '../../shared/batch/file-refused.ts';
import { readSmallTable, type SmallTable } from '../../shared/batch/small-table.ts';
import { findPlanColumn, type PlanColumn } from '../../shared/plan/plan-columns.ts';
import type { Audit } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { everyOffice } from '../offices/read-offices.ts';
import { readSurveys } from '../surveys/read-survey.ts';
import { addProject, changeProject, reportResult } from './change-projects.ts';
import { judgePlanFile, type PlanStep } from './judge-plan-file.ts';
import { planGround } from './plan-ground.ts';
import type { PlanFileGround } from './plan-row.ts';
import type { StoredProject } from './project.model.ts';
import { everyProject } from './read-projects.ts';

/** rows that one file has at most */
const mostRows = 5000;

type Taking = Pick<Context, 'db' | 'now'>;

interface By {
  readonly user: User;
  readonly audit: Audit;
  /** nothing is stored */
  readonly dryRun: boolean;
}

/** @throws plan-file-invalid with every row when one is wrong; what refuses the file as a whole; project-changed */
export async function takePlanFile(
  context: Taking,
  bytes: Uint8Array,
  { user, audit, dryRun }: By,
): Promise<PlanFileRead> {
  const { rows, steps } = judgePlanFile(readFile(bytes), await groundOf(context, user));
  const said = saidOf(rows);
  if (dryRun) return said;
  if (said.counts.wrong > 0)
    throw problem('plan-file-invalid', {
      ...said,
      detail: 'Mend these rows and send the file again.',
    });
  for (const step of steps) await take(context, step, { user, audit });
  return said;
}

async function take(context: Taking, step: PlanStep, by: Omit<By, 'dryRun'>): Promise<void> {
  const { code, before, content, results } = step;
  const id = code.toLowerCase();
  if (content && before)
    await changeProject(context, id, { ...changeable(content), version: before.version }, by);
  else if (content) await addProject(context, { code, ...changeable(content) }, by);
  for (const { year, indicator, ...result } of results)
    await reportResult(context, { id, year, indicator }, result, by);
}

/** As the routes take it: lists of their own. */
const changeable = (content: NonNullable<PlanStep['content']>) => ({
  ...content,
  subPlans: [...content.subPlans],
  provinces: content.provinces === 'all' ? ('all' as const) : [...content.provinces],
});

async function groundOf(context: Taking, user: User): Promise<PlanFileGround> {
  const [offices, surveys, ground] = await Promise.all([
    everyOffice(context),
    readSurveys(context),
    planGround(context),
  ]);
  const stored = new Map<string, StoredProject>();
  for await (const project of everyProject(context)) stored.set(project._id, project);
  const subPlans = surveys.flatMap((survey) => survey.subPlans);
  return { user, names: { offices, subPlans }, ground, stored };
}

function readFile(bytes: Uint8Array): SmallTable<PlanColumn> {
  let file: SmallTable<PlanColumn>;
  try {
    file = readSmallTable(bytes, { find: findPlanColumn, needed: 'code', most: mostRows });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const { type, ...rest } = error.problem;
    throw problem(type, { ...rest, detail: 'A column of project codes is needed.' });
  }
  if (file.records.length > mostRows)
    throw problem('too-large', { detail: `At most ${mostRows} rows at once.` });
  return file;
}

function saidOf(rows: readonly PlanRow[]): PlanFileRead {
  const count = (outcome: PlanRow['outcome']) =>
    rows.filter((row) => row.outcome === outcome).length;
  const counts = {
    rows: rows.length,
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    wrong: count('wrong'),
  };
  return { counts, rows: [...rows] };
}
