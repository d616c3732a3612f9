// Puts the log into the main file, in a process of its own: some hundred milliseconds of reading, writing and waiting for the disk.
// First most of it, while others go on writing. Until the rest has followed a reader of its own keeps the log from beginning anew,
// since before it does the mark must say how far the main file has come (acknowledged.ts).
import { existsSync } from 'node:fs';
import { openSqlite } from './binding.ts';
import type { Carried, WhatToCarry } from './carry-over.ts';

const file = process.argv[2] ?? '';
// who started this may have ended and cleaned up
if (!existsSync(file)) process.exit();

const sqlite = openSqlite(file);
const reader = openSqlite(file);
sqlite.exec('PRAGMA wal_autocheckpoint = 0; PRAGMA busy_timeout = 100');
reader.exec('PRAGMA busy_timeout = 100');
let isReading = false;

function begin(): void {
  if (isReading) return;
  reader.exec('BEGIN');
  reader.prepare('SELECT writes FROM _acknowledged').get();
  isReading = true;
}

function end(): void {
  if (isReading) reader.exec('ROLLBACK');
  isReading = false;
}

function carry(what: WhatToCarry): Carried {
  try {
    if (what === 'most') begin();
    else end();
    const mode = what === 'cut' ? 'TRUNCATE' : 'PASSIVE';
    const { busy, log, checkpointed } =
      sqlite.prepare(`PRAGMA wal_checkpoint(${mode})`).get() ?? {};
    return { whole: what !== 'most' && busy === 0 && log === checkpointed };
  } catch {
    // a disk without room: all is in the log, and is carried over later
    end();
    return { whole: false };
  }
}

// who started this may be gone by now
process.on('message', (what: WhatToCarry) =>
  process.send?.(carry(what), undefined, undefined, (error) => error && process.exit()),
);
process.on('disconnect', () => process.exit());
