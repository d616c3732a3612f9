// How old the newest backup is, so that one which is no longer made is noticed before it is needed.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Seconds since 1970 at which the newest file of a folder was written; 0 when there is none, or the folder cannot be read. */
export function newestIn(folder: string): number {
  try {
    const times = readdirSync(folder, { withFileTypes: true })
      // what is still being written has a name of its own until it is whole
      .filter((entry) => entry.isFile() && !/^\.|\.part$/.test(entry.name))
      .map(({ name }) => statSync(join(folder, name)).mtimeMs);
    return Math.max(0, ...times) / 1000;
  } catch {
    return 0;
  }
}
