// Hears of every change of some collections, in their order, whoever makes it: a change stream of MongoDB, on a replica set or a
// sharded cluster. And knows up to when it has heard everything, by the database's own clock: each reply says how far the
// database was (operationTime), and the stream's token how far what was handed out reaches. So no two clocks are compared.
import type { Connection, mongo } from 'mongoose';
import type { Collection } from './database.ts';
import { isStorageUnavailable } from './failures.ts';

/** What is to be heard of a collection: the fields that are wanted of a document. */
export interface ChangesOf {
  readonly collection: Collection<unknown>;
  readonly fields: Readonly<Record<string, 1>>;
}

/** A document was stored, changed or deleted. */
export interface Change {
  /** the collection's name in its schema */
  readonly collection: string;
  readonly id: string;
  /** as it is now, which may be later than the change; undefined: it was deleted, or has been since */
  readonly document: unknown;
}

/** Where to go on. */
export type Token = unknown;

/** What happened since a token cannot be told any more: everything is to be read anew. */
export class HistoryLost extends Error {
  override readonly name = 'HistoryLost';
}

/** how long the database waits for a change before it says that there is none */
const awaitMs = 250;
/** replies that may be remembered; one that is left out makes a later one count */
const mostReplies = 1000;

const endsStream: readonly string[] = ['invalidate', 'drop', 'dropDatabase', 'rename'];

/** Hears what happens from now on, or after a token. @throws HistoryLost */
export async function watch(
  connection: Connection,
  watched: readonly ChangesOf[],
  after?: Token,
): Promise<Watch> {
  const session = connection.getClient().startSession({ causalConsistency: true });
  const options = {
    session,
    fullDocument: 'updateLookup',
    maxAwaitTimeMS: awaitMs,
    ...(after !== undefined && { resumeAfter: after }),
  } as const;
  const stream = database(connection).watch(pipelineOf(watched), options);
  const begun = new Watch(stream, session);
  // only the first question opens the stream
  await begun.lookAhead();
  return begun;
}

function database(connection: Connection): mongo.Db {
  if (connection.db) return connection.db;
  throw new Error('the connection is not open');
}

function pipelineOf(watched: readonly ChangesOf[]): mongo.Document[] {
  const names = watched.map(({ collection }) => collection.schema.get('collection'));
  const fields = watched.flatMap(({ fields }) => Object.keys(fields));
  const wanted = ['_id', ...fields].map((name) => [`fullDocument.${name}`, 1] as const);
  return [
    { $match: { $or: [{ 'ns.coll': { $in: names } }, { operationType: { $in: endsStream } }] } },
    {
      $project: {
        operationType: 1,
        documentKey: 1,
        clusterTime: 1,
        'ns.coll': 1,
        ...Object.fromEntries(wanted),
      },
    },
  ];
}

/** How far the database was when it answered what was asked at `at`. */
interface Reply {
  readonly until: bigint;
  /** by the monotonic clock of this process */
  readonly at: number;
}

export class Watch {
  readonly #stream: mongo.ChangeStream;
  readonly #session: mongo.ClientSession;
  readonly #replies: Reply[] = [];
  #ahead: mongo.ChangeStreamDocument | null = null;
  #lastReply = 0n;
  /** everything that was acknowledged before this moment has been handed out; of `performance.now()` */
  heardUntil = 0;

  constructor(stream: mongo.ChangeStream, session: mongo.ClientSession) {
    this.#stream = stream;
    this.#session = session;
  }

  get token(): Token {
    return this.#stream.resumeToken;
  }

  async lookAhead(): Promise<void> {
    this.#ahead = await this.#ask();
  }

  /** The next change; undefined: none within a moment. @throws HistoryLost, or what says that the database cannot be reached */
  async next(): Promise<Change | undefined> {
    // whoever asks again has made use of what was handed out before
    if (!this.#ahead) this.#noteHeard();
    const change = this.#ahead ?? (await this.#ask());
    this.#ahead = null;
    if (!change) this.#noteHeard();
    return change ? toChange(change) : undefined;
  }

  async close(): Promise<void> {
    // a connection that is gone ends its stream by itself
    await this.#stream.close().catch(() => undefined);
    await this.#session.endSession().catch(() => undefined);
  }

  async #ask(): Promise<mongo.ChangeStreamDocument | null> {
    const at = performance.now();
    try {
      const change = await this.#stream.tryNext();
      this.#noteReply(at, change === null);
      return change;
    } catch (error) {
      await this.close();
      if (isStorageUnavailable(error)) throw error;
      throw new HistoryLost((error as Error).message, { cause: error });
    }
  }

  #noteReply(at: number, isEmpty: boolean): void {
    const until = this.#session.operationTime?.toBigInt() ?? 0n;
    // a change may come out of an earlier reply; nothing comes only when the database was asked and said so
    if (until === this.#lastReply && !isEmpty) return;
    this.#lastReply = until;
    if (this.#replies.length < mostReplies) this.#replies.push({ until, at });
  }

  #noteHeard(): void {
    const heard = timeOf(this.token);
    for (let next = this.#replies[0]; next && next.until <= heard; next = this.#replies[0]) {
      this.heardUntil = next.at;
      this.#replies.shift();
    }
  }
}

/** A token begins with the cluster's time that it stands for: a tag, then 64 bits. */
function timeOf(token: Token): bigint {
  const { _data } = Object(token) as { _data?: unknown };
  const digits = typeof _data === 'string' ? /^82([\dA-F]{16})/i.exec(_data)?.[1] : undefined;
  return digits === undefined ? 0n : BigInt(`0x${digits}`);
}

function toChange(change: mongo.ChangeStreamDocument): Change {
  if (endsStream.includes(change.operationType))
    throw new HistoryLost(`a collection is gone (${change.operationType})`);
  // of a collection's documents, all changes have these; a projection takes the rest away
  const { ns, documentKey, fullDocument } = change as mongo.ChangeStreamUpdateDocument;
  return { collection: ns.coll, id: String(documentKey._id), document: fullDocument };
}
