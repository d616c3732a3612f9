// The demonstration's plan: projects with some of their results, and a quarter of its issues linked as they belong.
import { rightSubPlan } from '../seed/plan.ts';
import { inventedProjects } from '../seed/projects.ts';
import { issueKey } from '../shared/plan/issue-links.ts';
import type { Audit } from './audit/audit-of.ts';
import type { Context } from './context.ts';
import { changeLinks } from './links/change-links.ts';
import { addProject, reportResult } from './plan/change-projects.ts';
import { stateOfProject } from './plan/read-projects.ts';
import { responsesIn } from './responses/read-responses.ts';
import { readSurvey } from './surveys/read-survey.ts';

const planner = {
  username: 'nok',
  name: 'nok',
  role: 'planner',
  office: 'national',
  scope: { kind: 'all' },
} as const;

/** What is invented is nobody's act. */
const unrecorded: Audit = {
  note: async () => undefined,
  before: async (_happening, work) => await work(),
};
const by = { user: planner, audit: unrecorded };

const linkedOf = 4;
/** planners have not come to it */
const notLinkedYet = '2.3';
const atOnce = 250;

/** Begun again it adds what is missing. */
export async function fillPlan(context: Context, survey: string): Promise<void> {
  for (const { project, results } of inventedProjects) {
    const id = project.code.toLowerCase();
    if (!(await stateOfProject(context, id))) await addProject(context, project, by);
    for (const { indicator, year, ...result } of results)
      await reportResult(context, { id, year, indicator }, result, by);
  }
  const round = await readSurvey(context, survey);
  for (const [subPlan, issues] of await right(context, survey))
    for (let at = 0; at < issues.length && !context.stopping.aborted; at += atOnce) {
      const piece = issues.slice(at, at + atOnce);
      const request = { issues: piece, subPlan, reason: null, how: 'hand' } as const;
      await changeLinks(context, round, request, { act: 'linked', ...by });
    }
}

/** By sub-plan, `none` where none answers it, the issues that are to be linked. */
async function right(context: Context, survey: string): Promise<ReadonlyMap<string, string[]>> {
  const question = { survey, filters: {}, scope: planner.scope };
  const { ids } = context.facts.find(question, { limit: 10_000, after: null });
  const some = ids.filter((_, index) => index % linkedOf === 0);
  const all = new Map<string, string[]>();
  for await (const { _id, issues } of responsesIn(planner.scope, context).each(some))
    for (const { id, title } of issues) {
      const subPlan = rightSubPlan(title) ?? 'none';
      if (subPlan === notLinkedYet) continue;
      all.set(subPlan, [...(all.get(subPlan) ?? []), issueKey(_id, id)]);
    }
  return all;
}
