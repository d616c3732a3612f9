// Linking issues to a sub-plan or a project, and taking it back: of two who link the same at once, the second finds it done.
import type { LinkRequest, LinksChanged } from '../../shared/api/links.ts';
import type { Scope, User } from '../../shared/api/session.ts';
import { issueKey } from '../../shared/plan/issue-links.ts';
import type { SubPlan } from '../../shared/survey/definition.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseLine } from '../../shared/text/thai.ts';
import type { Audit } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { stateOfProject } from '../plan/read-projects.ts';
import { responsesIn } from '../responses/read-responses.ts';
import { hearLinks } from './hear-links.ts';
import type { StoredLink } from './link.model.ts';
import { mostChanges, partsOfLinkKey, rewriteLinks } from './write-links.ts';

type Changing = Pick<Context, 'db' | 'facts' | 'now'>;

interface Round {
  readonly id: string;
  readonly subPlans: readonly SubPlan[];
}
export interface LinkAct {
  readonly act: 'linked' | 'unlinked';
  readonly user: User;
  readonly audit: Audit;
}

/** written beside each other */
const atOnce = 25;

/** @throws link-invalid */
export async function changeLinks(
  context: Changing,
  round: Round,
  request: LinkRequest,
  { act, user, audit }: LinkAct,
): Promise<LinksChanged> {
  await refuseNoTarget(context, round, request, act);
  const { issues, subPlan = null, project = null, how } = request;
  const reason = (request.reason && removePersonalData(normaliseLine(request.reason)).text) || null;
  const link = { subPlan, project, how, rule: null, reason, by: user.username, at: context.now() };
  const wanted = [...new Set(issues)];
  const isThere = await thereOf(context, round.id, wanted, user.scope);
  // what a revision has left out is linked no more, and can be taken back still
  const keys = wanted.filter(
    (key) => isThere(key) || (act === 'unlinked' && isThere(partsOfLinkKey(key).response)),
  );
  const changes = [
    { field: subPlan === null ? 'project' : 'subPlan', before: null, after: subPlan ?? project },
    { field: 'issues', before: null, after: String(keys.length) },
  ];
  const what = act === 'linked' ? 'issues-linked' : 'issues-unlinked';
  let changed = 0;
  await audit.before({ what, on: `survey:${round.id}`, changes }, async () => {
    for (let at = 0; at < keys.length; at += atOnce) {
      const piece = keys.slice(at, at + atOnce);
      const done = await Promise.all(
        piece.map((key) => changeOne(context, { survey: round.id, key, link, act })),
      );
      changed += done.filter(Boolean).length;
    }
    return true;
  });
  const gone = wanted.filter((key) => !keys.includes(key));
  return { changed, same: keys.length - changed, gone };
}

/** Whether a response, or an issue in it by its key, is one that this person may see. */
async function thereOf(
  context: Changing,
  survey: string,
  keys: readonly string[],
  scope: Scope,
): Promise<(key: string) => boolean> {
  const ids = [...new Set(keys.map((key) => partsOfLinkKey(key).response))];
  const there = new Set<string>();
  for await (const stored of responsesIn(scope, context).each(ids)) {
    if (stored.survey !== survey) continue;
    there.add(stored._id);
    for (const { id } of stored.issues) there.add(issueKey(stored._id, id));
  }
  return (key) => there.has(key);
}

interface OneChange {
  readonly survey: string;
  readonly key: string;
  readonly link: StoredLink;
  readonly act: LinkAct['act'];
}

/** @returns whether anything changed @throws decision-conflict, link-invalid when it was linked too often */
async function changeOne(
  context: Changing,
  { survey, key, link, act }: OneChange,
): Promise<boolean> {
  const after = await rewriteLinks(context, { survey, key }, (before) => {
    const links = linksAfter(before.links, link, act);
    if (links === undefined) return undefined;
    const history = [...before.history, { ...link, act }];
    if (history.length > mostChanges)
      throw invalid('/body/issues', 'too-many-changes', `${key} was linked too often.`);
    return { links, history };
  });
  if (after) hearLinks(context, after);
  return after !== undefined;
}

const isSame = (one: StoredLink, other: StoredLink): boolean =>
  one.subPlan === other.subPlan && one.project === other.project;

/** undefined: nothing changes. What fits no sub-plan is linked to none, and the other way round. */
function linksAfter(
  before: readonly StoredLink[],
  link: StoredLink,
  act: LinkAct['act'],
): readonly StoredLink[] | undefined {
  const known = before.find((one) => isSame(one, link));
  const others = before.filter((one) => !isSame(one, link));
  if (act === 'unlinked') return known ? others : undefined;
  // what a rule has linked becomes a person's when it is confirmed
  if (known && (known.how !== 'rule' || link.how === 'rule')) return undefined;
  if (link.subPlan === null) return [...others, link];
  const fitsNone = link.subPlan === 'none';
  return [
    ...others.filter(({ subPlan }) => subPlan === null || (!fitsNone && subPlan !== 'none')),
    link,
  ];
}

/** @throws link-invalid */
async function refuseNoTarget(
  { db }: Pick<Context, 'db'>,
  { subPlans }: Round,
  { subPlan, project }: LinkRequest,
  act: LinkAct['act'],
): Promise<void> {
  if ((subPlan === undefined) === (project === undefined))
    throw invalid('/body', 'one-target', 'Name a sub-plan or a project, one of the two.');
  if (act === 'unlinked' || subPlan === 'none') return;
  if (subPlan !== undefined) {
    const known = subPlans.find(({ id }) => id === subPlan);
    if (!known) throw invalid('/body/subPlan', 'unknown-sub-plan', 'The round has no such one.');
    if (known.state === 'retired')
      throw invalid('/body/subPlan', 'retired-sub-plan', 'It is retired: link to another one.');
    return;
  }
  const state = await stateOfProject({ db }, project ?? '');
  if (!state) throw invalid('/body/project', 'unknown-project', 'There is no such project.');
  if (state === 'retired')
    throw invalid('/body/project', 'retired-project', 'It is retired: link to another one.');
}

const invalid = (pointer: string, code: string, detail: string) =>
  problem('link-invalid', { errors: [{ pointer, code }], detail });
