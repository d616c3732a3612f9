// What stands in SQLite's log, page by page: for tests that carry a part of it over by hand, as a kill in the middle would leave it.
import { readFileSync } from 'node:fs';

const logHeader = 32;
const frameHeader = 24;

/** The newest committed version of each page in the log, by its number, in the order in which a checkpoint writes them. */
export function pagesInLog(log: string): ReadonlyMap<number, Buffer> {
  const bytes = readFileSync(log);
  const pageBytes = bytes.readUInt32BE(8);
  const salts = bytes.subarray(16, 24);
  const pages = new Map<number, Buffer>();
  let open = new Map<number, Buffer>();
  for (let at = logHeader; at + frameHeader + pageBytes <= bytes.length; ) {
    if (!bytes.subarray(at + 8, at + 16).equals(salts)) break;
    const data = bytes.subarray(at + frameHeader, at + frameHeader + pageBytes);
    open.set(bytes.readUInt32BE(at), data);
    if (bytes.readUInt32BE(at + 4) > 0) {
      for (const [number, page] of open) pages.set(number, page);
      open = new Map();
    }
    at += frameHeader + pageBytes;
  }
  return new Map([...pages].sort(([a], [b]) => a - b));
}
