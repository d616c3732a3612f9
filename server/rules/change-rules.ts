// Adding a rule and changing it. Each is one write of one document, on top of the version that was seen; what it links, or takes back, is
// done beside everything else afterwards.
import { randomUUID } from 'node:crypto';
import {
  mostRules,
  type RuleAct,
  type RuleChange,
  type RuleTerms,
} from '../../shared/api/rules.ts';
import type { Scope, User } from '../../shared/api/session.ts';
import { isScopeWithin } from '../../shared/places/scope.ts';
import { soughtWord } from '../../shared/plan/rule-words.ts';
import type { SubPlan } from '../../shared/survey/definition.ts';
import { normaliseLine } from '../../shared/text/thai.ts';
import { type Audit, auditedChanges } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { readFilters } from '../facts/read-filters.ts';
import { problem } from '../http/problem.ts';
import { readRule, rulesOfSurvey } from './read-rules.ts';
import { type StoredRule, storedRules } from './rule.model.ts';

type Changing = Pick<Context, 'db' | 'now'>;

interface Round {
  readonly id: string;
  readonly subPlans: readonly SubPlan[];
}
interface By {
  readonly user: User;
  readonly audit: Audit;
}

const mostHistory = 100;
/** those that are put away stay */
const mostEver = 1000;

/** @throws rule-invalid, unreadable for a filter that is none */
export function termsOf(round: Round, given: RuleTerms): RuleTerms {
  const { words, match, where, subPlan } = given;
  const tidy = [...new Set(words.map(normaliseLine))];
  for (const [at, word] of words.entries())
    if (!soughtWord(word)) throw invalid(`/body/words/${at}`, 'word-too-short', 'Two letters.');
  const known = round.subPlans.find(({ id }) => id === subPlan);
  if (!known) throw invalid('/body/subPlan', 'unknown-sub-plan', 'The round has no such one.');
  return { filters: readFilters({ ...given.filters }, round), words: tidy, match, where, subPlan };
}

/** @throws rule-invalid */
export async function addRule(
  context: Changing,
  { round, terms, scope }: { readonly round: Round; readonly terms: RuleTerms; scope: Scope },
  by: By,
): Promise<StoredRule> {
  refuseRetired(round, terms);
  const there = await rulesOfSurvey(context, round.id);
  if (there.length >= mostEver || there.filter(isUsed).length >= mostRules)
    throw invalid('/body', 'too-many-rules', `A round has at most ${mostRules} rules.`);
  const stored: StoredRule = {
    _id: randomUUID(),
    survey: round.id,
    ...terms,
    ...{ scope, state: 'off', version: 1, settledVersion: 1, progress: null },
    ...signed(context, 'added', by.user, []),
  };
  const changes = auditedChanges({}, { ...terms, survey: round.id });
  const happening = { what: 'rule-added', on: `rule:${stored._id}`, changes } as const;
  await by.audit.before(happening, () =>
    context.db.model(storedRules).collection.insertOne(stored as never),
  );
  return stored;
}

/** @throws not-found, not-allowed for a rule of a larger place, rule-invalid, rule-changed */
export async function changeRule(
  context: Changing,
  { round, id }: { readonly round: Round; readonly id: string },
  { version, state, ...change }: RuleChange,
  by: By,
): Promise<StoredRule> {
  const before = await readRule(context, round.id, id);
  refuseLarger(before.scope, by.user.scope);
  if (before.version !== version) throw changedBefore(before);
  const next = { ...before, ...change, state: state ?? before.state };
  const isReworded = Object.keys(change).length > 0;
  refuseState(before, next, isReworded);
  const { filters, words, match, where, subPlan } = next;
  const terms = isReworded ? termsOf(round, next) : { filters, words, match, where, subPlan };
  if (next.state === 'on') refuseRetired(round, terms);
  const changes = auditedChanges(pick(before), pick({ ...terms, state: next.state }));
  if (changes.length === 0) return before;
  const act = next.state === before.state ? 'changed' : next.state;
  return await write(context, before, { terms, state: next.state, act, changes }, by);
}

/** @throws not-allowed */
export function refuseLarger(place: Scope, own: Scope): void {
  if (!isScopeWithin(place, own))
    throw problem('not-allowed', { detail: 'This rule is of a larger place than yours.' });
}

interface Written {
  readonly terms: RuleTerms;
  readonly state: StoredRule['state'];
  readonly act: RuleAct;
  readonly changes: ReturnType<typeof auditedChanges>;
}

async function write(
  context: Changing,
  before: StoredRule,
  { terms, state, act, changes }: Written,
  by: By,
): Promise<StoredRule> {
  const { _id, version } = before;
  // what nobody has switched on has linked nothing
  const isIdle = before.state !== 'on' && state !== 'on' && before.settledVersion === version;
  const set = {
    ...terms,
    ...{ state, version: version + 1, progress: null },
    ...(isIdle && { settledVersion: version + 1 }),
    ...signed(context, act, by.user, before.history),
  };
  const written = await by.audit.before(
    { what: auditedActOf[act], on: `rule:${_id}`, changes },
    () =>
      context.db
        .model(storedRules)
        .findOneAndUpdate({ _id, version }, { $set: set }, { returnDocument: 'after' })
        .lean<StoredRule>(),
  );
  if (!written) throw changedBefore(await readRule(context, before.survey, _id));
  return written;
}

const auditedActOf = {
  added: 'rule-added',
  changed: 'rule-changed',
  on: 'rule-on',
  off: 'rule-off',
  retired: 'rule-retired',
} as const satisfies Record<RuleAct, string>;

const isUsed = ({ state }: Pick<StoredRule, 'state'>): boolean => state !== 'retired';

const pick = ({ filters, words, match, where, subPlan, state }: RuleTerms & { state: string }) => ({
  ...{ filters, words, match, where, subPlan, state },
});

function signed(
  { now }: Changing,
  act: RuleAct,
  { username: by }: User,
  history: StoredRule['history'],
): Pick<StoredRule, 'by' | 'changedAt' | 'history'> {
  const at = now();
  return { by, changedAt: at, history: [...history, { act, by, at }].slice(-mostHistory) };
}

/** @throws rule-invalid */
function refuseState(before: StoredRule, next: Pick<StoredRule, 'state'>, reworded: boolean): void {
  if (before.state === 'retired')
    throw invalid('/body/state', 'rule-retired', 'It was put away: make a new one.');
  if (reworded && (before.state === 'on' || next.state === 'on'))
    throw invalid('/body/words', 'rule-on', 'Switch it off first, change it, look, switch it on.');
}

/** @throws rule-invalid */
function refuseRetired({ subPlans }: Round, { subPlan }: RuleTerms): void {
  if (subPlans.find(({ id }) => id === subPlan)?.state === 'active') return;
  throw invalid('/body/subPlan', 'retired-sub-plan', 'It is retired: link to another one.');
}

const changedBefore = ({ version }: StoredRule) =>
  problem('rule-changed', { version, detail: 'Look at the rule again, then repeat your change.' });

const invalid = (pointer: string, code: string, detail: string) =>
  problem('rule-invalid', { errors: [{ pointer, code }], detail });
