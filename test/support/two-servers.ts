// Two built servers on one MongoDB, and what each of them says the figures are.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { OpenDatabase } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { figureNames } from '../../shared/api/figures.ts';
import { mongodPath } from './find-mongod.mjs';
import { type Models, modelsOf } from './models.ts';
import { recount } from './recount.ts';
import { type Sender, senderTo } from './sender.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { startMongod } from './start-mongod.mjs';

const survey = '/api/surveys/2569';
/** what is promised is less; the machine may be busy */
export const patienceMs = 15_000;

export interface Seat {
  readonly server: ServerProcess;
  readonly sender: Sender;
}

export interface TwoServers {
  readonly here: Seat;
  readonly there: Seat;
  readonly models: Models;
  readonly db: OpenDatabase;
  stop(): Promise<void>;
}

export async function startTwoServers(
  replicaSet: boolean,
  { oplogMb }: { oplogMb?: number } = {},
): Promise<TwoServers> {
  const database = await startMongod(mongodPath() ?? '', { replicaSet, oplogMb });
  const mongodbUri = database.uri.replace('/?', '/rabfang?');
  const [here, there] = [await takeSeat(mongodbUri), await takeSeat(mongodbUri)];
  const db = await openDatabase({ mongodbUri, dataDir: '' }, collections);
  const stop = async () => {
    for (const { server } of [here, there]) await server.kill();
    await db.close();
    await database.stop();
  };
  return { here, there, models: modelsOf(db), db, stop };
}

/** Starts one more server on it. */
export async function takeSeat(
  mongodbUri: string,
  env: Record<string, string> = {},
): Promise<Seat> {
  const server = await startServer({
    LIMITS: 'off',
    MONGODB_URI: mongodbUri,
    ADMIN_PASSWORD: 'rabfang-demo',
    SECRET: 'all servers sign with one and the same secret',
    ...env,
  });
  return { server, sender: await senderTo(server.url) };
}

export async function ask(
  { server, sender }: Seat,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; headers: Headers; body: any }> {
  const answer = await fetch(server.url + path, {
    method,
    headers: { ...sender.headers, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

export const countOf = async (seat: Seat, filter = ''): Promise<number> =>
  (await ask(seat, 'GET', `${survey}/figures?figures=summary&${filter}`)).body.strip?.responses;

/** Waits until the figures of a server say this; milliseconds. */
export async function untilCount(seat: Seat, expected: number, filter = ''): Promise<number> {
  const from = performance.now();
  for (let now = -1; ; await wait(5)) {
    now = await countOf(seat, filter);
    const ms = performance.now() - from;
    if (now === expected) return ms;
    if (ms > 4 * patienceMs) throw new Error(`${filter}: ${now} instead of ${expected}`);
  }
}

/** Waits until all figures of a server are what a plain recount of everything stored says; milliseconds. */
export async function untilRecounted(seat: Seat, models: Models): Promise<number> {
  const question = { survey: '2569', filters: {}, scope: { kind: 'all' } } as const;
  const stored = await models.responses.find({}).lean();
  const { strip, figures } = JSON.parse(JSON.stringify(recount(stored as never, question)));
  const from = performance.now();
  for (;;) {
    const { body } = await ask(seat, 'GET', `${survey}/figures?figures=${figureNames.join()}`);
    const ms = performance.now() - from;
    try {
      expect({ strip: body.strip, figures: body.figures }).to.deep.equal({ strip, figures });
      return ms;
    } catch (error) {
      if (ms > 4 * patienceMs) throw error;
    }
    await wait(50);
  }
}

/** With LAG_SAY=1 how long something took, in milliseconds. */
export function sayLags(what: string, lags: readonly number[]): void {
  if (!process.env.LAG_SAY) return;
  const sorted = lags.toSorted((a, b) => a - b);
  const [median = 0, most = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  process.stdout.write(
    `      ${what}: median ${median.toFixed(0)} ms, at most ${most.toFixed(0)} ms of ${lags.length}\n`,
  );
}
