// Databases of every format that ever landed, made by the code of their day, are opened by today's start.
import { expect } from 'chai';
import { checkEverythingStored } from '../../server/check/check-stored.ts';
import type { OpenDatabase } from '../../server/db/database.ts';
import { knownFormat } from '../../server/db/migrations/steps.ts';
import { carryDocumentsOver, refuseEarlierDocuments } from '../../server/format.ts';
import { collections } from '../../server/models.ts';
import { startApp, type TestApp } from '../support/app.ts';
import type { TestDatabase } from '../support/database.ts';
import { lastingDocuments } from '../support/filled-folder.ts';
import { expectedOf, formatFixtures, openFixture } from '../support/format-fixtures.ts';
import { modelsOf } from '../support/models.ts';
import { ask, firstFileAgain, formResponses } from '../support/send-everything.ts';
import { addedOfficer } from '../support/send-people.ts';
import { type Asking, whatIsThere } from '../support/what-is-there.ts';

/** Every document that lacks what its model requires, or has what its model does not know. */
async function misshapen({ connection }: OpenDatabase): Promise<string[]> {
  const wrong: string[] = [];
  for (const { schema } of Object.values(collections)) {
    const name = String(schema.get('collection'));
    for await (const document of connection.collection(name).find({})) {
      if (document.leaving) continue; // a mark of what has left
      const missing = schema.requiredPaths().filter((path) => (document[path] ?? null) === null);
      const strange = Object.keys(document).filter((member) => !schema.path(member));
      for (const member of [...missing, ...strange])
        wrong.push(`${name} ${String(document._id)}: ${member}`);
    }
  }
  return wrong;
}

const demonstrationOffices = {
  malee: 'TH-50',
  somchai: 'TH-40',
  wanida: 'northeast',
  nok: 'national',
};

const silently = { say: () => undefined, stopping: new AbortController().signal };

for (const fixture of formatFixtures)
  describe(`A database of ${fixture}`, () => {
    const { commit: _commit, demo, ...expected } = expectedOf(fixture);
    let opened: TestDatabase;
    let app: TestApp;
    let admin: Asking;
    before(async () => {
      opened = await openFixture(fixture);
      app = await startApp({ demo: 'auto' }, opened);
      const { token } = await app.as('admin');
      admin = { url: app.url, headers: { authorization: `Bearer ${token}` } };
    });
    after(() => app.close());

    it('holds what it held, and figures say the same', async () => {
      expect(await whatIsThere(admin)).to.deep.equal(expected);
    });

    it('has every document in the shape of today', async () => {
      expect(await misshapen(opened.db)).to.deep.equal([]);
    });

    it('has an id for every issue', async () => {
      const stored = await modelsOf(opened.db)
        .responses.find({ leaving: { $exists: false } })
        .lean();
      const ids = stored.map(({ issues }) => new Set(issues.map(({ id }) => id || 'none')));
      expect(stored.map(({ issues }) => issues.length)).to.deep.equal(ids.map(({ size }) => size));
      expect(ids.some((some) => some.has('none'))).to.equal(false);
    });

    it('is as it should be for whoever recounts it', async () => {
      const differences: string[] = [];
      await refuseEarlierDocuments(opened.db);
      await checkEverythingStored(
        opened.db,
        () => undefined,
        (difference) => differences.push(difference),
      );
      expect(differences).to.deep.equal([]);
    });

    it('stays what it was: a demonstration, or a real one', () => {
      expect(app.context.demo).to.equal(demo);
    });

    it('gives every person the office that their responses carry', async () => {
      const people = await modelsOf(opened.db).users.find({}).lean();
      const first = people.filter(({ _id }) => _id !== addedOfficer.username);
      const offices = Object.fromEntries(first.map(({ _id, office }) => [_id, office]));
      expect(offices).to.deep.equal({ ...(demo && demonstrationOffices), admin: 'national' });
    });

    it('keeps neither a secret nor sessions that nobody can use', async () => {
      const { settings, sessions } = modelsOf(opened.db);
      expect(await settings.findById('secret').lean()).to.equal(null);
      const unusable = (await sessions.find({}).lean()).filter(({ seenAt }) => !seenAt);
      expect(unusable).to.deep.equal([]);
    });

    it('keeps of rejected rows the cells of mapped columns alone', async () => {
      const { batches, rowBlocks } = modelsOf(opened.db);
      for (const { _id, headers } of await batches.find({}).lean()) {
        expect(headers).not.to.include('หมายเหตุของสำนักงาน');
        for (const { rows } of await rowBlocks.find({ batch: _id }).lean())
          for (const { cells } of rows) {
            expect(cells).to.have.length(headers.length);
            expect(cells).not.to.include('ส่งต่อแล้ว');
          }
      }
    });

    it('takes what was sent before for the same, and stores what is new', async () => {
      const [known] = formResponses;
      const { id, ...response } = known ?? expect.fail('nothing was sent');
      expect(await ask(admin, 'PUT', `/responses/${id}`, response)).to.equal(200);
      const other = '00000000-0000-4000-8000-000000000900';
      expect(await ask(admin, 'PUT', `/responses/${other}`, response)).to.equal(201);
    });

    it('knows the rows of its files again, since rows are known by what they are', async () => {
      await ask(admin, 'POST', '/batches', firstFileAgain());
      const [{ counts }] = (await whatIsThere(admin)).batches.filter(
        ({ id }: { id: string }) => !id.startsWith('00000000'),
      );
      // before, rows were known by who sent them, too: they are taken for new ones
      const [accepted, same] = fixture < '2026-11-28' ? [12, 0] : [0, 12];
      expect(counts).to.include({ rows: 15, accepted, same, rejected: 2 });
    });

    it('is changed by its first start alone', async () => {
      const before = await lastingDocuments(opened.db);
      const said: string[] = [];
      await carryDocumentsOver(opened.db, { ...silently, say: (sentence) => said.push(sentence) });
      expect(said).to.deep.equal([]);
      expect(await lastingDocuments(opened.db)).to.deep.equal(before);

      // not even when nobody had noted how far it was
      const { settings } = modelsOf(opened.db);
      await settings.deleteOne({ _id: 'format-reached' });
      await carryDocumentsOver(opened.db, silently);
      expect(await lastingDocuments(opened.db)).to.deep.equal(before);
      expect((await settings.findById('format-reached').lean())?.value).to.equal(knownFormat);
    });
  });
