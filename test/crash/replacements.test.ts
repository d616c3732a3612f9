// A file whose rows take the place of what is stored, and whose server is killed in the middle of that: sent again, every row has
// replaced its response once, nothing of what was replaced is gone, and figures equal a recount. CRASH_ROUNDS says how often (3).
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { storedRevisions } from '../../server/responses/revision.model.ts';
import { stripOf, untrueOf } from '../support/batches-told.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { modelsOf } from '../support/models.ts';
import { type Sender, senderTo } from '../support/sender.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';

const rounds = Number(process.env.CRASH_ROUNDS ?? 3);
/** whoever takes a load over on MongoDB waits until its lease has stood still */
const roundsThere = Math.ceil(rounds / 3);
const rows = 800;
const mongod = mongodPath();

type Place = Readonly<Record<'DATA_DIR' | 'MONGODB_URI', string>>;

describe(`kill -9 while the rows of a file take the place of what is stored, ${rounds} rounds`, function () {
  this.timeout(60_000 + rounds * 120_000);

  it('on the embedded engine', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rabfang-replaced-'));
    await replaceAndKill({ DATA_DIR: folder, MONGODB_URI: '' }, rounds).finally(() =>
      rmSync(folder, { recursive: true, force: true }),
    );
  });

  (mongod ? it : it.skip)('on MongoDB', async () => {
    const database = await startMongod(mongod ?? '', { replicaSet: true });
    const uri = database.uri.replace('/?', '/rabfang?');
    await replaceAndKill({ DATA_DIR: '', MONGODB_URI: uri }, roundsThere).finally(() =>
      database.stop(),
    );
  });
});

async function replaceAndKill(place: Place, times: number): Promise<void> {
  let { server, sender } = await start(place);
  let files = 1;
  try {
    const first = await sender.send(fileOf(0), { id: randomUUID() });
    expect(first?.counts.accepted).to.equal(rows);
    for (let cuts = 0; cuts < times; files++) {
      const id = randomUUID();
      const wasCut = await killedIn({ server, sender }, { id, file: fileOf(files) }, cuts);
      ({ server, sender } = await start(place));
      const again = await sender.send(fileOf(files), { id, changed: 'replace' });
      expect(again?.counts).to.include({ rows, same: rows, rejected: 0 });
      // too late is tried again
      if (wasCut) cuts++;
    }
    const strip = await sender.strip();
    await server.stop();
    await look(place, files - 1, strip);
  } finally {
    await server.kill();
  }
}

async function start({ DATA_DIR, MONGODB_URI }: Place) {
  const server = await startServer({
    LIMITS: 'off',
    ...(MONGODB_URI ? { MONGODB_URI } : { DATA_DIR }),
    ADMIN_PASSWORD: 'rabfang-demo',
    SECRET: 'all servers sign with one and the same secret',
  });
  return { server, sender: await senderTo(server.url) };
}

interface Seat {
  readonly server: ServerProcess;
  readonly sender: Sender;
}

/** Kills the server once some of the rows are settled, and says whether others were not. */
async function killedIn(
  { server, sender }: Seat,
  { id, file }: { readonly id: string; readonly file: string },
  cuts: number,
): Promise<boolean> {
  // its answer is cut off with the server
  const sent = sender.send(file, { id, changed: 'replace' });
  const settled = async () => (await sender.batch(id).catch(() => null))?.counts.same ?? 0;
  while ((await settled()) === 0) await wait(5);
  await wait(cuts * 20 * Math.random());
  await server.kill();
  return (await sent) === undefined;
}

/** Each response was replaced once by each file, by the last one's row last; what was replaced is kept under its number. */
async function look({ DATA_DIR, MONGODB_URI }: Place, files: number, strip: object): Promise<void> {
  const db = await openDatabase(
    { dataDir: DATA_DIR, ...(MONGODB_URI && { mongodbUri: MONGODB_URI }) },
    collections,
  );
  try {
    const models = modelsOf(db);
    const stored = await models.responses.find({ batch: { $gt: '' } }).lean();
    expect(stored).to.have.length(rows);
    expect(new Set(stored.map(({ revision }) => revision))).to.deep.equal(new Set([files + 1]));
    expect(new Set(stored.map(({ history }) => history.length))).to.deep.equal(new Set([files]));
    const affected = stored.map(({ issues }) => issues[0]?.affected ?? 0).sort((a, b) => a - b);
    expect(affected).to.deep.equal(Array.from({ length: rows }, (_, at) => affectedIn(files, at)));
    expect(await db.model(storedRevisions).countDocuments({})).to.equal(rows * files);
    expect(await untrueOf(models)).to.deep.equal([]);
    expect(strip).to.deep.equal(await stripOf(models));
  } finally {
    await db.close();
  }
}

const affectedIn = (file: number, row: number): number => file * 10_000 + row + 1;

function fileOf(file: number): string {
  const lines = Array.from(
    { length: rows },
    (_, at) => `R-${at},ขอนแก่น,ไฟดับจุดที่ ${at},3,${affectedIn(file, at)}`,
  );
  return ['เลขที่แบบสอบถาม,จังหวัด,ประเด็นปัญหา,ความรุนแรง,จำนวนผู้ได้รับผลกระทบ', ...lines, ''].join('\n');
}
