// For work that goes on after its request: whether a person still may what they began, as they are now.
import type { Scope, User } from '../../shared/api/session.ts';
import { canonicalJson } from '../../shared/text/canonical-json.ts';
import type { Context } from '../context.ts';
import { permissions, type Verb } from '../http/permissions.ts';
import { findUser } from './find-user.ts';
import { isSecondFactorMissing } from './second-factor-rule.ts';
import { mayEnter, toUser } from './sessions.ts';

interface Begun {
  readonly username: string;
  readonly verb: Verb;
  /** theirs when they began */
  readonly scope: Scope;
}

export type StillMay =
  | { readonly user: User; readonly why?: never }
  | {
      readonly user?: never;
      readonly why: 'person-disabled' | 'role-changed' | 'scope-changed' | 'second-factor-missing';
    };

/** Asks the database, so a change in any process holds at once. */
export async function mayNow(
  context: Pick<Context, 'db' | 'demo'>,
  { username, verb, scope }: Begun,
): Promise<StillMay> {
  const stored = await findUser(context, username);
  if (!stored || !mayEnter(stored, context.demo)) return { why: 'person-disabled' };
  const who: readonly string[] | 'everyone' = permissions[verb];
  if (who !== 'everyone' && !who.includes(stored.role)) return { why: 'role-changed' };
  if (canonicalJson(stored.scope) !== canonicalJson(scope)) return { why: 'scope-changed' };
  if (await isSecondFactorMissing(context, stored)) return { why: 'second-factor-missing' };
  return { user: toUser(stored) };
}
