// Reads the whole file in a process and with a connection of its own, so that the server goes on meanwhile, also should SQLite
// stumble over what it finds: first whether the pages hang together, then every document's checksum, then every index against its
// documents. Writes nothing.
import { existsSync } from 'node:fs';
import { openSqlite, type Sqlite } from './binding.ts';
import { isWhole } from './checksum.ts';
import type { Broken, Finding } from './examine.ts';

/** as many as make a sentence */
const mostComplaints = 20;
const window = 2000;

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
  const last = Number(sqlite.prepare(`SELECT max(rid) AS n FROM "${collection}"`).get()?.n ?? 0);
  const read = sqlite.prepare(
    `SELECT rid, id, doc, crc FROM "${collection}" WHERE rid > ? ORDER BY rid LIMIT ${window}`,
  );
  const broken: Broken[] = [];
  for (let from = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = read.all(from);
    for (const row of rows) {
      const rid = Number(row.rid);
      if (!isWhole(row) || idIn(String(row.doc)) !== String(row.id))
        broken.push({ collection, rid });
      from = rid;
    }
    if (rows.length < window || from >= last) return broken;
  }
}

/** Ends in silence when the file is gone, as it is when who started this has ended and cleaned up. */
function opened(path: string): Sqlite {
  if (!existsSync(path)) process.exit();
  return openSqlite(path, { readOnly: true });
}

/** Changes find a row by its own idea of its id, so that must be its document's. (decode.ts would load mongoose.) */
const idIn = (text: string): string => String((JSON.parse(text) as { _id?: unknown })._id);

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
