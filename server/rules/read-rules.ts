// Rules as they are stored, as they go over the wire, and as they judge.
import type { Rule } from '../../shared/api/rules.ts';
import { linkMatcher } from '../../shared/plan/link-rule.ts';
import type { SubPlan } from '../../shared/survey/definition.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import type { RuleAtWork } from './judge-responses.ts';
import { type StoredRule, storedRules } from './rule.model.ts';

/** @throws not-found */
export async function readRule(
  { db }: Pick<Context, 'db'>,
  survey: string,
  id: string,
): Promise<StoredRule> {
  const stored = await db.model(storedRules).findOne({ _id: id, survey }).lean<StoredRule>();
  if (!stored) throw problem('not-found', { detail: 'There is no such rule.' });
  return stored;
}

/** Newest first. */
export async function rulesOfSurvey(
  { db }: Pick<Context, 'db'>,
  survey: string,
): Promise<StoredRule[]> {
  const found = await db.model(storedRules).find({ survey }).lean<StoredRule[]>();
  return found.sort((a, b) => timeOf(b) - timeOf(a) || (a._id < b._id ? -1 : 1));
}

const timeOf = ({ history, changedAt }: StoredRule): number =>
  (history[0]?.at ?? changedAt).getTime();

/** What is needed of a rule to work by it. */
export type WorkedRule = Omit<StoredRule, 'history' | 'progress' | 'changedAt'>;

const workedFields = {
  ...{ survey: 1, filters: 1, words: 1, match: 1, where: 1, subPlan: 1, scope: 1 },
  ...{ state: 1, version: 1, settledVersion: 1, by: 1 },
} as const;

/** Of all rounds. */
export async function everyRule({ db }: Pick<Context, 'db'>): Promise<WorkedRule[]> {
  return await db
    .model(storedRules)
    .find({ _id: { $gt: '' } }, workedFields)
    .lean<WorkedRule[]>();
}

/** `linked`: issues that each has linked, as the facts count them. */
export function toRule(
  { _id, filters, words, ...stored }: StoredRule,
  linked: ReadonlyMap<string, number>,
): Rule {
  const { settledVersion, version, progress } = stored;
  return {
    ...{ id: _id, survey: stored.survey, filters, words: [...words], match: stored.match },
    ...{ where: stored.where, subPlan: stored.subPlan, scope: stored.scope, state: stored.state },
    linked: linked.get(_id) ?? 0,
    progress: settledVersion === version ? null : (progress ?? { done: 0, of: 0 }),
    ...{ version, by: stored.by, changedAt: stored.changedAt.toISOString() },
    history: stored.history.map((one) => ({ ...one, at: one.at.toISOString() })),
  };
}

export function toRuleAtWork(stored: WorkedRule, subPlans: readonly SubPlan[]): RuleAtWork {
  const { _id, survey, scope, subPlan, by } = stored;
  const rests = subPlans.find(({ id }) => id === subPlan)?.state !== 'active';
  return { id: _id, survey, scope, subPlan, by, rests, matcher: linkMatcher(stored) };
}
