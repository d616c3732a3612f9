// The flags of a round as somebody may see them: only those of which every response lies in their scope.
import type { PageOfFlags, QualityFlag } from '../../shared/api/quality.ts';
import type { Scope, User } from '../../shared/api/session.ts';
import { isInScope } from '../../shared/places/scope.ts';
import { type QualityRule, qualityRules } from '../../shared/quality/flag.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseLine } from '../../shared/text/thai.ts';
import type { Context } from '../context.ts';
import type { Page } from '../http/page.ts';
import { problem } from '../http/problem.ts';
import { type StoredAside, type StoredFlag, storedFlags } from './flag.model.ts';
import { lastLook } from './look-through.ts';

type Reading = Pick<Context, 'db'>;

export interface WantedFlags {
  readonly survey: string;
  readonly state: 'open' | 'aside';
  readonly rule?: QualityRule | undefined;
  /** only those that name this one */
  readonly response?: string | undefined;
}

/** In the order of the rules, those with most cases first. */
export async function listFlags(
  context: Reading,
  { survey, state, rule, response }: WantedFlags,
  scope: Scope,
  { limit, after }: Page,
): Promise<PageOfFlags> {
  const all = await flagsIn(context, survey, scope);
  const of = (wanted: WantedFlags['state']) =>
    all.filter(({ aside }) => (aside !== null) === (wanted === 'aside'));
  const chosen = of(state)
    .filter((flag) => rule === undefined || flag.rule === rule)
    .filter((flag) => response === undefined || flag.responses.includes(response))
    .sort(inOrder);
  const from = after === null ? 0 : chosen.findIndex(({ _id }) => _id === after) + 1;
  const items = chosen.slice(from, from + limit).map(toFlag);
  const ranAt = await lastLook(context);
  return {
    items,
    next: from + limit < chosen.length ? (items.at(-1)?.id ?? null) : null,
    total: chosen.length,
    open: of('open').length,
    aside: of('aside').length,
    ranAt: ranAt?.toISOString() ?? null,
  };
}

const inOrder = (one: StoredFlag, other: StoredFlag): number =>
  qualityRules.indexOf(one.rule) - qualityRules.indexOf(other.rule) ||
  other.cases - one.cases ||
  (one._id < other._id ? -1 : 1);

/** With a reason: it stays aside. null: it is to be looked at again. @throws not-found, reason-needed */
export async function putFlagAside(
  context: Pick<Context, 'db' | 'now'>,
  { survey, id }: { readonly survey: string; readonly id: string },
  given: string | null,
  user: User,
): Promise<QualityFlag> {
  const before = await oneIn(context, survey, id, user.scope);
  const aside = given === null ? null : asideOf(before, given, user, context.now());
  const { db } = context;
  const after = await db
    .model(storedFlags)
    .findOneAndUpdate({ _id: id }, { $set: { aside } }, { returnDocument: 'after' })
    .lean<StoredFlag>();
  if (!after) throw problem('not-found');
  return toFlag(after);
}

function asideOf({ cases }: StoredFlag, given: string, { username }: User, at: Date): StoredAside {
  const reason = removePersonalData(normaliseLine(given)).text;
  if (reason === '') throw problem('reason-needed', { detail: 'Say why it may be so.' });
  return { reason, by: username, at, cases };
}

async function oneIn(
  context: Reading,
  survey: string,
  id: string,
  scope: Scope,
): Promise<StoredFlag> {
  const flag = await context.db.model(storedFlags).findById(id).lean<StoredFlag>();
  if (!flag || flag.survey !== survey || !isWhollyIn(flag, scope)) throw problem('not-found');
  return flag;
}

async function flagsIn({ db }: Reading, survey: string, scope: Scope): Promise<StoredFlag[]> {
  const all = await db.model(storedFlags).find({ survey }).lean<StoredFlag[]>();
  return all.filter((flag) => isWhollyIn(flag, scope));
}

const isWhollyIn = ({ provinces }: StoredFlag, scope: Scope): boolean =>
  provinces.every((province) => isInScope(scope, province));

function toFlag(stored: StoredFlag): QualityFlag {
  const { _id, rule, numbers, cases, responses, foundAt, aside, asideBefore } = stored;
  return {
    id: _id,
    rule,
    numbers: { ...numbers },
    cases,
    responses: [...responses],
    foundAt: foundAt.toISOString(),
    aside: aside && { ...aside, at: aside.at.toISOString() },
    cameBack: aside === null && asideBefore !== null,
  };
}
