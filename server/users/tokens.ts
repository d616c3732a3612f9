// Tokens for scripts: made by a person for themselves, shown once, kept as a digest. What one may is the least of what it was given
// and what its person may now.
import { hash, randomBytes } from 'node:crypto';
import {
  type MadeToken,
  type NewToken,
  type OwnToken,
  type TokenVerb,
  tokenVerbs,
} from '../../shared/api/me.ts';
import type { Role, User } from '../../shared/api/session.ts';
import { type Audit, auditedChanges } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { isStorageFull } from '../db/failures.ts';
import { permissions } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { findUser } from './find-user.ts';
import { mayEnter, noteAfter } from './sessions.ts';
import { type StoredToken, storedTokens } from './token.model.ts';
import { type StoredUser, storedUsers } from './user.model.ts';

/** says what it is, where one is found in a file or a log */
const mark = 'rft_';
const mostOfOne = 20;
const longestMs = 366 * 24 * 60 * 60 * 1000;

export const isApiToken = (token: string): boolean => token.startsWith(mark);
/** Under which it is stored. */
export const digestOfToken = (token: string): string => hash('sha256', token, 'base64url');
const tokenVersionOf = (user: StoredUser): number => user.tokenVersion ?? 1;

/** The verbs that tokens of a role may have. */
export function verbsToGive(role: Role): readonly TokenVerb[] {
  return tokenVerbs.filter((verb) => (permissions[verb] as readonly Role[]).includes(role));
}

export interface LivingToken {
  readonly token: StoredToken;
  readonly user: StoredUser;
}

/** undefined: none of ours, ended, expired, or its person may not sign in any more */
export async function livingToken(context: Context, id: string): Promise<LivingToken | undefined> {
  const { db, demo, now } = context;
  const token = await db.byId(storedTokens, id);
  if (!token || token.expiresAt <= now()) return undefined;
  const user = await db.byId(storedUsers, token.username);
  if (!user || !mayEnter(user, demo)) return undefined;
  if (token.tokenVersion !== tokenVersionOf(user)) return undefined;
  const unused = now().getTime() - (token.seenAt?.getTime() ?? 0);
  if (unused > noteAfter) await noteUse(context, id);
  return { token, user };
}

/** It is only a note: where there is no room to write it, reading goes on. */
async function noteUse({ db, now }: Context, _id: string): Promise<void> {
  try {
    await db.model(storedTokens).updateOne({ _id }, { $set: { seenAt: now() } });
  } catch (error) {
    if (!isStorageFull(error)) throw error;
  }
}

/** Those that live, the newest first. */
export async function listTokens(context: Context, username: string): Promise<OwnToken[]> {
  const user = await findUser(context, username);
  const stored = await context.db
    .model(storedTokens)
    .find({ username })
    .sort({ _id: 1 })
    .lean<StoredToken[]>();
  return stored
    .filter(({ tokenVersion }) => user && tokenVersion === tokenVersionOf(user))
    .filter(({ expiresAt }) => expiresAt > context.now())
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    .map(toOwnToken);
}

/** @throws not-allowed for what the person may not, token-invalid */
export async function makeToken(
  context: Context,
  { username, role }: User,
  { name, verbs, expiresAt }: NewToken,
  audit: Audit,
): Promise<MadeToken> {
  const beyond = verbs.find((verb) => !verbsToGive(role).includes(verb));
  if (beyond)
    throw problem('not-allowed', {
      detail: `You may not \`${beyond}\`, so no token of yours may.`,
    });
  const createdAt = context.now();
  const until = new Date(expiresAt);
  const left = until.getTime() - createdAt.getTime();
  if (!(left > 0 && left <= longestMs)) throw invalid('expires-at', '/body/expiresAt');
  if ((await listTokens(context, username)).length >= mostOfOne) throw invalid('too-many', '/body');
  const user = await findUser(context, username);
  if (!user) throw problem('signed-out');
  const token = mark + randomBytes(32).toString('base64url');
  const stored: StoredToken = {
    _id: digestOfToken(token),
    username,
    tokenVersion: tokenVersionOf(user),
    name,
    verbs: [...new Set(verbs)],
    createdAt,
    seenAt: null,
    expiresAt: until,
  };
  const happening = {
    what: 'token-made',
    on: `token:${stored._id}`,
    changes: auditedChanges({}, { name, verbs: stored.verbs, expiresAt: until }),
  } as const;
  await audit.before(happening, () =>
    context.db.model(storedTokens).collection.insertOne(stored as never),
  );
  return { ...toOwnToken(stored), token };
}

/** @throws not-found, also for another person's */
export async function endToken(
  { db }: Context,
  username: string,
  id: string,
  audit: Audit,
): Promise<void> {
  const stored = await db.model(storedTokens).findById(id).lean<StoredToken>();
  if (stored?.username !== username)
    throw problem('not-found', { detail: 'You have no such token.' });
  await audit.note({ what: 'token-ended', on: `token:${id}` });
  await db.model(storedTokens).deleteOne({ _id: id });
}

function toOwnToken({ _id, name, verbs, createdAt, seenAt, expiresAt }: StoredToken): OwnToken {
  return {
    id: _id,
    name,
    verbs: [...verbs],
    createdAt: createdAt.toISOString(),
    seenAt: seenAt?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
  };
}

const invalidDetails = {
  'expires-at': 'It must end in the future, within a year.',
  'too-many': `You have ${mostOfOne} already: end one first.`,
} as const;

function invalid(code: keyof typeof invalidDetails, pointer: string) {
  return problem('token-invalid', { errors: [{ pointer, code }], detail: invalidDetails[code] });
}
