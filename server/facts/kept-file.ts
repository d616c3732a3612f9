// The file in which the columns wait for the next start, beside the embedded database. It is good for one start, and only for a
// database that holds exactly the writes it was made from: it is deleted before it is believed, so that it can never be met again
// after the database has gone on. A line of JSON, then V8's own serialization.
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

/** All that answers are made of, as it can be kept beside the database and be begun with again. */
export interface KeptFacts extends KeptColumns {
  /** when each province changed last */
  readonly times: Float64Array;
}

/** of what codes, bits and columns mean: raise it with every change of codes.ts, columns.ts, shelf.ts or the lists they number */
const format = 1;
export const keptFactsName = 'facts.kept';

/** `standing`: of the database that they are counted from */
export function keepFacts(folder: string, standing: string, facts: KeptFacts): void {
  const body = serialize(facts);
  const head = { format, node: process.versions.node, standing, crc: crc32(body) };
  const path = join(folder, keptFactsName);
  const made = `${path}.new`;
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

/** undefined: there are none, or they are of other writes, another version, or damaged */
export function takeKeptFacts(folder: string, standing: string): KeptFacts | undefined {
  const path = join(folder, keptFactsName);
  try {
    const bytes = readFileSync(path);
    rmSync(path);
    const end = bytes.indexOf(10);
    const head = JSON.parse(bytes.toString('utf8', 0, end)) as Record<string, unknown>;
    const body = bytes.subarray(end + 1);
    const isGood =
      head.format === format &&
      head.node === process.versions.node &&
      head.standing === standing &&
      head.crc === crc32(body);
    return isGood ? (deserialize(body) as KeptFacts) : undefined; // written by keepFacts, as its checksum says
  } catch {
    return undefined; // whatever it is: everything is counted anew
  }
}

/** One write may take less than it was given. */
function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
