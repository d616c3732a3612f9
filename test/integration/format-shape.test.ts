// What stands in the documents, down to the last member, is what the newest fixture of a format holds.
import { expect } from 'chai';
import { markAsSeeded } from '../../server/demonstration-mark.ts';
import { startApp } from '../support/app.ts';
import { openTestDatabase } from '../support/database.ts';
import { formatFixtures, storedShapeOf } from '../support/format-fixtures.ts';
import { sendEverything } from '../support/send-everything.ts';
import { foundPaths } from '../support/stored-shape.ts';

const whatToDo = `Members of stored documents differ from what the newest fixture holds.
Does a document that was stored before still mean the same to this code? If not, write a step (server/db/migrations/steps.ts).
Then keep a fixture of what is stored now (test/fixtures/formats/README.md):
  node --import=tsx test/support/make-format-fixture.ts YYYY-MM-DD-HHMM-what-changed`;

describe('What is stored of everything that people send', () => {
  it('is what the newest fixture of a format holds', async () => {
    const database = await openTestDatabase();
    await markAsSeeded(database.db);
    const app = await startApp({ demo: 'auto' }, database);
    const asking = async (username: string) => {
      const { token } = await app.as(username);
      return { url: app.url, headers: { authorization: `Bearer ${token}` } };
    };
    const [admin, malee, somchai] = await Promise.all(['admin', 'malee', 'somchai'].map(asking));
    if (!admin || !malee || !somchai) expect.fail('the demonstration has these accounts');
    await sendEverything({ admin, malee, somchai });
    const found = await foundPaths(database.db.connection);
    await app.close();

    const newest = formatFixtures.at(-1) ?? '';
    expect(found, whatToDo).to.deep.equal(storedShapeOf(newest)?.found);
  });
});
