// Files that other people's tools really write (test/fixtures/cases), through the upload page's reader and the real server: what
// becomes of every row, and that both say the same.
//
// Each folder has an `expected.json`: the files in the order in which they are sent, into one database.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { BatchRow } from '../../../shared/api/batches.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { asFields, onThePage, rowsOf, toldOf } from '../../support/read-twice.ts';
import { sendFile } from '../../support/send-file.ts';

interface Sending {
  readonly file: string;
  /** whose account; absent: the administrator's */
  readonly by?: string;
  /** text fields that stand before the file; then the page is not asked */
  readonly fields?: Readonly<Record<string, string>>;
  /** the problem that refuses the file as a whole; absent: it is taken */
  readonly refused?: string;
  /** codes of the batch's notes, each once, in their order in the alphabet; `column-missing` is only said where it is of interest */
  readonly notes?: readonly string[];
  readonly leftOut?: readonly string[];
  readonly ignored?: readonly string[];
  /** every row, in the order of the file */
  readonly rows?: readonly ExpectedRow[];
}

interface ExpectedRow {
  readonly outcome: BatchRow['outcome'];
  /** of its violations, each once; absent: none */
  readonly codes?: readonly string[];
  /** those of its values that are of interest */
  readonly values?: Partial<BatchRow['values']>;
  /** what is stored at these places of the response: `/issues/0/detail` */
  readonly stored?: Readonly<Record<string, unknown>>;
}

const folder = new URL('../../fixtures/cases/', import.meta.url);
const sendingsOf = (name: string): readonly Sending[] => {
  const expected = new URL(`${name}/expected.json`, folder);
  return existsSync(expected) ? JSON.parse(readFileSync(expected, 'utf8')) : [];
};
const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
/** the days in the files are of this month */
const now = new Date('2026-11-28T10:00:00+07:00');

describe('files of other tools', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
    for (const name of ['admin', 'somchai', 'wanida']) people.set(name, await app.as(name));
    app.context.now = () => now;
  });
  after(() => app.close());
  const people = new Map<string, Person>();
  const personOf = (name = 'admin'): Person => {
    const person = people.get(name);
    if (!person) throw new Error(`${name} is not signed in`);
    return person;
  };

  it('are all expected to come to something', () => {
    const forgotten = cases.flatMap(({ name }) => {
      const sent = new Set(sendingsOf(name).map(({ file }) => file));
      const files = readdirSync(new URL(name, folder)).filter((file) => file.endsWith('.csv'));
      return files.filter((file) => !sent.has(file)).map((file) => `${name}/${file}`);
    });
    expect(forgotten, 'say in expected.json what becomes of every row').to.deep.equal([]);
  });

  for (const { name } of cases) {
    describe(name, () => {
      before(() => app.empty());

      for (const sending of sendingsOf(name)) {
        const { file, fields, refused } = sending;
        const bytes = readFileSync(new URL(`${name}/${file}`, folder));
        const how = fields ? ` with ${JSON.stringify(fields)}` : '';

        it(`${file}${how} ${refused ? 'is refused' : 'comes out as expected'}, on the page as on the server`, async () => {
          const person = personOf(sending.by);
          const page = fields ? null : await onThePage(person, bytes, { now });
          if (refused) return expectRefused(person, bytes, sending, page?.inspection.problem);
          // what is stored is known again, which only the server can say
          const dry = await sendFile(person, bytes, {
            query: '?dryRun=true',
            fields: page ? asFields(page.settings) : {},
          });
          const { status, text, body } = await sendFile(person, bytes, { fields: fields ?? {} });
          expect(status, text).to.equal(201);
          const rows = await rowsOf(person, body.id);
          expect(await briefOf(person, rows, sending)).to.deep.equal(wanted(sending));
          expectBatch(body, sending);
          if (!page) return;
          expect(dry.body.counts).to.deep.equal(body.counts);
          expect(page.rows).to.deep.equal(toldOf(rows).map(asNew));
        });
      }
    });
  }
});

async function expectRefused(
  person: Person,
  bytes: Buffer,
  { fields, refused }: Sending,
  problem: { readonly type: string } | undefined,
) {
  const { status, body } = await sendFile(person, bytes, fields ? { fields } : {});
  expect([status, body.type]).to.deep.equal([422, `/problems/${refused}`]);
  if (!fields) expect(problem?.type).to.equal(refused);
}

function expectBatch(batch: any, { notes, leftOut, ignored }: Sending): void {
  const codes = (batch.notes as { code: string }[])
    .map(({ code }) => code)
    .filter((code) => code !== 'column-missing' || notes?.includes(code));
  if (notes) expect([...new Set(codes)].sort()).to.deep.equal(notes);
  if (leftOut) expect(batch.leftOut).to.deep.equal(leftOut);
  if (ignored) expect(batch.ignored).to.deep.equal(ignored);
}

/** Of each row as much as is expected of it. */
async function briefOf(person: Person, rows: readonly BatchRow[], sending: Sending) {
  const brief: unknown[] = [];
  for (const [index, row] of rows.entries()) {
    const expected = sending.rows?.[index];
    const codes = [...new Set(row.violations.map(({ code }) => code))].sort();
    brief.push({
      row: row.row,
      outcome: row.outcome,
      codes,
      values: picked(row.values, Object.keys(expected?.values ?? {})),
      stored: expected?.stored ? await storedOf(person, row, Object.keys(expected.stored)) : {},
    });
  }
  return brief;
}

const wanted = ({ rows = [] }: Sending) =>
  rows.map(({ outcome, codes = [], values = {}, stored = {} }, index) => ({
    row: index + 1,
    outcome,
    codes: [...codes].sort(),
    values,
    stored,
  }));

async function storedOf(person: Person, { responseId }: BatchRow, pointers: readonly string[]) {
  const { body } = await person.get(`/api/surveys/2569/responses/${responseId}`);
  const at = (pointer: string) =>
    pointer
      .slice(1)
      .split('/')
      .reduce((part, member) => part?.[member], body) ?? null;
  return Object.fromEntries(pointers.map((pointer) => [pointer, at(pointer)]));
}

function picked(values: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

/** A row as the page can know it: not whether it was stored before. */
function asNew({ knownFrom: _knownFrom, ...row }: ReturnType<typeof toldOf>[number]) {
  return row.outcome === 'same' ? { ...row, outcome: 'accept' as const } : row;
}
