// How far the main file has come by itself, without its log. SQLite cannot be asked: a kill in the middle of a checkpoint leaves some
// of its pages new and others old (a first page that speaks of pages which are not there yet, half of a schema), which is no damage,
// since the log still holds all of them, but nothing that can be read alone. The page that counts is looked at as it lies there: it is
// of the last checkpoint or of the one under way, whatever became of the others.
import { closeSync, openSync, readSync } from 'node:fs';
import type { Sqlite } from './binding.ts';

/** where a database keeps its count */
export interface CountPage {
  readonly number: number;
  readonly bytes: number;
}

/** As the log and the main file together say. */
export function countPageOf(sqlite: Sqlite): CountPage | undefined {
  const root = sqlite
    .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = '_acknowledged'`)
    .get();
  const size = sqlite.prepare('PRAGMA page_size').get();
  return root && { number: Number(root.rootpage), bytes: Number(size?.page_size) };
}

/** undefined: there is no count of this database on that page */
export function countInMain(
  file: string,
  { number, bytes }: CountPage,
  identity: string,
): number | undefined {
  const page = Buffer.alloc(bytes);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, page, 0, bytes, (number - 1) * bytes);
  } finally {
    closeSync(opened);
  }
  return largestCount(page, identity);
}

/**
 * The row as SQLite writes it: the length of its header, the type of the identity, the type of the count, then both values.
 * What an update has left behind on the page is smaller than what it has put there.
 */
function largestCount(page: Buffer, identity: string): number | undefined {
  let largest: number | undefined;
  for (let at = page.indexOf(identity); at >= 0; at = page.indexOf(identity, at + 1)) {
    const [header, text, type = 0] = page.subarray(Math.max(0, at - 3), at);
    if (header !== headerBytes || text !== typeOfText(identity)) continue;
    const count = integerOf(type, page.subarray(at + identity.length));
    if (count !== undefined) largest = Math.max(largest ?? 0, count);
  }
  return largest;
}

// https://www.sqlite.org/fileformat2.html#record_format
const headerBytes = 3;
const typeOfText = (text: string): number => 13 + 2 * text.length;
const widths: Readonly<Record<number, number>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8 };

function integerOf(type: number, bytes: Buffer): number | undefined {
  if (type === 8 || type === 9) return type - 8;
  const width = widths[type];
  if (width === undefined || bytes.length < width) return undefined;
  return Number(BigInt.asIntN(64, BigInt(`0x${bytes.subarray(0, width).toString('hex')}`)));
}
