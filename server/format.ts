// Which format the documents of a database have, on either engine, and how an earlier one is carried over: at the start, by one
// process, while the others wait. One that a later version has worked on is refused in words.
// (The embedded engine's file has a format of its own, for how it stores documents at all.)
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database, OpenDatabase } from './db/database.ts';
import { isStorageUnavailable } from './db/failures.ts';
import type { MigrationStep } from './db/migrations/step.ts';
import { steps as everyStep, knownFormat } from './db/migrations/steps.ts';
import { takeSteps } from './db/migrations/take-steps.ts';
import { StorageRefusal } from './db/refusal.ts';
import { Leases, type WorkLease } from './leases/leases.ts';
import { putSettingOnce, raiseSetting, readSetting } from './settings/settings.ts';

/** the latest format that any document may have: who does not know it, keeps out */
export const formatSetting = 'format';
/** the format that every document has, at least */
const reachedSetting = 'format-reached';
const lease = 'format';

const lookMs = 100;
/** several that start on an empty database wait for less, and need not hear of it */
const sayAfterMs = 1000;
const sayEveryMs = 5000;

interface Bringing {
  readonly say: (sentence: string) => void;
  readonly stopping: AbortSignal;
  /** those of this process, when there are some */
  readonly leases?: Leases;
  readonly steps?: readonly MigrationStep[];
}

/** Every document has today's format when it resolves. @throws StorageRefusal */
export async function carryDocumentsOver(
  db: OpenDatabase,
  { say, stopping, leases = new Leases(db), steps = everyStep }: Bringing,
): Promise<void> {
  let sayAt = performance.now() + sayAfterMs;
  while (!(await isReached(db))) {
    stopping.throwIfAborted();
    const taken = await leases.takeOrTakeOver(lease, randomUUID(), db.engine === 'embedded');
    if (taken) {
      await carryOver(db, taken, { say, stopping, steps });
      continue;
    }
    if (performance.now() > sayAt) {
      say(waiting);
      sayAt = performance.now() + sayEveryMs;
    }
    await wait(lookMs);
  }
}

const waiting =
  'Another process carries the database over to the format of this version; this one goes on after it …';

/** For who only reads. @throws StorageRefusal */
export async function refuseEarlierDocuments(db: Database): Promise<void> {
  if (await isReached(db)) return;
  throw new StorageRefusal(
    'the database was written by an earlier Rabfang. Start this one once, and it is carried over.',
  );
}

/** @throws StorageRefusal for the format of a later Rabfang */
export function refuseFormat(stored: unknown): void {
  if (typeof stored === 'number' && stored <= knownFormat) return;
  throw new StorageRefusal(
    `the database was used by a later Rabfang (format ${JSON.stringify(stored)}; this one knows ${knownFormat}). Start that one, or give this one another DATA_DIR or MONGODB_URI.`,
  );
}

/** @throws StorageRefusal for the format of a later Rabfang */
async function isReached(db: Database): Promise<boolean> {
  const stored = await readSetting(db, formatSetting);
  if (stored !== undefined) refuseFormat(stored);
  return stored === knownFormat && (await reachedIn(db)) === knownFormat;
}

async function reachedIn(db: Database): Promise<number> {
  const reached = await readSetting(db, reachedSetting);
  return typeof reached === 'number' ? reached : 1;
}

async function carryOver(
  db: OpenDatabase,
  taken: WorkLease,
  { say, stopping, steps }: Required<Omit<Bringing, 'leases'>>,
): Promise<void> {
  try {
    // from the first change on, no earlier version may open it
    await raise(db, formatSetting, knownFormat);
    const from = await reachedIn(db);
    const missing = steps.filter(({ makes }) => makes > from);
    const reached = (format: number) => raise(db, reachedSetting, format);
    await takeSteps(db, missing, { say, reached, stopping });
  } catch (error) {
    throw inWords(error, await reachedIn(db).catch(() => 1));
  } finally {
    // a lease that cannot be given back stands still, and is taken over
    await taken.release().catch(taken.abandon);
  }
}

async function raise(db: Database, setting: string, format: number): Promise<void> {
  await putSettingOnce(db, setting, format);
  await raiseSetting(db, setting, format);
}

function inWords(error: unknown, from: number): unknown {
  if (isStorageUnavailable(error)) return error; // said better by who starts it
  const failed = everyStep.find(({ makes }) => makes > from);
  const reason = error instanceof Error ? error.message : String(error);
  return new StorageRefusal(
    `the database could not be carried over to format ${failed?.makes} (${failed?.does}): ${reason}. Nothing is lost: what was changed stays, and the next start goes on from there.`,
  );
}
