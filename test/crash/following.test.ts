// Two servers on one MongoDB: what one of them stores is in the figures of the other within a second or two, whatever happens to it
// meanwhile. LAG_SAY=1 prints how long it took.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { aResponse, newId } from '../support/build.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { type Sender, senderTo } from '../support/sender.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';

const mongod = mongodPath();
const survey = '/api/surveys/2569';
const password = 'rabfang-demo';
/** what is promised, generously: the machine may be busy */
const patienceMs = 5000;

interface Seat {
  readonly server: ServerProcess;
  readonly sender: Sender;
}

for (const [kind, replicaSet] of [
  ['a replica set', true],
  ['a single server', false],
] as const)
  (mongod ? describe : describe.skip)(`figures of two servers on ${kind}`, function () {
    this.timeout(120_000);
    let database: Awaited<ReturnType<typeof startMongod>>;
    let here: Seat;
    let there: Seat;

    before(async () => {
      database = await startMongod(mongod ?? '', { replicaSet });
      here = await start();
      there = await start();
    });
    after(async () => {
      for (const seat of [here, there]) await seat?.server.kill();
      await database?.stop();
    });

    async function start(): Promise<Seat> {
      const server = await startServer({
        LIMITS: 'off',
        MONGODB_URI: database.uri.replace('/?', '/rabfang?'),
        ADMIN_PASSWORD: password,
        SECRET: 'two servers sign with one and the same secret',
      });
      return { server, sender: await senderTo(server.url) };
    }

    const ask = async (seat: Seat, method: string, path: string, body?: object): Promise<any> => {
      const answer = await fetch(seat.server.url + path, {
        method,
        headers: { ...seat.sender.headers, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, headers: answer.headers, body: await answer.json() };
    };
    const count = async (seat: Seat, filter: string): Promise<number> =>
      (await ask(seat, 'GET', `${survey}/figures?figures=summary&${filter}`)).body.strip.responses;

    /** Waits until the figures of a server say this; milliseconds. */
    async function until(seat: Seat, filter: string, expected: number): Promise<number> {
      const from = performance.now();
      for (let now = -1; ; await wait(5)) {
        now = await count(seat, filter);
        const ms = performance.now() - from;
        if (now === expected) return ms;
        if (ms > 4 * patienceMs) throw new Error(`${filter}: ${now} instead of ${expected}`);
      }
    }

    it('hear of every response and of every decision', async () => {
      const lags: number[] = [];
      const before = await count(there, 'status=rejected');
      for (let n = 0; n < 20; n++) {
        const id = newId();
        const responses = await count(there, '');
        await ask(here, 'PUT', `${survey}/responses/${id}`, aResponse());
        lags.push(await until(there, '', responses + 1));
        await ask(here, 'POST', `${survey}/responses/${id}/decisions`, {
          decision: 'rejected',
          reason: 'ซ้ำ',
        });
        lags.push(await until(there, 'status=rejected', before + n + 1));
      }
      say('one response or decision', lags);
      expect(Math.max(...lags)).to.be.below(patienceMs);
    });
  });

function say(what: string, lags: readonly number[]): void {
  if (!process.env.LAG_SAY) return;
  const sorted = lags.toSorted((a, b) => a - b);
  const [median = 0, most = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  process.stdout.write(
    `      ${what}: median ${median.toFixed(0)} ms, at most ${most.toFixed(0)} ms\n`,
  );
}
