// Inventing and judging responses in a process of its own, while this one stores those that came before.
import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Invention } from '../../server/invented-entries.ts';
import type { Entry } from '../../server/responses/insert-responses.ts';

/** what the process tells: the next part, or that there is none */
export type Part = readonly Entry[] | 'done';

const program = fileURLToPath(
  new URL(`./invent-process${extname(import.meta.url)}`, import.meta.url),
);

/** Gives the same parts as inventing them here; the process is never more than a few ahead. @throws when it ends early */
export async function* inventBeside(invention: Invention): AsyncGenerator<readonly Entry[]> {
  const child = fork(program, { serialization: 'advanced' });
  const broken = new AbortController();
  child.once('exit', (code) => broken.abort(new Error(`inventing responses ended with ${code}`)));
  const told = on(child, 'message', { signal: broken.signal }) as AsyncIterable<[Part]>;
  child.send(invention);
  try {
    for await (const [part] of told) {
      if (part === 'done') return;
      child.send('next');
      yield part;
    }
  } catch (error) {
    throw broken.signal.aborted ? broken.signal.reason : error;
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
}
