// Everything that can be found wrong with the file, in words; writes nothing, and may run beside the server that uses it.
import { join } from 'node:path';
import { countedIn } from './acknowledged.ts';
import { openSqlite } from './binding.ts';
import { readMark } from './commit-mark.ts';
import { isBrokenFile } from './errors.ts';
import { examine } from './examine.ts';
import { fileName } from './open-file.ts';

export async function lookThrough(folder: string): Promise<readonly string[]> {
  const file = join(folder, fileName);
  // the mark first: a server that writes meanwhile only adds to what it says
  const missing = missingWrites(folder, file);
  const examination = examine(file);
  const pages = await examination.pages;
  if (pages.length > 0) return [...missing, ...pages.map((text) => `pages: ${text}`)];
  const broken = await examination.broken;
  if (broken.length > 0) examination.end();
  const indexes = broken.length > 0 ? [] : await examination.indexes;
  return [
    ...missing,
    ...broken.map(({ collection, rid }) => `${collection}: row ${rid} is not what was stored`),
    ...indexes.map((text) => `indexes: ${text}`),
  ];
}

/** Whether the file lacks what its mark says: a sentence, or none. */
export function missingWrites(folder: string, file: string): readonly string[] {
  const mark = readMark(folder);
  const sqlite = openSqlite(file, { readOnly: true });
  try {
    const missing = mark ? mark.writes - (countedIn(sqlite)?.writes ?? 0) : 0;
    return missing > 0 ? [`${missing} acknowledged writes are missing`] : [];
  } catch (error) {
    if (!isBrokenFile(error)) throw error;
    return []; // said with the pages
  } finally {
    sqlite.close();
  }
}
