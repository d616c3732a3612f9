// Backup, restore and move as operators run them, on both engines and across: nothing is lost or changed, also when they are killed
// in the middle, and while the server is at work.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { openSqlite } from '../../server/db/embedded/binding.ts';
import { fileName } from '../../server/db/embedded/open-file.ts';
import { connectToMongodb } from '../../server/db/open-database.ts';
import { fillFolder } from '../support/filled-folder.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { modelsOf } from '../support/models.ts';
import {
  digestOfFile,
  documentsOfBackup,
  inPlace,
  type Kind,
  Places,
  type TestPlace,
} from '../support/places.ts';
import { beginCommand, runCommand } from '../support/run-command.ts';
import { startServer } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';

const mongod = mongodPath();
const kinds: readonly Kind[] = mongod ? ['embedded', 'mongodb'] : ['embedded'];
const secret = 'kept and restored with one and the same secret';
const responses = 4000;

describe('backup, restore and move', function () {
  this.timeout(240_000);
  let replicaSet: Awaited<ReturnType<typeof startMongod>> | undefined;
  let places: Places;
  let filled: TestPlace;
  const file = (name: string) => places.file(name);
  const keep = (args: readonly string[], place: Pick<TestPlace, 'env'>) =>
    runCommand('keeping', args, place.env);
  const check = ({ env }: TestPlace) => runCommand('check', ['--quiet'], env);
  const startOf = ({ env }: TestPlace) => startServer({ ...env, DEMO: 'on', SECRET: secret });
  const refusal = (place: TestPlace) =>
    startOf(place).then(
      async (server) => `it started:\n${await server.kill()}`,
      (error: Error) => error.message,
    );

  before(async () => {
    if (mongod) replicaSet = await startMongod(mongod, { replicaSet: true });
    places = new Places(replicaSet);
    filled = places.make('embedded');
    await fillFolder(responses, filled.dataDir);
    const server = await startOf(filled);
    await server.stop();
  });
  after(async () => {
    places.remove();
    await replicaSet?.stop();
  });

  /** everything of `filled` on an engine */
  async function filledOn(kind: Kind): Promise<TestPlace> {
    const place = places.make(kind);
    const { said, code } = await keep(['move', '--to', place.to], filled);
    expect(code, said).to.equal(0);
    return place;
  }

  for (const from of kinds)
    for (const to of kinds)
      it(`brings ${from} back on ${to}, equal in every document`, async () => {
        const [source, target] = [await filledOn(from), places.make(to)];
        const [first, second] = [file(`${from}-${to}-1`), file(`${from}-${to}-2`)];
        const backedUp = await keep(['backup', first], source);
        const restored = await keep(['restore', first], target);
        const again = await keep(['backup', second], target);
        const checked = await check(target);
        const verified = await runCommand('check', ['--backup', first], target.env);
        const server = await startOf(target);
        await server.stop();

        expect(backedUp.said).to.match(/4,000 responses; \d+\.\d MB, read back and whole\.\n$/);
        expect(restored.said).to.match(/4,000 responses; compared and equal\.\n$/);
        expect([
          backedUp.code,
          restored.code,
          again.code,
          checked.code,
          verified.code,
        ]).to.deep.equal([0, 0, 0, 0, 0]);
        expect(documentsOfBackup(second)).to.deep.equal(documentsOfBackup(first));
        expect(checked.said).to.equal('4000 responses, 1 surveys, 0 batches: all is well.\n');
        expect(verified.said).to.match(
          /4000 responses, every count and digest as written: all is well\.\n$/,
        );
        expect(await check(target)).to.deep.include({ code: 0 });
      });

  for (const to of kinds) {
    it(`goes on with a restore into ${to} that was killed, and nobody starts on it before`, async () => {
      const backup = file(`killed-${to}`);
      const other = file(`other-${to}`);
      await keep(['backup', backup], filled);
      await keep(['backup', other], filled);
      const target = places.make(to);
      const killed = beginCommand('keeping', ['restore', backup], target.env);
      await untilSomeAreIn(target, () => killed.child.kill('SIGKILL'));
      await killed.ended;
      const refused = await refusal(target);
      const checked = await check(target);
      const withOther = await keep(['restore', other], target);
      const backedUp = await keep(['backup', file('half')], target);
      const resumed = await keep(['restore', backup], target);
      await keep(['backup', `${backup}-2`], target);

      expect(refused).to.include(`restoring ${backup} into this database has not been finished`);
      expect(checked.said).to.include('has not been finished');
      expect(withOther.said).to.include('With --anew it is emptied');
      expect(backedUp.said).to.include('what is there is not whole');
      expect([checked.code, withOther.code, backedUp.code, resumed.code]).to.deep.equal([
        1, 1, 1, 0,
      ]);
      expect(documentsOfBackup(`${backup}-2`)).to.deep.equal(documentsOfBackup(backup));
      expect(await check(target)).to.deep.include({ code: 0 });
    });

    it(`mends a half-filled place on ${to} whose documents are not those of the file`, async () => {
      const backup = file(`mended-${to}`);
      await keep(['backup', backup], filled);
      const target = places.make(to);
      const killed = beginCommand('keeping', ['restore', backup], target.env);
      await untilSomeAreIn(target, () => killed.child.kill('SIGKILL'));
      await killed.ended;
      await inPlace(target, async (db) => {
        const [first] = await modelsOf(db).responses.find({}).limit(1).lean();
        await modelsOf(db).responses.updateOne(
          { _id: first?._id ?? '' },
          { $set: { version: 77 } },
        );
      });
      const { code } = await keep(['restore', backup], target);
      await keep(['backup', `${backup}-2`], target);

      expect(code).to.equal(0);
      expect(documentsOfBackup(`${backup}-2`)).to.deep.equal(documentsOfBackup(backup));
    });

    it(`empties a half-filled place on ${to} when it is told to`, async () => {
      const [lost, backup] = [file(`lost-${to}`), file(`found-${to}`)];
      await keep(['backup', lost], filled);
      await keep(['backup', backup], filled);
      const target = places.make(to);
      const killed = beginCommand('keeping', ['restore', lost], target.env);
      await untilSomeAreIn(target, () => killed.child.kill('SIGKILL'));
      await killed.ended;
      const { code } = await keep(['restore', backup, '--anew'], target);

      expect(code).to.equal(0);
      expect(await check(target)).to.deep.include({ code: 0 });
    });

    it(`refuses to restore into ${to} where something is`, async () => {
      const backup = file(`refused-${to}`);
      await keep(['backup', backup], filled);
      const target = await filledOn(to);
      const { code, said } = await keep(['restore', backup, '--anew'], target);

      expect(said).to.match(/^Not restored: .* is not empty \(.*4000 responses.*\)/);
      expect(said).not.to.include('rabfang-demo');
      expect(code).to.equal(1);
    });
  }

  const moves = mongod
    ? ([
        ['embedded', 'mongodb'],
        ['mongodb', 'embedded'],
      ] as const)
    : ([['embedded', 'embedded']] as const);
  for (const [from, to] of moves)
    it(`moves from ${from} to ${to}, killed on the way and taken up again, and only reads the old one`, async () => {
      const [source, target] = [await filledOn(from), places.make(to)];
      const before = await fingerprintOf(source);
      const killed = beginCommand('keeping', ['move', '--to', target.to], source.env);
      await untilSomeAreIn(target, () => killed.child.kill('SIGKILL'));
      await killed.ended;
      const refused = await refusal(target);
      const resumed = await keep(['move', '--to', target.to], source);
      const [a, b] = [file(`moved-${from}-${to}-a`), file(`moved-${from}-${to}-b`)];
      await keep(['backup', a], source);
      await keep(['backup', b], target);

      expect(refused).to.include('into this database has not been finished');
      expect(resumed.code, resumed.said).to.equal(0);
      expect(resumed.said).to.include('4,000 responses; compared and equal.');
      expect(documentsOfBackup(b)).to.deep.equal(documentsOfBackup(a));
      expect(await fingerprintOf(source)).to.equal(before);
      expect(await check(target)).to.deep.include({ code: 0 });
      expect((await keep(['move', '--to', source.to], source)).said).to.include('already');
    });

  it('moves nothing from under a running server, which is told', async () => {
    const source = await filledOn('embedded');
    const server = await startOf(source);
    const { code, said } = await keep(['move', '--to', places.make('embedded').to], source);
    await server.stop();

    expect(said).to.include('is in use by another Rabfang');
    expect(code).to.equal(1);
  });

  it('finds out at the end that somebody wrote to MongoDB while it was moved', async function () {
    if (!mongod) this.skip();
    const [source, target] = [await filledOn('mongodb'), places.make('embedded')];
    let moving = true;
    const moved = keep(['move', '--to', target.to], source).finally(() => {
      moving = false;
    });
    await inPlace(source, async (db) => {
      for (let n = 2; moving; n++) {
        await modelsOf(db).responses.updateMany({ version: { $lt: n } }, { $set: { version: n } });
        await wait(20);
      }
    });
    const { code, said } = await moved;
    const again = await keep(['move', '--to', target.to], source);

    expect(said).to.include('was written to meanwhile: stop every Rabfang that uses it');
    expect(code).to.equal(1);
    expect(again.code, again.said).to.equal(0);
    expect(await check(target)).to.deep.include({ code: 0 });
  });

  it('says which documents are damaged and not in the backup, and restores the others', async () => {
    const source = await filledOn('embedded');
    const [first, second] = await inPlace(source, async (db) =>
      (await modelsOf(db).responses.find({}).limit(2).lean()).map(({ _id }) => _id),
    );
    const sqlite = openSqlite(join(source.dataDir, fileName));
    sqlite
      .prepare(`UPDATE responses SET doc = replace(doc, '"version":', '"versiom":') WHERE id = ?`)
      .run(first ?? '');
    sqlite
      .prepare(
        `INSERT INTO _damaged (collection, id, doc, crc, at) SELECT 'responses', id, doc, 1, '2026-11-29T00:00:00.000Z' FROM responses WHERE id = ?`,
      )
      .run(second ?? '');
    sqlite.prepare('DELETE FROM responses WHERE id = ?').run(second ?? '');
    sqlite.close();
    const backup = file('damaged');
    const target = places.make('embedded');
    const backedUp = await keep(['backup', backup, '--quiet'], source);
    const verified = await runCommand('check', ['--quiet', '--backup', backup], source.env);
    const restored = await keep(['restore', backup], target);

    expect(backedUp.said).to.include(`Not in the backup: responses: ${first} is damaged`);
    expect(backedUp.said).to.include(
      `Not in the backup: responses: ${second} was damaged and is set aside`,
    );
    expect(backedUp.code).to.equal(0);
    expect(verified.said).to.include(`not in it: responses: ${first}`);
    expect(restored.said).to.include(`Was not in the backup: responses: ${second}`);
    expect(restored.said).to.include('3,998 responses');
  });

  it('keeps a whole file when it is told to write over one that is no backup, has no room or no folder', async () => {
    const own = file('own-notes.txt');
    writeFileSync(own, 'mine');
    const replaced = await keep(['backup', own], filled);
    const nowhere = await keep(['backup', file('no/such/folder')], filled);
    const nothing = await keep(['backup', file('nothing')], places.make('embedded'));
    const usage = await keep(['backup'], filled);

    expect(replaced.said).to.match(/own-notes\.txt is there already and is no backup/);
    expect(nowhere.said).to.match(/^No backup was made: .*folder cannot be written/);
    expect(nothing.said).to.match(/There is no database in/);
    expect(usage.said).to.match(/^Usage: npm run backup -- FILE/);
    expect([replaced, nowhere, nothing, usage].map(({ code }) => code)).to.deep.equal([1, 1, 1, 1]);
    expect(readdirSync(places.folder).filter((name) => name.endsWith('.part'))).to.deep.equal([]);
  });

  /** Waits until the restore or move has stored some responses and not all. */
  async function untilSomeAreIn(place: TestPlace, then: () => unknown): Promise<void> {
    const count = await counterOf(place);
    for (let i = 0; i < 3000; i++) {
      const there = await count.now();
      if (there >= 500) {
        then();
        await count.close();
        expect(there, 'it was killed too late').to.be.lessThan(responses);
        return;
      }
      await wait(5);
    }
    throw new Error('nothing was restored');
  }

  async function fingerprintOf(place: TestPlace): Promise<string> {
    if (place.kind === 'embedded') return digestOfFile(join(place.dataDir, fileName));
    const name = file(`fingerprint-${Math.random()}`);
    await keep(['backup', name], place);
    return documentsOfBackup(name).join('\n');
  }
});

/** How many responses are stored in a place that somebody else fills. */
async function counterOf(
  place: TestPlace,
): Promise<{ now(): Promise<number>; close(): Promise<void> }> {
  if (place.kind === 'mongodb') {
    const connection = await connectToMongodb(place.mongodbUri ?? '');
    const now = () => connection.collection('responses').countDocuments({});
    return { now, close: () => connection.close() };
  }
  const now = async () => {
    try {
      const sqlite = openSqlite(join(place.dataDir, fileName), { readOnly: true });
      const row = sqlite.prepare('SELECT count(*) AS n FROM responses').get();
      sqlite.close();
      return Number(row?.n);
    } catch {
      return 0; // not there yet
    }
  };
  return { now, close: async () => undefined };
}
