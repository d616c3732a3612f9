// A decision of many whose server is killed in the middle: the next start, or exactly one of the other servers, brings it to its end.
// Each response has it once in its history, and figures equal a recount. CRASH_DECISIONS says of how many (600; `npm run crash` 10,000).
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { verifyAudit } from '../../server/audit/verify.ts';
import type { OpenDatabase } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import type { DecisionOfMany } from '../../shared/api/decisions-of-many.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { makeCsv } from '../support/make-csv.ts';
import { modelsOf } from '../support/models.ts';
import { recount } from '../support/recount.ts';
import { type Sender, senderTo } from '../support/sender.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';

const rows = Number(process.env.CRASH_DECISIONS ?? 600);
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
  const answer = await fetch(`${server.url}${survey}${path}`, {
    method,
    headers: { ...sender.headers, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as DecisionOfMany;
}

/** as it is once nobody is at it any more */
async function untilEnded(seat: Seat, id: string): Promise<DecisionOfMany> {
  for (;;) {
    const now = await ask(seat, 'GET', `/decisions/${id}`);
    if (now.finishedAt) return now;
    await wait(50);
  }
}

async function sendRows({ sender }: Seat): Promise<string> {
  const id = randomUUID();
  const batch = await sender.send([...makeCsv(rows)].join(''), { id });
  expect(batch?.counts.accepted).to.equal(accepted);
  return id;
}

/** Kills the server in the middle of what `begin` asks for, or too late. */
async function killedIn(
  seat: Seat,
  begin: (seat: Seat) => Promise<string>,
  isBetween: (now: DecisionOfMany) => boolean,
): Promise<string> {
  const id = await begin(seat);
  let now = await ask(seat, 'GET', `/decisions/${id}`);
  while (!now.finishedAt && !isBetween(now)) now = await ask(seat, 'GET', `/decisions/${id}`);
  await seat.server.kill();
  return id;
}

/** It was not at its end when its server was killed. */
async function wasCut(db: OpenDatabase, id: string): Promise<boolean> {
  return (await modelsOf(db).decisionsOfMany.findById(id).lean())?.finishedAt === null;
}

const reject = (batch: string) => async (seat: Seat) => {
  const reason = 'ซ้ำกับไฟล์ก่อน';
  const body = { decision: 'rejected', reason, filters: { batch }, expect: accepted };
  return (await ask(seat, 'POST', '/decisions', body)).id;
};

/** What stands in the histories of a batch's responses under an action, and whether figures and record are right. */
async function look(db: OpenDatabase, seat: Seat, id: string) {
  const all = await modelsOf(db).responses.find({}).lean();
  const under = all.map(({ history }) =>
    history.flatMap((one) => (one.id === id ? [one.decision] : [])).join(),
  );
  const counted = recount(all, { survey: '2569', filters: {}, scope: { kind: 'all' } });
  const entries = await modelsOf(db)
    .audit.find({ thing: `decisions:${id}` })
    .sort({ _id: 1 })
    .lean();
  return {
    histories: new Set(under.filter(Boolean)),
    responses: under.filter(Boolean).length,
    areRight: JSON.stringify(counted.strip) === JSON.stringify(await seat.sender.strip()),
    record: entries.map(({ what }) => what),
    fault: (await verifyAudit(db)).fault,
  };
}

const decidedOnce = { histories: new Set(['rejected']), responses: accepted, areRight: true };
const takenBackOnce = { ...decidedOnce, histories: new Set(['rejected,taken-back']) };

describe(`a decision of ${accepted} responses whose server is killed`, function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'rabfang-many-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is brought to its end by the next start, and taken back by the one after', async () => {
    const start = () => seatAt({ DATA_DIR: folder, DEMO: 'on' });
    let seat = await start();
    const batch = await sendRows(seat);
    let id = '';
    for (let cut = false; !cut; ) {
      id = await killedIn(seat, reject(batch), ({ done }) => done > 0);
      cut = await wasCutIn(folder, id);
      seat = await start();
      if (!cut) await untilEnded(seat, (await ask(seat, 'DELETE', `/decisions/${id}`)).id);
    }
    const done = await untilEnded(seat, id);
    expect(done).to.include({ state: 'done', total: accepted, done: accepted, skipped: 0 });
    expect(await lookInto(folder, seat, id)).to.deep.equal({
      ...decidedOnce,
      record: ['many-decided', 'many-ended'],
      fault: undefined,
    });

    seat = await start();
    const takeBack = async (one: Seat) => (await ask(one, 'DELETE', `/decisions/${id}`)).id;
    // too late or not: it is taken back once
    await killedIn(seat, takeBack, ({ takenBack }) => takenBack > 0);
    seat = await start();
    const back = await untilEnded(seat, id);
    expect(back).to.include({ state: 'taken-back', done: accepted, takenBack: accepted });
    expect(await lookInto(folder, seat, id)).to.deep.equal({
      ...takenBackOnce,
      record: ['many-decided', 'many-ended', 'many-taken-back', 'many-ended'],
      fault: undefined,
    });
  });

  /** Read by this process, as the next start finds it. */
  async function wasCutIn(dataDir: string, id: string): Promise<boolean> {
    const db = await openDatabase({ dataDir }, collections);
    return await wasCut(db, id).finally(() => db.close());
  }

  /** Only one process has the folder: what the server says first, what is stored when it has gone. */
  async function lookInto(dataDir: string, seat: Seat, id: string) {
    const strip = await seat.sender.strip();
    await seat.server.stop();
    const db = await openDatabase({ dataDir }, collections);
    const said = { ...seat, sender: { ...seat.sender, strip: async () => strip } };
    return await look(db, said, id).finally(() => db.close());
  }

  (mongod ? it : it.skip)('is brought to its end by exactly one of two others', async () => {
    const database = await startMongod(mongod ?? '', { replicaSet: true });
    const env = {
      MONGODB_URI: database.uri.replace('/?', '/rabfang?'),
      ADMIN_PASSWORD: 'rabfang-demo',
      SECRET: 'all servers sign with one and the same secret',
    };
    const db = await openDatabase({ mongodbUri: env.MONGODB_URI, dataDir: '' }, collections);
    const [first, second] = [await seatAt(env), await seatAt(env)];
    const seats = [first, second];
    try {
      const batch = await sendRows(first);
      let id = '';
      for (let cut = false; !cut; ) {
        const third = await seatAt(env);
        seats.push(third);
        while ((await third.sender.count(batch)) < accepted) await wait(50);
        id = await killedIn(third, reject(batch), ({ done }) => done > 0);
        cut = await wasCut(db, id);
        if (!cut) await untilEnded(second, (await ask(second, 'DELETE', `/decisions/${id}`)).id);
      }
      const done = await untilEnded(second, id);

      expect(done).to.include({ state: 'done', total: accepted, done: accepted, skipped: 0 });
      while ((await second.sender.count(batch)) > 0) await wait(50);
      expect(await look(db, second, id)).to.deep.equal({
        ...decidedOnce,
        record: ['many-decided', 'many-ended'],
        fault: undefined,
      });
    } finally {
      for (const { server } of seats) await server.kill();
      await db.close();
      await database.stop();
    }
  });
});
