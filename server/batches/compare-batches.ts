// Two files row by row: what became the same response is the same row; what is left is told by its id, or by where, when and what.
// Memory is bounded: rows are held as numbers, texts of one part of them at a time, and each part reads the blocks anew.
import type { DifferenceKind } from '../../shared/api/batch-difference.ts';
import { normaliseText } from '../../shared/text/thai.ts';
import type { Context } from '../context.ts';
import { Turn } from '../db/turn.ts';
import { sha256 } from '../responses/sha256.ts';
import {
  type StoredBatch,
  type StoredRow,
  type StoredRowBlock,
  storedRowBlocks,
} from './batch.model.ts';

type Reading = Pick<Context, 'db'>;

/** rows whose texts are held at a time */
const rowsInPart = 100_000;

/** Row numbers: of this file, of the other; 0: not there. */
export type PairedRows = readonly [row: number, otherRow: number];
export type Compared = Readonly<Record<DifferenceKind, readonly PairedRows[]>>;

/** The fields that both files have, and where their cells stand in each. */
export interface CommonField {
  readonly field: string;
  readonly at: number;
  readonly otherAt: number;
}

export function commonFields(batch: StoredBatch, other: StoredBatch): readonly CommonField[] {
  const places = placesOf(other);
  return [...placesOf(batch)].flatMap(([field, at]) => {
    const otherAt = places.get(field);
    return otherAt === undefined ? [] : [{ field, at, otherAt }];
  });
}

function placesOf({ headers, mapping }: StoredBatch): Map<string, number> {
  const places = new Map<string, number>();
  for (const [header, field] of mapping)
    if (!places.has(field) && headers.includes(header)) places.set(field, headers.indexOf(header));
  return places;
}

export const cellAt = ({ cells }: StoredRow, at: number): string => normaliseText(cells[at] ?? '');

export async function compareBatches(
  context: Reading,
  batch: StoredBatch,
  other: StoredBatch,
): Promise<Compared> {
  const comparing = new Comparing(context, batch, other);
  const most = Math.max(batch.counts.rows, other.counts.rows);
  const parts = Math.max(1, Math.ceil(most / rowsInPart));
  for (let part = 0; part < parts; part++)
    await comparing.pair(part, parts, ({ responseId }) => responseId ?? undefined);
  for (let part = 0; part < parts && comparing.isOpen; part++)
    await comparing.pair(part, parts, (row, places) => keyOf(row, places));
  return comparing.result();
}

type Places = ReadonlyMap<string, number>;

/** By its id where it has one, else by where, when and what. undefined: there is nothing to know it by */
function keyOf(row: StoredRow, places: Places): string | undefined {
  const cell = (field: string) => {
    const at = places.get(field);
    return at === undefined ? '' : cellAt(row, at);
  };
  const id = cell('id');
  if (id !== '') return `id ${id}`;
  const title = cell('title');
  return title === '' ? undefined : `${row.values.province} ${row.values.day} ${title}`;
}

class Comparing {
  readonly #context: Reading;
  readonly #sides: readonly [StoredBatch, StoredBatch];
  readonly #fields: readonly CommonField[];
  readonly #done: readonly [Set<number>, Set<number>] = [new Set(), new Set()];
  readonly #found = { changed: [] as PairedRows[], same: [] as PairedRows[] };
  readonly #turn = new Turn();

  constructor(context: Reading, batch: StoredBatch, other: StoredBatch) {
    this.#context = context;
    this.#sides = [batch, other];
    this.#fields = commonFields(batch, other);
  }

  /** rows of both are left */
  get isOpen(): boolean {
    return this.#sides.every(({ counts }, side) => {
      const rows = counts.rows - counts.skipped;
      return (this.#done[side as 0 | 1]?.size ?? 0) < rows;
    });
  }

  /** Pairs those rows of a part that have the same key, in their order. */
  async pair(
    part: number,
    parts: number,
    keyIn: (row: StoredRow, places: Places) => string | undefined,
  ): Promise<void> {
    const waiting = new Map<string, { row: number; said: string }[]>();
    for await (const { row, key } of this.#open(1, part, parts, keyIn)) {
      const known = waiting.get(key);
      const one = { row: row.row, said: this.#saidBy(row, 1) };
      if (known) known.push(one);
      else waiting.set(key, [one]);
    }
    if (waiting.size === 0) return;
    for await (const { row, key } of this.#open(0, part, parts, keyIn)) {
      const others = waiting.get(key) ?? [];
      const said = this.#saidBy(row, 0);
      const at = others.findIndex((one) => isSame(one.said, said));
      const [other] = others.splice(Math.max(0, at), 1);
      if (!other) continue;
      this.#found[at === -1 ? 'changed' : 'same'].push([row.row, other.row]);
      this.#done[0].add(row.row);
      this.#done[1].add(other.row);
    }
  }

  async result(): Promise<Compared> {
    const byRow = ([a, b]: PairedRows, [c, d]: PairedRows) => a - c || b - d;
    return {
      new: (await this.#left(0)).map((row): PairedRows => [row, 0]),
      gone: (await this.#left(1)).map((row): PairedRows => [0, row]),
      changed: this.#found.changed.sort(byRow),
      same: this.#found.same.sort(byRow),
    };
  }

  async #left(side: 0 | 1): Promise<number[]> {
    const left: number[] = [];
    for await (const { row } of this.#rows(side)) if (!this.#done[side].has(row)) left.push(row);
    return left;
  }

  /** What it says in the fields that both files have; empty when its words are gone. */
  #saidBy(row: StoredRow, side: 0 | 1): string {
    if (row.cells.length === 0) return '';
    const said = this.#fields.map(({ at, otherAt }) => cellAt(row, side === 0 ? at : otherAt));
    return Buffer.from(sha256(said.join('\u0000'))).toString('base64url');
  }

  async *#open(
    side: 0 | 1,
    part: number,
    parts: number,
    keyIn: (row: StoredRow, places: Places) => string | undefined,
  ): AsyncGenerator<{ readonly row: StoredRow; readonly key: string }> {
    const places = placesOf(this.#sides[side]);
    for await (const row of this.#rows(side)) {
      const key = this.#done[side].has(row.row) ? undefined : keyIn(row, places);
      if (key !== undefined && partOf(key, parts) === part) yield { row, key };
    }
  }

  /** But for those that were left out of the file: repetitions, sums, notes. */
  async *#rows(side: 0 | 1): AsyncGenerator<StoredRow> {
    // one after another: also their heads alone would be read by hundreds, and they are large
    const blocks = this.#context.db
      .model(storedRowBlocks)
      .find({ batch: this.#sides[side]._id })
      .sort({ firstRow: 1 })
      .lean<StoredRowBlock>()
      .batchSize(1)
      .cursor();
    for await (const block of blocks) {
      await this.#turn.giveWay();
      for (const row of block.rows) if (row.outcome !== 'skip') yield row;
    }
  }
}

const isSame = (one: string, other: string): boolean => one === '' || other === '' || one === other;

function partOf(key: string, parts: number): number {
  if (parts === 1) return 0;
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (hash * 31 + key.charCodeAt(i)) >>> 0;
  return hash % parts;
}
