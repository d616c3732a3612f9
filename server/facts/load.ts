// Reads every stored response once, at start. Writes that arrive meanwhile are put too: versions make the order irrelevant.
import type { Context } from '../context.ts';
import type { Countable } from './facts.ts';

const projection = {
  survey: 1,
  version: 1,
  status: 1,
  channel: 1,
  day: 1,
  'place.province': 1,
  'place.districtCode': 1,
  'respondent.type': 1,
  'issues.strategy': 1,
  'issues.subPlan': 1,
  'issues.severity': 1,
  'issues.affected': 1,
  batch: 1,
  office: 1,
  receivedAt: 1,
  changedAt: 1,
  withdrawnAt: 1,
} as const;

const batchSize = 1000;
/** how long the event loop may be kept from others */
const turnMs = 5;

/** Resolves when the facts are complete. @throws when the database does, or the server stops */
export async function loadFacts({
  db,
  facts,
  log,
  now,
  stopping,
}: Pick<Context, 'db' | 'facts' | 'log' | 'now' | 'stopping'>): Promise<void> {
  const startedAt = performance.now();
  for (const { _id, countApprovedOnly } of await db.surveys.find({}).lean())
    facts.setSurvey({ id: _id, countApprovedOnly });
  const cursor = db.responses.find({}, projection).lean<Countable>().batchSize(batchSize).cursor();
  let turn = performance.now();
  for await (const response of cursor) {
    facts.put(response);
    if (performance.now() - turn < turnMs) continue;
    stopping.throwIfAborted();
    await new Promise((resolve) => setImmediate(resolve));
    turn = performance.now();
  }
  facts.complete(now());
  const ms = Math.round(performance.now() - startedAt);
  log.info({ ...facts.size, ms }, 'facts are complete');
}
