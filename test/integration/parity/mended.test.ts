// One verdict a row, mended too: what the grid says of a file, read and mended where it is, is what the server says of the same file
// with the same corrections beside it. The choices are random and printed.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { FileCheck } from '../../../client/pages/batches/check/file-check.ts';
import { Mends } from '../../../client/pages/batches/check/mends.ts';
import { settingsOf } from '../../../client/pages/batches/column-choices.ts';
import { emptyDesk } from '../../../client/pages/batches/upload-steps.ts';
import { inspectCsv } from '../../../shared/batch/inspect.ts';
import type { InspectOptions } from '../../../shared/batch/inspection.ts';
import { districtsOf } from '../../../shared/places/districts.ts';
import type { CsvField } from '../../../shared/survey/fields/names-in-files.ts';
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { onTheServer, type Told } from '../../support/read-twice.ts';

const folder = new URL('../../fixtures/samples/', import.meta.url);
const samples = Object.keys(
  JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')).files,
);
const fields: readonly CsvField[] = [
  'province',
  'title',
  'severity',
  'day',
  'affected',
  'strategy',
];
const texts = [
  'ขอนแก่น',
  '',
  'ถนนขาด',
  '5',
  '99',
  '17/6/2562',
  '-',
  '=1+1',
  'โทร 081-234-5678',
  'ขอนแก่ง',
];

/** as a person mends it: from many rows few, and from few values any */
const mended = fc.record({
  cells: fc.array(
    fc.record({
      row: fc.integer({ min: 1, max: 45 }),
      field: fc.constantFrom(...fields),
      value: fc.constantFrom(...texts),
    }),
    { maxLength: 12 },
  ),
  values: fc.array(
    fc.record({
      field: fc.constantFrom(...fields),
      of: fc.constantFrom('ขอนแก่น', 'อุดรธานี', '3', '5', '', 'นคร'),
      value: fc.constantFrom(...texts),
    }),
    { maxLength: 3 },
  ),
  leave: fc.array(
    fc.record({ row: fc.integer({ min: 1, max: 45 }), reason: fc.constantFrom('ทดสอบ', 'ซ้ำ') }),
    { maxLength: 3 },
  ),
});

describe('one verdict a row that was mended', () => {
  let app: TestApp;
  let person: Person;
  before(async () => {
    app = await startApp();
    person = await app.as('wanida');
  });
  after(() => app.close());

  async function inTheGrid(bytes: Buffer, mends: Mends) {
    const [survey] = (await person.get('/api/surveys')).body.items;
    const { user } = (await person.get('/api/session')).body;
    const { inspection } = inspectCsv(bytes, false, { questions: survey.questions });
    const settings = settingsOf({ ...emptyDesk, inspection, choices: {} });
    const setting = {
      options: settings as InspectOptions,
      severityDirection: inspection.severityDirection,
      survey,
      scope: user.scope,
      today: bangkokDay(new Date()),
    };
    const check = new FileCheck(setting, districtsOf, mends);
    for (let at = 0; at < bytes.length; at += 997)
      check.push(Uint8Array.from(bytes.subarray(at, at + 997)));
    check.end();
    const rows = Array.from({ length: check.book.size }, (_, at) => at + 1);
    const told = await check.verdicts(rows, async (from, to) => bytes.subarray(from, to));
    return { told, settings, summary: check.summary() };
  }

  for (const name of samples)
    it(`of ${name}`, async () => {
      const bytes = readFileSync(new URL(name, folder));
      await fc.assert(
        fc.asyncProperty(mended, async (change) => {
          await app.empty();
          const mends = new Mends();
          mends.apply(change);
          const page = await inTheGrid(bytes, mends);
          const server = await onTheServer(person, bytes, {
            ...page.settings,
            mends: mends.toSent(),
          });
          expect(page.told.map(plain)).to.deep.equal(server.map(plain));
          expect(page.summary.counts.rows).to.equal(server.length);
        }),
        { numRuns: 3 },
      );
    });
});

/** Ids are made by the server's hash; of a repetition the grid does not say which row it repeats. */
function plain(told: Told | Awaited<ReturnType<FileCheck['verdicts']>>[number]) {
  const { responseId: _id, violations, ...rest } = JSON.parse(JSON.stringify(told));
  return {
    ...rest,
    violations: violations.map(({ duplicateOf: _of, otherRow: _row, ...one }: any) => one),
  };
}
