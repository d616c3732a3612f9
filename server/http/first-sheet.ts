// A workbook that was sent instead of a CSV file: its first sheet that is seen and filled, as CSV.
import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OneAtATime } from './one-at-a-time.ts';
import { problem } from './problem.ts';

/** What the process beside answers. */
export type SheetRead = { readonly csv: string } | { readonly why: 'too-large' | 'damaged' };

// in the sources it is TypeScript as well
const program = fileURLToPath(
  new URL(`./sheet-process${extname(import.meta.url)}`, import.meta.url),
);
/** each may take all the memory that it is given */
const line = new OneAtATime();
const patienceMs = 20_000;
const mostMegabytes = 400;

/** @throws too-large, not-text */
export async function firstSheet(bytes: Uint8Array): Promise<Uint8Array> {
  const found = await line.run(() => readBeside(bytes));
  if ('csv' in found) return new TextEncoder().encode(found.csv);
  if (found.why === 'too-large')
    throw problem('too-large', { detail: 'The workbook unpacks to more than is read here.' });
  throw problem('not-text', { detail: 'This is no workbook that can be read; save it as CSV.' });
}

function readBeside(bytes: Uint8Array): Promise<SheetRead> {
  const child = fork(program, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    execArgv: [...process.execArgv, `--max-old-space-size=${mostMegabytes}`],
  });
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    child.once('message', (found: SheetRead) => resolve(found));
    // without an answer it had too much to read, or took too long
    child.once('close', () => {
      clearTimeout(late);
      resolve({ why: 'too-large' });
    });
    child.once('error', () => resolve({ why: 'damaged' }));
    child.send(bytes);
  });
}
