// The eight files as Thai offices send them, through the real server, row by row.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { sendFile } from '../../support/send-file.ts';

interface ExpectedRow {
  row: number | null;
  line: number;
  outcome: 'accept' | 'reject' | 'skip' | 'blank';
  [name: string]: any;
}
const samples = new URL('../../fixtures/samples/expected.json', import.meta.url);
const expected: { files: Record<string, any> } = JSON.parse(readFileSync(samples, 'utf8'));

describe('the sample files', () => {
  let app: TestApp;
  let admin: Person;
  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
  });
  after(() => app.close());

  for (const [name, file] of Object.entries(expected.files)) {
    describe(name, () => {
      const bytes = readFileSync(new URL(name, samples));
      before(() => app.empty());

      it('comes out as expected, row by row', async () => {
        const { status, body: batch, text } = await sendFile(admin, bytes, { name });
        expect(status, text).to.equal(201);
        expect(batch).to.include({ state: 'done', name });
        expect(batch).to.include({
          encoding: file.encoding,
          delimiter: file.delimiter,
          headerLine: file.headerLine,
        });
        expect(batch.counts).to.deep.equal(countsOf(file.rows));
        const rows = await rowsOf(admin, batch.id);
        const wanted = file.rows.filter((row: ExpectedRow) => row.outcome !== 'blank');
        expect(rows.map(brief)).to.deep.equal(wanted.map(briefOf));
        await expectStored(app, rows, wanted);
      });

      it('adds nothing when it is sent again', async () => {
        const stored = await app.models.responses.countDocuments({});
        const { body: batch } = await sendFile(admin, bytes, { name });
        const counts = countsOf(file.rows);
        expect(batch.counts).to.deep.equal({ ...counts, accepted: 0, same: counts.accepted });
        expect(await app.models.responses.countDocuments({})).to.equal(stored);
      });

      it('keeps none of the texts that may not be kept', async () => {
        const kept = await everythingKept(app);
        const forbidden = file.rows.flatMap(({ mustNotContain = [] }: any) => mustNotContain);
        for (const text of forbidden) expect(kept).to.not.include(text);
      });

      for (const pieces of [1, 7, 1021]) {
        it(`reads the same in pieces of ${pieces} bytes`, async () => {
          const query = '?dryRun=true';
          const whole = await sendFile(admin, bytes, { name, query });
          const cut = await sendFile(admin, bytes, { name, query, pieces });
          expect(cut.status).to.equal(200);
          const { counts, errors, warnings, skips } = cut.body;
          expect({ counts, errors, warnings, skips }).to.deep.equal({
            counts: whole.body.counts,
            errors: whole.body.errors,
            warnings: whole.body.warnings,
            skips: whole.body.skips,
          });
        });
      }
    });
  }
});

function countsOf(rows: readonly ExpectedRow[]) {
  const of = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  const blank = of('blank');
  return {
    rows: rows.length - blank,
    accepted: of('accept'),
    same: 0,
    rejected: of('reject'),
    skipped: of('skip'),
    blank,
  };
}

async function rowsOf(person: Person, id: string): Promise<any[]> {
  const rows: any[] = [];
  let after: string | null = null;
  do {
    const query: string = `?limit=7${after ? `&after=${after}` : ''}`;
    const { body } = await person.get(`/api/surveys/2569/batches/${id}/rows${query}`);
    rows.push(...body.items);
    after = body.next;
  } while (after);
  return rows;
}

function brief(row: any) {
  const duplicateOf = row.violations.find((v: any) => v.code === 'duplicate')?.duplicateOf;
  return {
    row: row.row,
    line: row.line,
    outcome: row.outcome,
    // once a row, on whatever columns; the days of the samples are of years ago
    codes: [...new Set(row.violations.map((v: any) => v.code))]
      .filter((code) => code !== 'date-long-ago')
      .sort(),
    ...(duplicateOf && { duplicateOf }),
    ...(row.outcome === 'accept' && { values: row.values }),
  };
}

function briefOf(row: ExpectedRow) {
  const { errors = [], warnings = [], duplicateOf } = row;
  return {
    row: row.row,
    line: row.line,
    outcome: row.outcome,
    codes: [...errors, ...warnings].sort(),
    ...(duplicateOf && { duplicateOf }),
    ...(row.outcome === 'accept' && {
      values: {
        province: row.province,
        day: row.date,
        severity: row.severity,
        affected: row.affected,
        respondent: row.respondentType,
        strategy: row.strategy,
      },
    }),
  };
}

/** What the rows say stands in the database, and nothing beside it. */
async function expectStored(app: TestApp, rows: any[], wanted: ExpectedRow[]): Promise<void> {
  const stored = await app.models.responses.find({}).lean();
  expect(stored).to.have.length(wanted.filter(({ outcome }) => outcome === 'accept').length);
  const byId = new Map(stored.map((response) => [response._id, response]));
  for (const row of rows.filter(({ outcome }) => outcome === 'accept')) {
    const response = byId.get(row.responseId);
    expect(response).to.include({ row: row.row, line: row.line, day: row.values.day });
    expect(response?.place.province).to.equal(row.values.province);
    expect(response?.issues[0]).to.include({ severity: row.values.severity });
  }
}

async function everythingKept({ models }: TestApp): Promise<string> {
  const all = await Promise.all([
    models.responses.find({}).lean(),
    models.batches.find({}).lean(),
    models.rowBlocks.find({}).lean(),
  ]);
  return JSON.stringify(all);
}
