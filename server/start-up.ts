// What happens between opening the database and listening: secret, first survey and accounts, demonstration data, facts.
import { createSecretKey, randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { markInterrupted } from './batches/mark-interrupted.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import type { Database } from './db/database.ts';
import { fillDemonstration } from './demo.ts';
import { createFacts } from './facts/facts.ts';
import { loadFacts } from './facts/load.ts';
import { everyResponse } from './responses/every-response.ts';
import { putSettingOnce, readSetting } from './settings/settings.ts';
import { addFirstSurvey } from './surveys/first-survey.ts';
import { readSurveys } from './surveys/read-survey.ts';
import { hasUsers } from './users/find-user.ts';
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
  for (const survey of await readSurveys(context)) context.facts.setSurvey(survey);
  await loadFacts(context, everyResponse(context.db));
  if (context.demo) await fillDemonstration(context);
}

/** `auto` means: on for an empty database, and on for ever in a database that began as a demonstration. */
async function isDemonstration(config: Config, db: Database): Promise<boolean> {
  if (config.demo !== 'auto') return config.demo === 'on';
  if (await readSetting(db, 'demo')) return true;
  if (await hasUsers({ db })) return false;
  await putSettingOnce(db, 'demo', true);
  return true;
}

async function keptSecret(db: Database): Promise<string> {
  const made = randomBytes(32).toString('base64url');
  await putSettingOnce(db, 'secret', made);
  return String(await readSetting(db, 'secret'));
}
