// Invitations: a code by which a person sets their password, once, within ten days. The person's document holds its digest, so a
// new code kills the old one, and using it is one write.
import { hash, randomBytes } from 'node:crypto';
import type { Invitation } from '../../shared/api/people.ts';
import type { Audit } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { changeUser, type UserChange } from './change-user.ts';
import { hashPassword } from './password.ts';
import { type StoredInvitation, type StoredUser, storedUsers } from './user.model.ts';
import { refuseWeakPassword } from './weak-password.ts';

const lastsMs = 10 * 24 * 60 * 60 * 1000;
/** digits and letters that are not taken for each other when they are read aloud or typed */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
/** 140 bits: nobody finds one by trying; seven groups of four where it is shown */
const length = 28;

export interface MadeInvitation {
  readonly shown: Invitation;
  readonly stored: StoredInvitation;
}

export function newInvitation(now: Date): MadeInvitation {
  const code = Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join('');
  const expiresAt = new Date(now.getTime() + lastsMs);
  return {
    shown: { code, expiresAt: expiresAt.toISOString() },
    stored: { digest: digestOfCode(code), expiresAt },
  };
}

/** Whom the code is for. By its digest, so that the time tells nothing of codes that are nearly right. @throws invitation-over */
export async function readInvitation(
  { db, now, demo }: Pick<Context, 'db' | 'now' | 'demo'>,
  code: string,
): Promise<StoredUser & { readonly invitation: StoredInvitation }> {
  const stored = await db
    .model(storedUsers)
    .findOne({ 'invitation.digest': digestOfCode(code) })
    .lean<StoredUser>();
  const mayEnter = stored?.active && (!stored.demo || demo);
  if (!stored?.invitation || !mayEnter || stored.invitation.expiresAt <= now()) throw over();
  return { ...stored, invitation: stored.invitation };
}

/** Sets the password; sessions and tokens of before end, since they may be somebody else's. `askForMore`: a link alone does not let in who has a second factor. @throws invitation-over, password-weak */
export async function acceptInvitation(
  context: Pick<Context, 'db' | 'now' | 'demo'>,
  code: string,
  password: string,
  askForMore: (invited: StoredUser) => Promise<void>,
  audit: Audit,
): Promise<StoredUser> {
  const invited = await readInvitation(context, code);
  const { _id, invitation } = invited;
  await refuseWeakPassword(password, _id);
  await askForMore(invited);
  const hashed = await hashPassword(password);
  const decide = (stored: StoredUser): UserChange => {
    // used by another, or disabled, meanwhile
    if (stored.invitation?.digest !== invitation.digest || !stored.active) throw over();
    const happening = { what: 'password-set', on: `person:${_id}`, who: _id } as const;
    return { set: { password: hashed, invitation: null }, ends: 'sessions and tokens', happening };
  };
  return await changeUser(context, _id, decide, audit);
}

/** As people type it: in letters of any size, in groups. */
function digestOfCode(code: string): string {
  const tidy = code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return hash('sha256', `invitation ${tidy}`, 'base64url');
}

const over = () =>
  problem('invitation-over', {
    detail: 'It was used, it is older than ten days, or a newer one was made. Ask for a new one.',
  });
