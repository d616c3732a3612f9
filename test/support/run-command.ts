// A command of the built program as a process of its own, as operators run it.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly code: number | null;
  /** both streams */
  readonly said: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** @param program such as `check`: `dist/server/check/main.js` */
export function beginCommand(
  program: 'check' | 'keeping',
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Running {
  const path = fileURLToPath(new URL(`../../dist/server/${program}/main.js`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], {
    env: { ...process.env, MONGODB_URI: undefined, INIT_CWD: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, ended: endOf(child) };
}

export const runCommand = (...command: Parameters<typeof beginCommand>): Promise<Ended> =>
  beginCommand(...command).ended;

export function endOf(child: ChildProcess): Promise<Ended> {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      said += part.toString();
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}
