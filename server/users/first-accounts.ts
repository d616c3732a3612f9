// The accounts a fresh database gets: the demonstration's, or one administrator.
import { randomBytes } from 'node:crypto';
import type { Role, Scope } from '../../shared/api/session.ts';
import type { Database } from '../db/database.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { standardOfficeOf } from '../offices/standard-offices.ts';
import { hashPassword } from './password.ts';
import { storedUsers } from './user.model.ts';

interface Account {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly scope: Scope;
  /** signs in only where the demonstration is on */
  readonly demo?: boolean;
}

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
}

/** Adds the first account `admin` when there is none. */
export async function addFirstAdministrator(
  db: Database,
  given: string | undefined,
  now: Date,
): Promise<FirstAdministrator> {
  const none = { added: false, madeUp: undefined };
  if (await db.model(storedUsers).findOne({ _id: 'admin' }, { _id: 1 }).lean()) return none;
  const password = given ?? randomBytes(12).toString('base64url');
  const account: Account = {
    username: 'admin',
    name: 'Administrator',
    role: 'administrator',
    scope: { kind: 'all' },
  };
  const added = await addAccount(db, account, await hashPassword(password), now);
  return added ? { added, madeUp: given === undefined ? password : undefined } : none;
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
