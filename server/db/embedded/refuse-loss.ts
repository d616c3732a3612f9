// Whether what was acknowledged is there, before SQLite may touch the file: it would throw away the log of an emptied one,
// and put a log on a main file that it does not belong to. What SQLite recovers from the log is whole: the count is that of both
// together, and of the main file alone no more is asked than that it is not older than the log (main-file.ts).
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { StorageRefusal } from '../refusal.ts';
import { countedIn } from './acknowledged.ts';
import { openSqlite, type Sqlite } from './binding.ts';
import type { Mark } from './commit-mark.ts';
import { refuseOtherFormat } from './file-format.ts';
import { countInMain, countPageOf } from './main-file.ts';

export interface Looked {
  /** undefined: there is nothing in it */
  readonly now: Pick<Mark, 'identity' | 'writes'> | undefined;
  readonly empty: boolean;
  /** how far the main file is without the log, 0 when it does not know this database; undefined without a log */
  readonly main: number | undefined;
}

/** Reads the file without writing anything; before this process has it open, like everything that closes it. @throws StorageRefusal for another program's or a later format */
export function lookAt(file: string): Looked {
  if (isEmpty(file)) return { now: undefined, empty: true, main: undefined };
  const { now, page } = reading(openSqlite(file, { readOnly: true }), (sqlite) => {
    refuseOtherFormat(sqlite, file);
    return { now: countedIn(sqlite), page: countPageOf(sqlite) };
  });
  if (isEmpty(`${file}-wal`)) return { now, empty: false, main: undefined };
  const main = now && page && countInMain(file, page, now.identity);
  return { now, empty: false, main: main ?? 0 };
}

/** @param accepted how many lost writes whoever starts it has accepted. @throws StorageRefusal */
export function refuseLoss(
  folder: string,
  name: string,
  mark: Mark | undefined,
  { now, empty, main }: Looked,
  accepted: number | undefined,
): void {
  if (mark === undefined) return;
  const file = join(folder, name);
  if (main !== undefined && (main < mark.main || main > (now?.writes ?? 0)))
    throw new StorageRefusal(
      `${file} and the log beside it (${name}-wal) do not belong together: one of them was replaced, and both together would be a mixture. Put back the whole folder as it was, or a whole copy of it.`,
    );
  const foreign = now !== undefined && now.identity !== mark.identity;
  const missing = foreign ? mark.writes : mark.writes - (now?.writes ?? 0);
  if (missing <= 0 || missing === accepted) return;
  throw new StorageRefusal(
    `${file} ${whatIsWrong(empty, foreign, missing)}. Put back the whole folder with its newest copy; or, to go on without them, start once with ACCEPT_LOSS=${missing}.`,
  );
}

function whatIsWrong(empty: boolean, foreign: boolean, missing: number): string {
  const writes = `${missing} ${missing === 1 ? 'write that was' : 'writes that were'} acknowledged`;
  if (empty) return `is empty or gone, but it held ${writes}`;
  if (foreign) return `is not the database that this folder had, which held ${writes}`;
  return `lacks ${writes}: it is an older copy, or the log beside it was lost or cut`;
}

function reading<T>(sqlite: Sqlite, read: (sqlite: Sqlite) => T): T {
  try {
    return read(sqlite);
  } finally {
    sqlite.close();
  }
}

/** or not there */
export function isEmpty(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
}
