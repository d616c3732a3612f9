// The accounts a fresh database gets: the demonstration's, or one administrator.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Role, Scope } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { standardOfficeOf } from '../offices/standard-offices.ts';
import { findUser, noteShown } from './find-user.ts';
import { hashPassword } from './password.ts';
import { storedUsers } from './user.model.ts';

interface Account {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: Scope;
  /** signs in only where the demonstration is on */
  readonly demo?: boolean;
  readonly unshown?: boolean;
}

const administrator: Account = {
  username: 'admin',
  name: 'Administrator',
  role: 'administrator',
  scope: { kind: 'all' },
};

export const demoPassword = 'rabfang-demo';

export const demoAccounts: readonly Account[] = [
  {
    username: 'malee',
    name: 'มาลี (ตัวอย่าง)',
    role: 'enumerator',
    scope: { kind: 'province', province: 'TH-50' },
  },
  {
    username: 'somchai',
    name: 'สมชาย (ตัวอย่าง)',
    role: 'officer',
    scope: { kind: 'province', province: 'TH-40' },
  },
  {
    username: 'wanida',
    name: 'วนิดา (ตัวอย่าง)',
    role: 'officer',
    scope: { kind: 'region', region: 'northeast' },
  },
  { username: 'nok', name: 'นก (ตัวอย่าง)', role: 'planner', scope: { kind: 'all' } },
  { username: 'admin', name: 'ผู้ดูแลระบบ (ตัวอย่าง)', role: 'administrator', scope: { kind: 'all' } },
];

/** Adds the demonstration accounts that are not there yet, marked as what they are. */
export async function addDemoAccounts(db: Database, now: Date): Promise<void> {
  const password = await hashPassword(demoPassword);
  for (const account of demoAccounts)
    await addAccount(db, { ...account, demo: true }, password, now);
}

export interface FirstAdministrator {
  /** false: an account `admin` was there already */
  readonly added: boolean;
  /** the password when it had to be made up: shown once and kept nowhere */
  readonly madeUp: string | undefined;
  /** somebody has read it; until then another start makes up another one */
  shown(): Promise<void>;
}

type Adding = Pick<Context, 'db' | 'leases'>;

const none: FirstAdministrator = { added: false, madeUp: undefined, shown: async () => undefined };

/**
 * Adds the first account `admin` when there is none, or takes over the one of a start that ended before anybody read its password.
 * Of several starts at once one does.
 */
export async function addFirstAdministrator(
  { db, leases }: Adding,
  given: string | undefined,
  now: Date,
): Promise<FirstAdministrator> {
  if (!(await isToBeShown(db))) return none;
  const lease = await leases.takeWhenLeft('first-account', randomUUID());
  if (!lease) return none;
  const password = given ?? randomBytes(12).toString('base64url');
  if (!(await beAdministrator(db, password, given === undefined, now))) {
    await lease.release();
    return none;
  }
  const shown = async () => {
    await noteShown({ db }, administrator.username);
    await lease.release();
  };
  if (given === undefined) return { added: true, madeUp: password, shown };
  await shown();
  return { ...none, added: true };
}

/** There is no `admin`, or one whose password nobody may have read. */
async function isToBeShown(db: Database): Promise<boolean> {
  const known = await findUser({ db }, administrator.username);
  return known === null || known.unshown === true;
}

async function beAdministrator(
  db: Database,
  password: string,
  unshown: boolean,
  now: Date,
): Promise<boolean> {
  if (!(await isToBeShown(db))) return false;
  const hashed = await hashPassword(password);
  const account = { ...administrator, ...(unshown && { unshown }) };
  if (await addAccount(db, account, hashed, now)) return true;
  const { matchedCount } = await db
    .model(storedUsers)
    .updateOne(
      { _id: administrator.username, unshown: true },
      { $set: { password: hashed, unshown }, $inc: { version: 1, revision: 1 } },
    );
  return matchedCount === 1;
}

async function addAccount(
  db: Database,
  account: Account,
  password: string,
  now: Date,
): Promise<boolean> {
  const { username, ...rest } = account;
  try {
    await db.model(storedUsers).collection.insertOne({
      _id: username as never,
      ...rest,
      office: standardOfficeOf(rest.scope),
      password,
      active: true,
      version: 1,
      tokenVersion: 1,
      revision: 1,
      createdAt: now,
    });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false; // another process was first, or it is there from before
    throw error;
  }
}
