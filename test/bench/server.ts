// The built server on a data folder of its own, for one measurement.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ServerProcess, startServer } from '../support/server-process.ts';

const seedMain = fileURLToPath(new URL('../../dist/seed/cli/main.js', import.meta.url));

export async function withServer<T>(
  env: Record<string, string>,
  work: (server: ServerProcess) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'rabfang-bench-'));
  const server = await startServer({ DATA_DIR: folder, LIMITS: 'off', ...env });
  try {
    return await work(server);
  } finally {
    await server.stop();
    if (!env.DATA_DIR) rmSync(folder, { recursive: true, force: true });
  }
}

export async function signIn(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'rabfang-demo' }),
  });
  const { token } = (await answer.json()) as { token?: string };
  if (!token) throw new Error(`${username} could not sign in: ${answer.status}`);
  return token;
}

export interface Seeded {
  readonly folder: string;
  readonly responses: number;
  /** seconds that filling took */
  readonly took: number;
  remove(): void;
}

/** issues a response in the demonstration's distributions (seed/distributions.ts) */
export const issuesPerResponse = 2.02;

/** A data folder with about so many issues, made by the seed command. */
export function seeded(issues: number): Seeded {
  const folder = mkdtempSync(join(tmpdir(), 'rabfang-bench-'));
  const responses = Math.round(issues / issuesPerResponse);
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [seedMain, '--responses', String(responses)],
    {
      env: { ...process.env, DATA_DIR: folder, MONGODB_URI: undefined },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`seeding failed: ${stderr}`);
  return {
    folder,
    responses,
    took: (performance.now() - started) / 1000,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
