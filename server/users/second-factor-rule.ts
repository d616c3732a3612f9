// Which roles must have a second factor: one setting, asked anew each time it matters, so that it holds in every process at once.
import { rolesWithSecondFactor, type SignInRules } from '../../shared/api/second-factor.ts';
import { type Role, roles } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import { putSetting, settingNow } from '../settings/settings.ts';
import { mayEnter } from './sessions.ts';
import { type StoredSession, type StoredUser, storedUsers } from './user.model.ts';

type Asking = Pick<Context, 'db'>;
type RoleWithOne = (typeof rolesWithSecondFactor)[number];

const setting = 'second-factor-roles';

export async function needsSecondFactor({ db }: Asking, role: Role): Promise<boolean> {
  return canNeed(role) && (await rolesThatNeed({ db })).includes(role);
}

/**
 * The role must have one, and the person has none. Who comes in by the sign-in service shows it there (`OIDC_ACR`, `OIDC_AMR`), and so
 * does whoever has no password here; `session`: absent for a script's token.
 */
export async function isSecondFactorMissing(
  context: Asking,
  { role, secondFactor, service, password }: StoredUser,
  session?: Pick<StoredSession, 'byService'>,
): Promise<boolean> {
  if (session?.byService || (service && password === null)) return false;
  return !secondFactor && (await needsSecondFactor(context, role));
}

const canNeed = (role: Role): role is RoleWithOne =>
  rolesWithSecondFactor.some((one) => one === role);

async function rolesThatNeed({ db }: Asking): Promise<readonly RoleWithOne[]> {
  const value = await settingNow(db, setting);
  return Array.isArray(value) ? rolesWithSecondFactor.filter((role) => value.includes(role)) : [];
}

export async function readRules({ db, demo }: Pick<Context, 'db' | 'demo'>): Promise<SignInRules> {
  const counts = new Map(roles.map((role) => [role, { role, people: 0, withSecondFactor: 0 }]));
  const found = db
    .model(storedUsers)
    .find({ _id: { $gt: '' } })
    .sort({ _id: 1 })
    .lean<StoredUser>()
    .cursor();
  for await (const stored of found) {
    const count = counts.get(stored.role);
    if (!count || !mayEnter(stored, demo)) continue;
    count.people++;
    if (stored.secondFactor) count.withSecondFactor++;
  }
  return { secondFactor: [...(await rolesThatNeed({ db }))], people: [...counts.values()] };
}

export async function setRolesThatNeed(
  { db }: Asking,
  given: readonly RoleWithOne[],
): Promise<void> {
  const value = rolesWithSecondFactor.filter((role) => given.includes(role));
  await putSetting(db, setting, value);
}
