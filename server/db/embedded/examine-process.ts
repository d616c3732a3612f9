// Reads the whole file in a process and with a connection of its own, so that the server goes on meanwhile, also should SQLite
// stumble over what it finds: first whether the pages hang together, then every document's checksum, then every index against its
// documents. Writes nothing.
import { existsSync } from 'node:fs';
import { openSqlite, type Sqlite } from './binding.ts';
import type { Broken, Finding } from './examine.ts';
import { packedColumns, unpack } from './packed-rows.ts';

/** as many as make a sentence */
const mostComplaints = 20;
/** rows that are read at once, as long as they are small */
const mostRows = 2000;
const firstRows = 50;
const enoughBytes = 4_000_000;
/** Changes find a row by its own idea of its id, so that must be its document's. */
const named = `group_concat(CASE WHEN json_valid(doc) THEN doc ->> '$."_id"' IS id ELSE 0 END, '')`;

/** who started this may be gone: then nobody waits for the rest */
const tell = (finding: Finding): void =>
  void process.send?.(finding, undefined, undefined, (error) => error && process.exit());

function complaints(sqlite: Sqlite, pragma: 'quick_check' | 'integrity_check'): readonly string[] {
  try {
    const rows = sqlite.prepare(`PRAGMA ${pragma}(${mostComplaints})`).all();
    return rows.map((row) => String(Object.values(row)[0])).filter((text) => text !== 'ok');
  } catch (error) {
    // some pages are so broken that SQLite gives up instead of complaining
    return [(error as Error).message];
  }
}

function brokenIn(sqlite: Sqlite, collection: string): readonly Broken[] {
  const rows = `SELECT rid, id, doc, crc FROM "${collection}" WHERE rid > ? ORDER BY rid LIMIT ?`;
  const read = sqlite.prepare(`SELECT ${packedColumns}, ${named} AS named FROM (${rows})`);
  const broken: Broken[] = [];
  let width = firstRows;
  for (let from = Number.MIN_SAFE_INTEGER; ; ) {
    const row = read.get(from, width) ?? {};
    if (row.rids === null) return broken;
    const packed = unpack(row);
    if (packed === undefined) throw new Error(`${collection} cannot be read`);
    const { rids, bytes } = packed;
    for (const [index, rid] of rids.entries()) {
      if (!packed.isWhole(index) || String(row.named)[index] !== '1')
        broken.push({ collection, rid });
      from = Math.max(from, rid);
    }
    width = bytes.length > enoughBytes ? Math.ceil(width / 2) : Math.min(width * 2, mostRows);
  }
}

/** Ends in silence when the file is gone, as it is when who started this has ended and cleaned up. */
function opened(path: string): Sqlite {
  if (!existsSync(path)) process.exit();
  return openSqlite(path, { readOnly: true });
}

const sqlite = opened(process.argv[2] ?? '');
try {
  const pages = complaints(sqlite, 'quick_check');
  tell({ pages });
  const names = sqlite.prepare('SELECT name FROM _collections').all();
  const broken = names.flatMap(({ name }) => brokenIn(sqlite, String(name)));
  tell({ broken });
  // an index is made of what documents say, and a broken one may say nothing
  tell({
    indexes: broken.length > 0 ? ['not compared yet'] : complaints(sqlite, 'integrity_check'),
  });
} finally {
  sqlite.close();
  // by itself it is, when who started this is gone
  if (process.connected) process.disconnect();
}
