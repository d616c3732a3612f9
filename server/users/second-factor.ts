// The second factor of one person: set up in two steps, turned off, its recovery codes made anew; and how somebody who manages them
// takes it away when phone and codes are lost. Nobody but the person ever sees anything of it.

import type { Person } from '../../shared/api/people.ts';
import type {
  BegunSecondFactor,
  OwnSecondFactor,
  RecoveryCodes,
} from '../../shared/api/second-factor.ts';
import type { User } from '../../shared/api/session.ts';
import { mayManage } from '../../shared/people/managing.ts';
import { readCode } from '../../shared/people/second-factor-code.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { type Audit, auditedChanges } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { changeUser, type UserChange } from './change-user.ts';
import { findUser } from './find-user.ts';
import { toPerson } from './person.ts';
import { noSuchPerson } from './read-people.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { isSecretKept, seal, unseal } from './seal.ts';
import { needsSecondFactor } from './second-factor-rule.ts';
import { countCodeTry, forgetCodeTries } from './sign-in-limit.ts';
import { sealedFor } from './take-code.ts';
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts';
import type { StoredUser } from './user.model.ts';

const beginLastsMs = 30 * 60 * 1000;

export async function readSecondFactor(context: Context, user: User): Promise<OwnSecondFactor> {
  const stored = await findUser(context, user.username);
  const factor = stored?.secondFactor;
  return {
    since: factor?.since.toISOString() ?? null,
    codesLeft: factor?.recovery.digests.length ?? 0,
    required: await needsSecondFactor(context, user.role),
  };
}

/** Nothing changes before a code of it has come; one that is there goes on until then. @throws second-factor-unavailable */
export async function beginSecondFactor(
  context: Context,
  username: string,
): Promise<BegunSecondFactor> {
  refuseWithoutSecret(context);
  const secret = newTotpSecret();
  const expiresAt = new Date(context.now().getTime() + beginLastsMs);
  const begun = { secret: seal(context, sealedFor(username), secret), expiresAt };
  await changeUser(context, username, () => ({
    set: { secondFactorBegun: begun },
    ends: 'nothing',
  }));
  return { secret, uri: totpUri(secret, username), expiresAt: expiresAt.toISOString() };
}

/** Other sessions end: they were opened without it. @throws second-factor-wrong, second-factor-over, too-many-tries */
export async function confirmSecondFactor(
  context: Context,
  username: string,
  text: string,
  audit: Audit,
): Promise<{ readonly codes: RecoveryCodes; readonly version: number }> {
  await countCodeTry(context, username);
  const { shown, stored: recovery } = await newRecoveryCodes();
  const typed = readCode(text);
  const decide = ({ secondFactorBegun: begun }: StoredUser): UserChange => {
    const secret =
      begun && begun.expiresAt > context.now()
        ? unseal(context, sealedFor(username), begun.secret)
        : undefined;
    if (secret === undefined)
      throw problem('second-factor-over', { detail: 'Begin again, and scan the new code.' });
    const step = typed && stepOfCode(secret, typed.code, context.now());
    if (step === undefined) throw wrongCode();
    const since = context.now();
    const secondFactor = { secret: begun?.secret ?? '', since, lastStep: step, wrong: 0, recovery };
    const happening = { what: 'second-factor-set', on: `person:${username}` } as const;
    return { set: { secondFactor, secondFactorBegun: null }, ends: 'sessions', happening };
  };
  const after = await changeUser(context, username, decide, audit);
  await forgetCodeTries(context, username);
  return { codes: { recoveryCodes: [...shown] }, version: after.version ?? 1 };
}

/** @throws not-found when there is none */
export async function newCodes(
  context: Context,
  username: string,
  audit: Audit,
): Promise<RecoveryCodes> {
  const { shown, stored: recovery } = await newRecoveryCodes();
  const happening = { what: 'recovery-codes-made', on: `person:${username}` } as const;
  const decide = ({ secondFactor }: StoredUser): UserChange => {
    if (!secondFactor) throw problem('not-found', { detail: 'You have no second factor.' });
    return { set: { secondFactor: { ...secondFactor, recovery } }, ends: 'nothing', happening };
  };
  await changeUser(context, username, decide, audit);
  return { recoveryCodes: [...shown] };
}

/** @throws not-allowed where the role must have one */
export async function turnOffSecondFactor(
  context: Context,
  user: User,
  audit: Audit,
): Promise<void> {
  if (await needsSecondFactor(context, user.role))
    throw problem('not-allowed', {
      detail: 'Your role must have a second factor; set up another.',
    });
  const happening = { what: 'second-factor-ended', on: `person:${user.username}` } as const;
  const off = { secondFactor: null, secondFactorBegun: null };
  const decide = (): UserChange => ({ set: off, ends: 'nothing', happening });
  await changeUser(context, user.username, decide, audit);
}

/** All sessions of theirs end, since the lost phone may be in other hands. @throws not-found, not-allowed for oneself */
export async function resetSecondFactor(
  context: Context,
  manager: User,
  { username, reason, audit }: { username: string; reason: string; audit: Audit },
): Promise<Person> {
  if (username === manager.username)
    throw problem('not-allowed', { detail: 'Turn off your own where you manage your account.' });
  if (!(await findUser(context, username))) throw noSuchPerson();
  const happening = {
    what: 'second-factor-reset',
    on: `person:${username}`,
    changes: auditedChanges({}, { reason: removePersonalData(reason).text }),
  } as const;
  const decide = (before: StoredUser): UserChange => {
    if (!mayManage(manager, before)) throw noSuchPerson();
    return { set: { secondFactor: null, secondFactorBegun: null }, ends: 'sessions', happening };
  };
  const after = await changeUser(context, username, decide, audit);
  return toPerson(after, context.now());
}

const wrongCode = () =>
  problem('second-factor-wrong', {
    detail: 'The app shows another code by now, or its clock is wrong.',
  });

export function refuseWithoutSecret({ config }: Pick<Context, 'config'>): void {
  if (isSecretKept(config)) return;
  throw problem('second-factor-unavailable', {
    detail: 'Without SECRET nothing that an app was given could be checked after the next start.',
  });
}
