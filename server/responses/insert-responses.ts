// The one door in: every response of every channel is stored here, once, by the meaning of its id.
import { setTimeout as wait } from 'node:timers/promises';
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import type { CheckedResponse } from '../../shared/survey/response.ts';
import { digestOf } from '../../shared/survey/response-digest.ts';
import type { Violation } from '../../shared/survey/violation.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { problem } from '../http/problem.ts';
import { type Doubting, settleDoubt } from './doubt.ts';
import { receiptOf } from './receipt.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';
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
  /** the sender's office, `officeOf(scope)` */
  readonly office: string;
  readonly batch?: string;
  readonly row?: number;
  readonly line?: number;
}

/** what a repeated response is compared with, and answered with */
export type Known = Pick<
  StoredResponse,
  | '_id'
  | 'survey'
  | 'version'
  | 'digest'
  | 'receipt'
  | 'receivedAt'
  | 'status'
  | 'violations'
  | 'office'
>;

export interface Inserted {
  /** `new`: stored now · `same`: exactly this was stored before · `different`: the id is taken by other content */
  readonly outcome: 'new' | 'same' | 'different';
  readonly stored: Known;
}

const knownFields = {
  survey: 1,
  version: 1,
  digest: 1,
  receipt: 1,
  receivedAt: 1,
  status: 1,
  violations: 1,
  office: 1,
} as const;

/**
 * Stores what is not stored yet, in one write; durable when it resolves, and counted by the facts.
 * The outcomes stand in the order of the entries. Ids must not repeat within one call.
 */
export async function insertResponses(
  context: Inserting,
  survey: Pick<SurveyDefinition, 'id'>,
  entries: readonly Entry[],
): Promise<Inserted[]> {
  const receivedAt = context.now();
  const documents = entries.map((entry) => toDocument(entry, survey.id, receivedAt));
  const taken = await insertNew(context, documents);
  for (const document of documents) if (!taken.has(document._id)) context.facts.put(document);
  const known = await readTaken(context, [...taken]);
  // stored by a write whose answer was lost, or by another process
  const unheard = [...known.values()].filter((stored) => !context.facts.knows(stored));
  if (unheard.length > 0) await settleDoubt(context, unheard);
  return documents.map((document) => {
    const before = known.get(document._id);
    if (!before) return { outcome: 'new', stored: document };
    const same = before.digest === document.digest && before.survey === document.survey;
    return { outcome: same ? 'same' : 'different', stored: before };
  });
}

const looks = 10;
const lookAgainMs = 200;

/**
 * What is stored under ids that are taken. What takes an id may not be confirmed by a majority yet: it is not seen then, and may
 * still be taken back, so nothing is said of it. @throws storage-unavailable when it stays like that
 */
async function readTaken(context: Inserting, ids: readonly string[]): Promise<Map<string, Known>> {
  const known = await readKnown(context, ids);
  for (let look = 1; known.size < ids.length && look < looks; look++) {
    await wait(lookAgainMs);
    const unseen = ids.filter((id) => !known.has(id));
    for (const [id, stored] of await readKnown(context, unseen)) known.set(id, stored);
  }
  if (known.size < ids.length) throw problem('storage-unavailable', { retryAfter: 5 });
  return known;
}

/** The stored responses among `ids`, with what a repetition is compared with. */
export async function readKnown(
  context: Pick<Context, 'db'>,
  ids: readonly string[],
): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map();
  const found = await context.db
    .model(storedResponses)
    .find({ _id: { $in: ids } }, knownFields)
    .lean<Known[]>();
  return new Map(found.map((known) => [known._id, known]));
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
    withdrawnAt: null,
    history: [],
  };
}

/** Inserts through the driver's own collection (our rules have built the documents); returns the ids that were taken. */
async function insertNew(
  context: Inserting,
  documents: readonly StoredResponse[],
): Promise<Set<string>> {
  const { collection } = context.db.model(storedResponses);
  const [first] = documents;
  if (!first) return new Set();
  try {
    if (documents.length === 1) await collection.insertOne(first as never);
    else await collection.insertMany(documents as never, { ordered: false });
    return new Set();
  } catch (error) {
    if (documents.length === 1 && isDuplicateKey(error)) return new Set([first._id]);
    const taken = takenIds(error, documents);
    if (taken) return taken;
    void settleDoubt(context, documents);
    throw error;
  }
}

interface BulkFailure {
  readonly writeErrors?: readonly { readonly code?: number; readonly index: number }[];
}

/** The ids of an unordered bulk insert that failed only because ids were taken; else undefined. */
function takenIds(error: unknown, documents: readonly StoredResponse[]): Set<string> | undefined {
  const { writeErrors } = error as BulkFailure; // a MongoBulkWriteError, or anything
  const errors = Array.isArray(writeErrors) ? writeErrors : writeErrors ? [writeErrors] : [];
  if (errors.length === 0 || errors.some(({ code }) => code !== 11_000)) return undefined;
  return new Set(errors.map(({ index }) => documents[index]?._id ?? ''));
}
