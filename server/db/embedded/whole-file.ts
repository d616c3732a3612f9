// The embedded file read as a whole, at one moment: one read transaction on a connection of its own, beside the server. While it
// lasts the log cannot begin anew, so it grows by what is written meanwhile.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { lineOf } from '../whole/document-line.ts';
import type { Pages, Source } from '../whole/source.ts';
import type { SqlRow } from './binding.ts';
import { isWhole } from './checksum.ts';
import { decodeText } from './decode.ts';
import { lockFolder } from './lock.ts';
import { missingWrites } from './look-through.ts';
import { fileName } from './open-file.ts';
import { isEmpty } from './refuse-loss.ts';
import { allSetAside } from './set-aside.ts';
import { SqliteStore } from './store.ts';

/** rows of a page: as many as make some MB */
const firstRows = 100;
const mostRows = 1000;
const pageLength = 2 * 1024 * 1024;

/** @param alone with the lock, so that no server uses the folder meanwhile @throws StorageRefusal */
export function openEmbeddedSource(folder: string, alone: boolean): Source {
  const file = join(folder, fileName);
  const lock = alone && !isEmpty(file) ? lockFolder(folder) : undefined;
  try {
    return sourceIn(folder, file, () => lock?.release());
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function sourceIn(folder: string, file: string, release: () => void): Source {
  const store = new SqliteStore({ dataDir: folder, readOnly: true });
  const logBefore = logLength(file);
  const lacking = [...missingWrites(folder, file)];
  store.run('BEGIN', []);
  for (const { collection, id } of allSetAside(store))
    lacking.push(`${collection}: ${id} was damaged and is set aside`);
  return {
    engine: 'embedded',
    isSnapshot: true,
    pages: (collection) =>
      pagesOf(store, collection, (id) =>
        lacking.push(`${collection}: ${id} is damaged: it is not what was stored`),
      ),
    lacking: () => lacking,
    logGrowth: () => logLength(file) - logBefore,
    close: async () => {
      store.run('COMMIT', []);
      await store.close();
      release();
    },
  };
}

async function* pagesOf(
  store: SqliteStore,
  collection: string,
  onBroken: (id: string) => void,
): Pages {
  if (store.indexesOf(collection) === undefined) return;
  const from = `SELECT id, doc, crc FROM "${collection}"`;
  let limit = firstRows;
  let rows = store.all({ sql: `${from} ORDER BY id LIMIT ?`, values: [limit] });
  for (let last = rows.at(-1); last; last = rows.at(-1)) {
    yield rows.flatMap((row) => lineOfRow(row, onBroken));
    const length = rows.reduce((sum, { doc }) => sum + String(doc).length, 1);
    limit = Math.max(1, Math.min(mostRows, Math.ceil((rows.length * pageLength) / length)));
    const next = `${from} WHERE id > ? ORDER BY id LIMIT ?`;
    rows = store.all({ sql: next, values: [last.id ?? null, limit] });
  }
}

function lineOfRow(row: SqlRow, onBroken: (id: string) => void): readonly string[] {
  if (isWhole(row)) return [lineOf(decodeText(String(row.doc)))];
  onBroken(String(row.id));
  return [];
}

const logLength = (file: string): number =>
  statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
