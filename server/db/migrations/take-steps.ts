// Takes the steps one after the other: pages of documents in the order of their ids, each page changed by one list of writes.
import type { Connection } from 'mongoose';
import type { OpenDatabase } from '../database.ts';
import { isDuplicateKey } from '../failures.ts';
import { throughElection } from '../through-election.ts';
import type { AnyDocument, ChangeOf, Migrating, MigrationStep, StepChange } from './step.ts';

export interface TakingSteps {
  /** a sentence for who waits */
  readonly say: (sentence: string) => void;
  /** every document of a format is there */
  readonly reached: (format: number) => Promise<void>;
  /** aborted: the step that is under way stops between two pages, and begins again at the next start */
  readonly stopping: AbortSignal;
}

const pageLength = 500;
/** a block of rows may be some megabytes */
const longDocuments: Readonly<Record<string, number>> = { rowBlocks: 20 };
const sayEveryMs = 5000;
/** what takes longer is said */
const sayAfterMs = 300;

/** @throws what a step fails by, and when it is stopped */
export async function takeSteps(
  { connection }: OpenDatabase,
  steps: readonly MigrationStep[],
  { say, reached, stopping }: TakingSteps,
): Promise<void> {
  for (const step of steps) {
    const began = performance.now();
    const walk = new Walk(connection, stopping, (progress) =>
      say(`Carrying the database over to format ${step.makes} (${step.does}): ${progress} …`),
    );
    await step.run(walk);
    await reached(step.makes);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (walk.changed > 0)
      say(
        `The database was carried over to format ${step.makes} (${step.does}): ${walk.counts()}, in ${seconds} s.`,
      );
  }
}

class Walk implements Migrating {
  readonly #connection: Connection;
  readonly #stopping: AbortSignal;
  readonly #progress: (counts: string) => void;
  #sayAt = performance.now() + sayAfterMs;
  #seen = 0;
  changed = 0;

  constructor(connection: Connection, stopping: AbortSignal, progress: (counts: string) => void) {
    this.#connection = connection;
    this.#stopping = stopping;
    this.#progress = progress;
  }

  counts(): string {
    const [changed, seen] = [this.changed, this.#seen].map((n) => n.toLocaleString('en'));
    return `${seen} documents looked at, ${changed} changed`;
  }

  async each(collection: string, changeOf: ChangeOf): Promise<void> {
    for (let after = ''; ; ) {
      this.#stopping.throwIfAborted();
      const page = await throughElection(() => this.#page(collection, after), this.#patience);
      const last = page.at(-1);
      if (!last) return;
      const writes = page.flatMap((document) => {
        const change = changeOf(document);
        return change === undefined ? [] : [writeOf(document._id, change)];
      });
      if (writes.length > 0) await this.#write(collection, writes);
      this.#seen += page.length;
      after = last._id;
      this.#tell();
    }
  }

  one(collection: string, id: string): Promise<AnyDocument | null> {
    return throughElection(
      () =>
        this.#collection(collection).findOne({ _id: id as never }) as Promise<AnyDocument | null>,
      this.#patience,
    );
  }

  change(collection: string, id: string, change: StepChange | 'remove'): Promise<void> {
    return this.#write(collection, [writeOf(id, change)]);
  }

  async add(collection: string, document: AnyDocument): Promise<void> {
    try {
      await this.#collection(collection).insertOne(document as never);
      this.changed += 1;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  get #patience() {
    return { stopping: this.#stopping };
  }

  #collection(name: string) {
    return this.#connection.collection(name);
  }

  #page(collection: string, after: string): Promise<AnyDocument[]> {
    return this.#collection(collection)
      .find({ _id: { $gt: after } } as never)
      .sort({ _id: 1 })
      .limit(longDocuments[collection] ?? pageLength)
      .toArray() as Promise<unknown> as Promise<AnyDocument[]>; // every id is a text here
  }

  /** Each write names what it changes, so the whole list may be sent twice. */
  async #write(collection: string, writes: readonly object[]): Promise<void> {
    const { modifiedCount, deletedCount } = await throughElection(
      () => this.#collection(collection).bulkWrite(writes as never, { ordered: false }),
      this.#patience,
    );
    this.changed += modifiedCount + deletedCount;
  }

  #tell(): void {
    if (performance.now() < this.#sayAt) return;
    this.#sayAt = performance.now() + sayEveryMs;
    this.#progress(this.counts());
  }
}

function writeOf(id: string, change: StepChange | 'remove'): object {
  if (change === 'remove') return { deleteOne: { filter: { _id: id } } };
  const filter = { ...change.onlyIf, _id: id };
  return { updateOne: { filter, update: { $set: change.set } } };
}
