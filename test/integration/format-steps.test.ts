// How a database is carried over: by one process while the others wait, refused in words when it cannot be.
import { expect } from 'chai';
import type { MigrationStep } from '../../server/db/migrations/step.ts';
import { knownFormat, steps } from '../../server/db/migrations/steps.ts';
import { takeSteps } from '../../server/db/migrations/take-steps.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { StorageRefusal } from '../../server/db/refusal.ts';
import { carryDocumentsOver, refuseEarlierDocuments } from '../../server/format.ts';
import { Leases } from '../../server/leases/leases.ts';
import { collections } from '../../server/models.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { lastingDocuments } from '../support/filled-folder.ts';
import { formatFixtures, openFixture } from '../support/format-fixtures.ts';
import { modelsOf } from '../support/models.ts';

const [oldest = ''] = formatFixtures;
const stopping = new AbortController().signal;
const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof StorageRefusal ? error.message : String(error)),
  );

describe('The steps of the format', () => {
  it('numbers its steps without a gap, from 2 on', () => {
    expect(steps.map(({ makes }) => makes)).to.deep.equal(steps.map((_, at) => at + 2));
  });
});

describe('Carrying a database over', () => {
  let opened: TestDatabase;
  const open = async (name?: string) => {
    opened = name ? await openFixture(name) : await openTestDatabase();
    return { ...opened, ...modelsOf(opened.db) };
  };
  afterEach(() => opened.drop());

  it('says nothing of an empty database, and marks it', async () => {
    const { db, settings } = await open();
    const said: string[] = [];
    await carryDocumentsOver(db, { say: (one) => said.push(one), stopping });

    expect(said).to.deep.equal([]);
    expect((await settings.findById('format').lean())?.value).to.equal(knownFormat);
    await refuseEarlierDocuments(db);
  });

  it('refuses a later format in words, and changes nothing', async () => {
    const { db, settings } = await open(oldest);
    await settings.collection.insertOne({ _id: 'format', value: knownFormat + 1 } as never);
    const before = await lastingDocuments(db);
    const refusal = await refusalOf(carryDocumentsOver(db, { say: () => undefined, stopping }));

    expect(refusal).to.include(`format ${knownFormat + 1}; this one knows ${knownFormat}`);
    expect(await lastingDocuments(db)).to.deep.equal(before);
  });

  it('tells who only reads that a start comes first', async () => {
    const { db } = await open(oldest);
    expect(await refusalOf(refuseEarlierDocuments(db))).to.include('Start this one once');
  });

  it('refuses the start when a step fails, and goes on from there at the next', async () => {
    const { db, settings } = await open(oldest);
    const broken: MigrationStep = {
      makes: 3,
      does: 'nothing',
      run: async (database) => {
        await database.each('users', () => {
          throw new Error('a user that nobody understands');
        });
      },
    };
    const failing = steps.map((step) => (step.makes === 3 ? broken : step));
    const bring = (taken = steps) =>
      refusalOf(carryDocumentsOver(db, { say: () => undefined, stopping, steps: taken }));

    expect(await bring(failing)).to.match(/to format 3 .*nobody understands.*next start goes on/);
    expect((await settings.findById('format-reached').lean())?.value).to.equal(2);
    expect(await bring()).to.equal('nothing was refused');
    await refuseEarlierDocuments(db);
  });

  it('stops between two pages when the server stops', async () => {
    const { db } = await open(oldest);
    const stopped = new AbortController();
    stopped.abort();
    const taking = { say: () => undefined, reached: async () => undefined };
    const refusal = await refusalOf(takeSteps(db, steps, { ...taking, stopping: stopped.signal }));
    expect(refusal).to.include('abort');
  });

  it('is done by one of two processes, and the other waits and says so', async function () {
    if (process.env.ENGINE !== 'mongodb') this.skip(); // one process owns the folder of an embedded one
    const { db, leases, uri } = await open(oldest);
    const other = await openDatabase({ mongodbUri: uri, dataDir: '' }, collections);
    try {
      const held = await new Leases(other).take('format', 'theirs');
      const said: string[] = [];
      const waiting = carryDocumentsOver(db, { say: (one) => said.push(one), stopping });
      await new Promise((resolve) => setTimeout(resolve, 2000));
      expect(said.join()).to.include('Another process carries the database over');
      expect(await leases.countDocuments({ _id: 'format' })).to.equal(1);

      await held?.release();
      const both = [waiting, carryDocumentsOver(other, { say: (one) => said.push(one), stopping })];
      await Promise.all(both);
      expect(said.filter((one) => one.includes('format 2 '))).to.have.length(1);
      await refuseEarlierDocuments(other);
    } finally {
      await other.close();
    }
  });
});
