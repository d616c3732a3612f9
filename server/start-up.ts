// What happens between opening the database and listening: secret, first survey and accounts, demonstration data, facts.
import { createSecretKey, randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { markInterrupted } from './batches/mark-interrupted.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import type { Database } from './db/database.ts';
import { isDuplicateKey } from './db/failures.ts';
import { fillDemonstration } from './demo.ts';
import { createFacts } from './facts/facts.ts';
import { loadFacts } from './facts/load.ts';
import { addFirstSurvey } from './surveys/first-survey.ts';
import { addDemoAccounts, addFirstAdministrator } from './users/first-accounts.ts';

export interface Prepared {
  readonly context: Context;
  /** made up for the first account, to be shown once */
  readonly adminPassword: string | undefined;
  /** resolves when the facts are complete and, in a demonstration, the data are there */
  readonly complete: Promise<void>;
}

export async function prepare(
  config: Config,
  db: Database,
  log: Logger,
  stopping: AbortSignal,
): Promise<Prepared> {
  const demo = await isDemonstration(config, db);
  const now = () => new Date();
  const facts = createFacts();
  const secret = createSecretKey(config.secret ?? (await keptSecret(db)), 'utf8');
  const context: Context = { config, db, facts, log, secret, demo, now, stopping };
  await addFirstSurvey(db);
  if (demo) await addDemoAccounts(db, now());
  const adminPassword = demo
    ? undefined
    : await addFirstAdministrator(db, config.adminPassword, now());
  await markInterrupted(context);
  return { context, adminPassword, complete: complete(context) };
}

async function complete(context: Context): Promise<void> {
  await loadFacts(context);
  if (context.demo) await fillDemonstration(context);
}

/** `auto` means: on for an empty database, and on for ever in a database that began as a demonstration. */
async function isDemonstration(config: Config, db: Database): Promise<boolean> {
  if (config.demo !== 'auto') return config.demo === 'on';
  if (await db.settings.findById('demo').lean()) return true;
  if (await db.users.findOne({}, { _id: 1 }).lean()) return false;
  await putSetting(db, 'demo', true);
  return true;
}

async function keptSecret(db: Database): Promise<string> {
  const made = randomBytes(32).toString('base64url');
  await putSetting(db, 'secret', made);
  const kept = await db.settings.findById('secret').lean();
  return String(kept?.value);
}

/** Sets it once: a value that is there stays. */
async function putSetting(db: Database, id: string, value: unknown): Promise<void> {
  try {
    await db.settings.collection.insertOne({ _id: id as never, value });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
