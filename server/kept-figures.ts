// A start need not read every response: who stops in order keeps what was counted, and the next start begins with it when it can be
// sure that nothing is missing in it. After anything else everything is counted anew.
//
//   The embedded database belongs to one process: the copy is good for exactly the writes that it was counted from, and for one start.
//   A replica set or a sharded cluster tells what was changed since: the copy names the moment up to which it has heard everything, and
//   is good for as long as the changes since then can be told. A mark in the database, made after that moment, and the collection's own
//   number say that it is the same database, and none that was put back from before it.
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Context } from './context.ts';
import type { OpenDatabase } from './db/database.ts';
import type { Token } from './db/watch.ts';
import { dropKeptFacts, findKeptFacts, type KeptFacts, keepFacts } from './facts/kept-file.ts';
import { agreesWith } from './facts/self-check.ts';
import type { Begun, FollowedFacts } from './follow-others.ts';
import { collectionOfResponses } from './responses/hear-responses.ts';
import { storedCountables } from './responses/stored-countables.ts';
import { dropSetting, dropSettingsBefore, putSetting, readSetting } from './settings/settings.ts';

type Beginning = Pick<Context, 'config' | 'facts' | 'log'> & { readonly db: OpenDatabase };
type Ending = Beginning & Pick<Context, 'leases' | 'metrics' | 'now'>;

/**
 * What the database says of what was kept last: two copies of one folder that have gone on as many writes each tell theirs apart by
 * it.
 */
const markOfKept = 'facts-kept';
/** Of each process that has stopped, since several may keep in folders of their own. */
const markOf = (standing: string): string => `${markOfKept}:${standing.split(' ')[1] ?? ''}`;
/** a copy that old would have to be told more than counting anew takes */
const marksStayMs = 30 * 24 * 3_600_000;

/** Before anything of this process changes a response. @returns undefined when everything is to be counted */
export async function beginWithKept(beginning: Beginning): Promise<Begun | undefined> {
  const { config, facts, log } = beginning;
  const { keptDir } = config;
  if (keptDir === undefined) return undefined;
  const begun = await takeKept(keptDir, beginning).catch(() => undefined);
  if (!begun) return undefined;
  facts.beginWith(begun.kept);
  if (begun.after !== undefined) return { after: begun.after };
  if (await agreesWith(storedCountables(beginning.db), facts)) return {};
  log.warn('what was counted before does not fit what is stored: all of it is counted anew');
  facts.beginAnew();
  return undefined;
}

async function takeKept(
  folder: string,
  { db }: Beginning,
): Promise<{ readonly kept: KeptFacts; readonly after?: Token } | undefined> {
  const file = findKeptFacts(folder);
  if (db.standing) {
    // so that it can never be met again after the database has gone on
    dropKeptFacts(folder);
    const standing = `${db.standing.atOpen} ${await readSetting(db, markOfKept)}`;
    const kept = file?.standing === standing ? file.read() : undefined;
    return kept && { kept };
  }
  if (file?.after === undefined) return undefined;
  if (file.standing.split(' ')[0] !== (await collectionOfResponses(db))) return undefined;
  if ((await readSetting(db, markOf(file.standing))) == null) return undefined;
  const kept = file.read();
  return kept && { kept, after: file.after };
}

/** Closes the database, and keeps what was counted if nothing that may still change a response was left undone. */
export async function closeAndKeep(ending: Ending, counts: FollowedFacts): Promise<void> {
  const { db, config } = ending;
  const { keptDir } = config;
  const mark = await markEnd(ending);
  if (keptDir !== undefined && !mark)
    await keepWhileOthersWrite(keptDir, ending, counts).catch((err) => sayUnkept(ending, err));
  await db.close();
  const kept = mark && ending.metrics.atWork === 0 ? ending.facts.toKeep() : undefined;
  if (!kept || !db.standing || keptDir === undefined) return;
  try {
    keepFacts(keptDir, { standing: `${db.standing.now()} ${mark}` }, kept);
  } catch (err) {
    sayUnkept(ending, err);
  }
}

const sayUnkept = ({ log }: Ending, err: unknown): void =>
  log.warn({ err }, 'what was counted is not kept: the next start counts anew');

/** @returns undefined when work was left that may still change a response, or others write too */
async function markEnd({ db, leases }: Ending): Promise<string | undefined> {
  const mark = randomUUID();
  try {
    if (!db.standing || (await leases.areThere())) return undefined;
    await putSetting(db, markOfKept, mark);
    return mark;
  } catch {
    return undefined; // without it all is counted anew
  }
}

/** What is counted has everything up to a moment, perhaps more, and the mark comes after all of it. */
async function keepWhileOthersWrite(folder: string, ending: Ending, counts: FollowedFacts) {
  const { facts, db, metrics, now } = ending;
  const after = await counts.ended();
  const kept = after !== undefined && metrics.atWork === 0 ? facts.toKeep() : undefined;
  const collection = await collectionOfResponses(db);
  if (!kept || collection === undefined) return;
  const standing = `${collection} ${randomUUID()}`;
  await putSetting(db, markOf(standing), { at: now() });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const former = findKeptFacts(folder);
  keepFacts(folder, { standing, after }, kept);
  if (former) await dropSetting(db, markOf(former.standing));
  await dropSettingsBefore(db, `${markOfKept}:`, new Date(now().getTime() - marksStayMs));
}
