// The check of a file where it is: the same rows, however it is cut and read again; the same outcomes as judging them one by one.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { FileCheck } from '../../../client/pages/batches/check/file-check.ts';
import { Mends } from '../../../client/pages/batches/check/mends.ts';
import { sha256 } from '../../../server/responses/sha256.ts';
import { CsvReader } from '../../../shared/batch/csv-reader.ts';
import { judgeRow } from '../../../shared/batch/judge-row.ts';
import { RowMender } from '../../../shared/batch/mend-row.ts';
import { SeenRows } from '../../../shared/batch/seen-rows.ts';
import { districtsOf } from '../../../shared/places/districts.ts';
import { definition } from '../shared/response-to-check.ts';

const folder = new URL('../../fixtures/samples/', import.meta.url);
const samples = Object.keys(
  JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')).files,
);
const setting = {
  options: {},
  severityDirection: '5-is-most' as const,
  survey: { ...definition, questions: [] } as never,
  scope: { kind: 'all' } as const,
  today: '2026-11-23',
};
const reading = (bytes: Uint8Array) => async (from: number, to: number) => bytes.subarray(from, to);

function check(bytes: Uint8Array, { pieces = 1000, mends = new Mends(), options = {} } = {}) {
  const checked = new FileCheck({ ...setting, options }, districtsOf, mends);
  for (let at = 0; at < bytes.length; at += pieces)
    checked.push(Uint8Array.from(bytes.subarray(at, at + pieces)));
  checked.end();
  return checked;
}

/** One by one, as the server does. */
function judged(bytes: Uint8Array, mends = new Mends(), options = {}) {
  const reader = new CsvReader({ ...options, questions: [] });
  const rows = [...reader.push(bytes), ...reader.end()];
  const table = reader.table ?? expect.fail('no table');
  const { survey, ...rest } = setting;
  const rules = {
    ...rest,
    definition: survey,
    columns: table.columns,
    dateOrder: table.dateOrder,
    districts: districtsOf,
    mender: new RowMender(table, mends),
    sha256,
    seen: new SeenRows(),
  };
  return rows.flatMap((row) => judgeRow(row, rules)?.verdict ?? []);
}

const plain = ({ responseId: _id, violations, ...verdict }: any) => ({
  ...verdict,
  violations: violations.map(({ duplicateOf: _of, otherRow: _other, ...rest }: any) => rest),
});

describe('the check of a file', () => {
  for (const name of samples)
    for (const pieces of [64, 100_000])
      it(`reads every row of ${name} again as it was judged, in pieces of ${pieces}`, async () => {
        const bytes = readFileSync(new URL(name, folder));
        const checked = check(bytes, { pieces });
        const rows = Array.from({ length: checked.book.size }, (_, at) => at + 1);
        const again = await checked.verdicts(rows, reading(bytes));

        expect(again.map(plain)).to.deep.equal(judged(bytes).map(plain));
        const { counts } = checked.summary();
        expect(counts.rows).to.equal(rows.length);
        expect(counts.accepted + counts.rejected + counts.skipped).to.equal(counts.rows);
      });

  const file = Buffer.from(
    [
      'จังหวัด,อำเภอ,ประเด็นปัญหา,ความรุนแรง',
      'อีสานกลาง,พล,เน็ตช้า,3',
      '',
      'อีสานกลาง,,ไฟดับ,4',
      'ขอนแก่น,พล,,2',
      'ขอนแก่น,พล,ไฟดับ,2',
      'ขอนแก่น,พล,ไฟดับ,2',
      '',
    ].join('\n'),
  );
  const whole = {
    cells: [{ row: 3, field: 'title', value: 'ถนนขาด' }],
    values: [{ field: 'province', of: 'อีสานกลาง', value: 'ขอนแก่น' }],
    leave: [{ row: 1, reason: 'แถวทดสอบ' }],
  } as const;

  it('judges what is mended later as what was mended before, and as the server will', async () => {
    const mends = new Mends();
    const later = check(file, { mends });
    const before = later.summary();
    mends.apply(whole);
    await later.again([1, 2, 3], reading(file));
    const rows = [1, 2, 3, 4, 5];
    const told = await later.verdicts(rows, reading(file));
    const first = check(file, { mends });

    expect(before.counts).to.include({ accepted: 1, rejected: 3, skipped: 1 });
    expect(later.summary()).to.deep.equal(first.summary());
    expect(later.summary().counts).to.include({ accepted: 3, rejected: 0, skipped: 2 });
    expect(told.map(plain)).to.deep.equal(judged(file, mends).map(plain));
    expect(told.map(({ outcome }) => outcome)).to.deep.equal([
      'skip',
      'accept',
      'accept',
      'accept',
      'skip',
    ]);
  });

  it('takes a change back by what it answered with', async () => {
    const mends = new Mends();
    const checked = check(file, { mends });
    const before = checked.summary();
    const inverse = mends.apply(whole);
    await checked.again([1, 2, 3], reading(file));
    mends.apply(inverse);
    await checked.again([1, 2, 3], reading(file));

    expect(mends.isEmpty).to.equal(true);
    expect(checked.summary()).to.deep.equal(before);
  });

  it('lists values that nobody knows with the rows they stand in, also once they are decided', () => {
    const mends = new Mends();
    const known = { field: 'province', value: 'อีสานกลาง', rows: 2, provinces: [] };

    expect(check(file, { mends }).values.list()).to.deep.equal([{ ...known, means: null }]);
    mends.apply(whole);
    expect(check(file, { mends }).values.list()).to.deep.equal([
      { ...known, means: 'ขอนแก่น', provinces: ['TH-40'] },
    ]);
  });

  it('reads rows again whose cells were filled from above', async () => {
    const merged = Buffer.from('จังหวัด,ปัญหา\nขอนแก่น,ก1\n,ก2\n,ก3\nเลย,ก4\n,ก5\n');
    const options = { fillDown: ['province'] } as const;
    const checked = check(merged, { options });
    const told = await checked.verdicts([5, 3, 2], reading(merged));

    expect(told.map(({ values }) => values.province)).to.deep.equal(['TH-42', 'TH-40', 'TH-40']);
    const wanted = judged(merged, new Mends(), options).map(plain);
    expect(told.map(plain)).to.deep.equal([wanted[4], wanted[2], wanted[1]]);
  });

  it('finds rows among all kinds of line ends, and records of several lines', async () => {
    const row = (at: number) => `ขอนแก่น,"ปัญหา\r\nที่ ${at}\rต่อ",${(at % 5) + 1}`;
    const ends = ['\n', '\r\n', '\r'];
    const rows = Array.from({ length: 300 }, (_, at) => row(at) + ends[at % 3]);
    const text = `จังหวัด,ปัญหา,ระดับ\r${rows.join('')}`;
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      const checked = check(bytes, { pieces: 1002 });
      const some = [300, 1, 64, 65, 200];
      const told = await checked.verdicts(some, reading(bytes));
      const wanted = judged(bytes).map(plain);

      expect(told.map(plain)).to.deep.equal(some.map((at) => wanted[at - 1]));
    }
  });
});
