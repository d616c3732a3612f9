// The file in which the columns wait for the next start. A line of JSON that says what they were counted from, then V8's own
// serialization.
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { KeptColumns } from './columns.ts';
import type { KeptLoose } from './link-overlay.ts';

/** All that answers are made of, as it can be kept and be begun with again. */
export interface KeptFacts extends KeptColumns {
  /** when each province changed last */
  readonly times: Float64Array;
  /** links that wait for their issues */
  readonly loose: KeptLoose;
}

/** What the columns were counted from. */
export interface CountedFrom {
  /** the database, and how far it was */
  readonly standing: string;
  /** where to go on hearing what was changed since; JSON */
  readonly after?: unknown;
}

export interface KeptFile extends CountedFrom {
  /** undefined: it is damaged */
  read(): KeptFacts | undefined;
}

/** of what codes, bits and columns mean: raise it with every change of codes.ts, columns.ts, shelf.ts or the lists they number */
const format = 3;
export const keptFactsName = 'facts.kept';

export function keepFacts(folder: string, from: CountedFrom, facts: KeptFacts): void {
  const body = serialize(facts);
  const head = { format, node: process.versions.node, ...from, crc: crc32(body) };
  const path = join(folder, keptFactsName);
  // several processes that stop together may use one folder
  const made = `${path}.${process.pid}`;
  rmSync(made, { force: true });
  const file = openSync(made, 'wx', 0o600);
  try {
    writeWhole(file, Buffer.from(`${JSON.stringify(head)}\n`));
    writeWhole(file, body);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(made, path);
}

/** undefined: there is none, or it is of another version */
export function findKeptFacts(folder: string): KeptFile | undefined {
  try {
    const bytes = readFileSync(join(folder, keptFactsName));
    const end = bytes.indexOf(10);
    const head = JSON.parse(bytes.toString('utf8', 0, end)) as Record<string, unknown>;
    const { standing, after, crc } = head;
    const isKnown = head.format === format && head.node === process.versions.node;
    if (!isKnown || typeof standing !== 'string') return undefined;
    return { standing, after, read: () => readWhole(bytes.subarray(end + 1), crc) };
  } catch {
    return undefined; // whatever it is: everything is counted anew
  }
}

function readWhole(body: Buffer, crc: unknown): KeptFacts | undefined {
  // written by keepFacts, as its checksum says
  return crc === crc32(body) ? (deserialize(body) as KeptFacts) : undefined;
}

export function dropKeptFacts(folder: string): void {
  rmSync(join(folder, keptFactsName), { force: true });
}

/** One write may take less than it was given. */
function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
