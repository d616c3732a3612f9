// How busy the embedded engine is.
import { statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EmbeddedBusy } from '../database.ts';
import { fileName } from './open-file.ts';
import type { SqliteStore } from './store.ts';

export function embeddedBusy({ writes }: SqliteStore, dataDir: string): EmbeddedBusy {
  const file = join(dataDir, fileName);
  return {
    engine: 'embedded',
    waiting: () => writes.waiting,
    fileBytes: () => ({ main: sizeOf(file), log: sizeOf(`${file}-wal`) }),
    freeBytes: () => freeOn(dataDir),
    onCommit: (listener) => {
      writes.onCommit = listener;
    },
  };
}

function freeOn(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

/** By its name, never by opening it: closing it again would give up the locks that SQLite has on it. */
const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
