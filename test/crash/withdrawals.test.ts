// A batch whose server is killed while it is withdrawn, and while it is brought back: the next start, or exactly one of the other
// servers, brings it to its end. Each response leaves once and comes back once, and figures equal a recount. CRASH_ROUNDS says how
// often (3; more by hand), CRASH_WITHDRAWN of how many rows (600).
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { OpenDatabase } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import type { Batch } from '../../shared/api/batches.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { makeCsv } from '../support/make-csv.ts';
import { modelsOf } from '../support/models.ts';
import { recount } from '../support/recount.ts';
import { type Sender, senderTo } from '../support/sender.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';

const rows = Number(process.env.CRASH_WITHDRAWN ?? 1500);
/** responses that are changed in one write: what is done is told in these steps */
const step = 500;
const rounds = Number(process.env.CRASH_ROUNDS ?? 3);
/** whoever takes over waits until the lease has stood still */
const roundsOfThree = Math.ceil(rounds / 3);
const accepted = rows * 0.99;
const survey = '/api/surveys/2569';
const mongod = mongodPath();

interface Seat {
  readonly server: ServerProcess;
  readonly sender: Sender;
}

async function seatAt(env: Record<string, string>): Promise<Seat> {
  const server = await startServer({ LIMITS: 'off', ...env });
  return { server, sender: await senderTo(server.url) };
}

async function ask({ server, sender }: Seat, method: string, path: string, body?: object) {
  const answer = await fetch(`${server.url}${survey}/batches/${path}`, {
    method,
    headers: { ...sender.headers, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Batch;
}

const acts = {
  withdrawn: { method: 'PUT', body: { reason: 'ส่งผิดไฟล์' }, under: 'withdrawing' },
  'brought-back': { method: 'DELETE', body: undefined, under: 'bringing-back' },
} as const;
type End = keyof typeof acts;

/** Kills the server in the middle of it, or too late, and says which. */
async function killedIn(seat: Seat, id: string, end: End, after: number): Promise<boolean> {
  const { method, body, under } = acts[end];
  // its answer is cut off with the server
  const asked = ask(seat, method, `${id}/withdrawal`, body).catch(() => undefined);
  let seen = await ask(seat, 'GET', id);
  while (
    seen.withdrawal?.state !== end &&
    !(seen.withdrawal?.state === under && seen.withdrawal.done >= after)
  )
    seen = await ask(seat, 'GET', id);
  await seat.server.kill();
  await asked;
  return seen.withdrawal?.state === under;
}

async function untilEnded(seat: Seat, id: string, end: End): Promise<Batch> {
  for (;;) {
    const now = await ask(seat, 'GET', id);
    if (now.withdrawal?.state === end) return now;
    await wait(50);
  }
}

async function sendRows({ sender }: Seat): Promise<string> {
  const id = randomUUID();
  const batch = await sender.send([...makeCsv(rows)].join(''), { id });
  expect(batch?.counts.accepted).to.equal(accepted);
  return id;
}

/** What stands in the histories, each way once, and what the figures are against a recount. */
async function look(db: OpenDatabase, strip: unknown) {
  const all = await modelsOf(db).responses.find({}).lean();
  const ofBatch = all.filter(({ batch }) => batch !== null);
  const histories = ofBatch.map(({ history }) => history.map((one) => one.decision).join());
  const counted = recount(all, { survey: '2569', filters: {}, scope: { kind: 'all' } });
  return { histories: [...new Set(histories)], strip, recounted: counted.strip };
}

/** both ways, so many times */
const wayThere = (times: number) => Array(times).fill('withdrawn,brought-back').join();

describe(`a batch of ${accepted} responses whose server is killed as it is withdrawn`, function () {
  this.timeout(120_000 + rounds * 120_000);
  const folder = mkdtempSync(join(tmpdir(), 'rabfang-withdrawn-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it(`is withdrawn, and brought back, by the next start, ${rounds} times`, async () => {
    const env = { DATA_DIR: folder, DEMO: 'on' };
    let seat = await seatAt(env);
    let times = 0;
    let strip: unknown;
    try {
      const id = await sendRows(seat);
      for (let cuts = 0; cuts < rounds; ) {
        let wasCut = true;
        for (const end of ['withdrawn', 'brought-back'] as const) {
          wasCut = (await killedIn(seat, id, end, (cuts % 3) * step)) && wasCut;
          seat = await seatAt(env);
          const now = await untilEnded(seat, id, end);
          expect(now.withdrawal).to.include({ total: accepted, done: accepted, left: 0 });
        }
        times++;
        // too late is tried again
        if (wasCut) cuts++;
      }
      strip = await seat.sender.strip();
    } finally {
      await seat.server.stop();
    }
    const db = await openDatabase({ dataDir: folder }, collections);
    const found = await look(db, strip).finally(() => db.close());
    expect(found.histories).to.deep.equal([wayThere(times)]);
    expect(found.strip).to.deep.equal(found.recounted);
  });

  (mongod ? it : it.skip)('is brought to its end by exactly one of two others', async () => {
    const database = await startMongod(mongod ?? '', { replicaSet: true });
    const env = {
      MONGODB_URI: database.uri.replace('/?', '/rabfang?'),
      ADMIN_PASSWORD: 'rabfang-demo',
      SECRET: 'all servers sign with one and the same secret',
    };
    const seats: Seat[] = [];
    const sit = async () => {
      const seat = await seatAt(env);
      seats.push(seat);
      return seat;
    };
    const db = await openDatabase({ mongodbUri: env.MONGODB_URI, dataDir: '' }, collections);
    try {
      const [first, second] = [await sit(), await sit()];
      const id = await sendRows(first);
      let times = 0;
      for (let cuts = 0; cuts < roundsOfThree; ) {
        let wasCut = true;
        for (const end of ['withdrawn', 'brought-back'] as const) {
          wasCut = (await killedIn(await sit(), id, end, 1)) && wasCut;
          const now = await untilEnded(second, id, end);
          expect(now.withdrawal).to.include({ total: accepted, done: accepted, left: 0 });
          const counted = end === 'withdrawn' ? 0 : accepted;
          // the figures of both others follow
          for (const other of [first, second])
            while ((await other.sender.count(id)) !== counted) await wait(50);
        }
        times++;
        if (wasCut) cuts++;
      }
      const found = await look(db, await second.sender.strip());
      expect(found.histories).to.deep.equal([wayThere(times)]);
      expect(found.strip).to.deep.equal(found.recounted);
    } finally {
      for (const { server } of seats) await server.kill();
      await db.close();
      await database.stop();
    }
  });
});
