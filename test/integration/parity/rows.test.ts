// One verdict a row: what the upload page shows of a file before it is sent is what the server says of every row of it.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { onThePage, onTheServer } from '../../support/read-twice.ts';
import { type Cells, cases, plain, toCsv } from './cases.ts';

const folder = new URL('../../fixtures/samples/', import.meta.url);
const samples = Object.keys(
  JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')).files,
);

describe('one verdict a row', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  for (const username of ['admin', 'wanida', 'somchai']) {
    describe(`for ${username}`, () => {
      let person: Person;
      before(async () => {
        person = await app.as(username);
      });

      for (const name of samples) {
        it(`of ${name}`, async () => {
          const bytes = readFileSync(new URL(name, folder));
          const page = await onThePage(person, bytes);
          expect(await onTheServer(person, bytes, page.settings)).to.deep.equal(page.rows);
          expect(page.rows.length).to.be.greaterThan(15);
        });
      }
    });
  }

  it('of all cases in one file, with repetitions, ids that conflict and rows of other shapes', async () => {
    const admin = await app.as('admin');
    const bytes = Buffer.from(fileOf(cases.map(([, over]) => ({ ...plain, ...over }))));
    const page = await onThePage(admin, bytes);
    const outcomes = new Set(page.rows.map(({ outcome }) => outcome));
    expect([...outcomes]).to.have.members(['accept', 'reject', 'skip']);
    expect(await onTheServer(admin, bytes, page.settings)).to.deep.equal(page.rows);
    expect(await onTheServer(admin, bytes, {})).to.deep.equal(
      page.rows.map((row) => (row.outcome === 'accept' ? { ...row, outcome: 'same' } : row)),
      'sent again, and read without being told how',
    );
  });
});

/** Every case twice under the same id, then under the id of another, then without its last cells. */
function fileOf(all: readonly Cells[]): string {
  const [header = ''] = toCsv(plain).split('\r\n');
  const lines = all.map((cells) => toCsv(cells).slice(header.length).trim());
  const numbered = lines.flatMap((line, index) => [
    `"R${index}",${line}`,
    `"R${index}",${line}`,
    `"R${(index + 7) % lines.length}",${line}`,
    `"",${line}`,
    `"",${line.split(',').slice(0, -1).join(',')}`,
    `"",${line},"x"`,
  ]);
  return [`"รหัสแบบสอบถาม",${header}`, ...numbered, ''].join('\r\n');
}
