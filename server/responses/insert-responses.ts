// The one door in: every response of every channel is stored here, once, by the meaning of its id.
import { setTimeout as wait } from 'node:timers/promises';
import type { HowFilled } from '../../shared/api/filling.ts';
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import type { CheckedResponse } from '../../shared/survey/response.ts';
import { digestOf } from '../../shared/survey/response-digest.ts';
import type { Violation } from '../../shared/survey/violation.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import type { Doubting } from './doubt.ts';
import { insertNew } from './insert-new.ts';
import type { Known } from './known.ts';
import { meetStored } from './meet-stored.ts';
import { receiptOf } from './receipt.ts';
import type { StoredResponse } from './response.model.ts';
import { sha256 } from './sha256.ts';

/** what inserting needs: the seed has no server around it and counts nothing */
export interface Inserting extends Pick<Context, 'db' | 'now'> {
  readonly facts: Doubting['facts'] & { knows(stored: Known): boolean };
}

export interface Entry {
  /** lower-case UUID */
  readonly id: string;
  /** only `checkResponse` makes one, so nothing unchecked comes in */
  readonly response: CheckedResponse;
  /** its digest, when it is known already */
  readonly digest?: string;
  /** the warnings */
  readonly violations: readonly Violation[];
  /** user name of the sender */
  readonly by: string;
  /** the sender's office */
  readonly office: string;
  readonly batch?: string;
  readonly row?: number;
  readonly line?: number;
  /** the load that may take it back until it has come to its end */
  readonly attempt?: string;
  /** nowhere seen or counted until then */
  readonly held?: boolean;
  readonly filling?: HowFilled | undefined;
  /** user name of who handed it in for `by` */
  readonly handedInBy?: string;
}

export interface Inserted {
  /** `new`: stored now · `same`: exactly this was stored before · `different`: the id is taken by other content */
  readonly outcome: 'new' | 'same' | 'different';
  readonly stored: Known;
  /** who stored it is still loading, and may hand it over */
  readonly leaning?: boolean;
}

/** how long what stands in the way may take to come to its end */
const settleWithinMs = 5000;

/** How long is waited, in all, for others who hold an id with other content. Whoever inserts in pieces waits once. */
export interface Patience {
  leftMs: number;
  /** most of the last piece was stored before: of the next one is asked first, and only the rest is written */
  expectsKnown: boolean;
}

export const newPatience = (): Patience => ({ leftMs: settleWithinMs, expectsKnown: false });
const againMs = 50;

/**
 * Stores what is not stored yet, in one write; durable when it resolves, and counted by the facts.
 * The outcomes stand in the order of the entries. Ids must not repeat within one call.
 * @throws storage-unavailable when what stands in the way does not come to its end
 */
export async function insertResponses(
  context: Inserting,
  survey: Pick<SurveyDefinition, 'id'>,
  entries: readonly Entry[],
  patience: Patience = newPatience(),
): Promise<Inserted[]> {
  const outcomes = new Map<string, Inserted>();
  const began = performance.now();
  let tries = 0;
  const toDocuments = (some: readonly Entry[]) => {
    const receivedAt = context.now();
    return some.map((entry) => toDocument(entry, survey.id, receivedAt));
  };
  if (patience.expectsKnown)
    for (const [id, one] of await meetStored(context, toDocuments(entries), false))
      outcomes.set(id, one);
  for (let left = without(outcomes, entries); ; ) {
    const documents = toDocuments(left);
    const taken = await insertNew(context, documents);
    for (const document of documents) {
      if (taken.has(document._id)) continue;
      context.facts.put(document);
      outcomes.set(document._id, { outcome: 'new', stored: document });
    }
    const waited = performance.now() - began;
    const late = waited > settleWithinMs;
    if (taken.size > 0) {
      const repeated = documents.filter(({ _id }) => taken.has(_id));
      const met = await meetStored(context, repeated, late || waited > patience.leftMs);
      for (const [id, one] of met) outcomes.set(id, one);
    }
    left = without(outcomes, left);
    if (left.length === 0 && tries > 0) patience.leftMs -= performance.now() - began;
    if (left.length === 0) return inOrder(entries, outcomes, patience);
    if (late) throw problem('storage-unavailable', { detail: unsettled, retryAfter: 10 });
    await wait(againMs);
    tries++;
  }
}

/** others are loading the same rows, or what takes an id is not confirmed by a majority yet and so not seen */
const unsettled = 'What others are storing under the same ids has not come to its end.';

type Outcomes = ReadonlyMap<string, Inserted>;

function without(outcomes: Outcomes, entries: readonly Entry[]): readonly Entry[] {
  return outcomes.size === 0 ? entries : entries.filter(({ id }) => !outcomes.has(id));
}

function inOrder(entries: readonly Entry[], outcomes: Outcomes, patience: Patience): Inserted[] {
  const inserted = entries.map(({ id }) => outcomes.get(id) ?? withoutOutcome());
  const known = inserted.filter(({ outcome }) => outcome !== 'new').length;
  patience.expectsKnown = known * 2 > entries.length;
  return inserted;
}

function withoutOutcome(): never {
  throw new Error('every entry has an outcome');
}

function toDocument(entry: Entry, survey: string, receivedAt: Date): StoredResponse {
  return {
    _id: entry.id,
    survey,
    version: 1,
    status: 'received',
    digest: entry.digest ?? digestOf(entry.response, sha256),
    receipt: receiptOf(entry.id, receivedAt),
    receivedAt,
    changedAt: receivedAt,
    ...entry.response,
    violations: entry.violations,
    office: entry.office,
    by: entry.by,
    batch: entry.batch ?? null,
    row: entry.row ?? null,
    line: entry.line ?? null,
    ...(entry.attempt !== undefined && { attempt: entry.attempt }),
    ...(entry.filling && { filling: entry.filling }),
    ...(entry.held && { held: true }),
    withdrawnAt: null,
    history: handedIn(entry, receivedAt),
  };
}

function handedIn({ handedInBy: by }: Entry, at: Date): StoredResponse['history'] {
  return by === undefined ? [] : [{ decision: 'handed-in', reason: null, by, at }];
}
