// What a column says again and again is read once; what is made of a row is the same whether its cells were read before or not.
import { expect } from 'chai';
import fc from 'fast-check';
import { checkResponse } from '../../../shared/survey/check-response.ts';
import { allFields } from '../../../shared/survey/fields/fields.ts';
import type { Read } from '../../../shared/survey/kinds/kind.ts';
import { KnownReadings } from '../../../shared/survey/known-readings.ts';
import { context, definition } from './response-to-check.ts';

const [field, other] = allFields;
if (!field || !other) throw new Error('there are fields');

describe('readings of cells that are known', () => {
  let known: KnownReadings;
  let asked: string[];
  beforeEach(() => {
    known = new KnownReadings();
    asked = [];
  });
  const read = (cell: string, of = field, pointer = '/a') => {
    const found = known.find(of, cell, pointer);
    if (found) return found.read.value;
    asked.push(cell);
    const made: Read = { value: `${cell}!`, safe: cell };
    if (known.takes(of, cell)) known.keep(of, cell, { read: made, said: [], pointer });
    return made.value;
  };

  it('are made once for each field', () => {
    const values = [read('น่าน'), read('แพร่'), read('น่าน'), read('น่าน', other)];
    expect(values).to.deep.equal(['น่าน!', 'แพร่!', 'น่าน!', 'น่าน!']);
    expect(asked).to.deep.equal(['น่าน', 'แพร่', 'น่าน']);
  });

  it('are made again where the value stands elsewhere', () => {
    read('น่านน');
    read('น่านน', field, '/b');
    expect(asked).to.have.length(2);
  });

  it('keep nothing long, and nothing more of a column that does not repeat itself', () => {
    const long = 'ก'.repeat(201);
    read(long);
    read(long);
    for (let row = 0; row < 1001; row++) read(`เรื่องที่ ${row}`);
    asked = [];
    read('เรื่องที่ 5000');
    read('เรื่องที่ 5000');
    expect(asked).to.have.length(2);
  });

  it('answer as before after more different cells than are kept', () => {
    for (let row = 0; row < 3000; row++)
      for (let again = 0; again < 3; again++) expect(read(`${row}`)).to.equal(`${row}!`);
    expect(asked).to.have.length(3000);
  });
});

const cell = (...some: string[]) => fc.constantFrom('', '-', 'x', ...some);
const row = fc.record({
  day: cell('1 ม.ค. 2562', '2019-02-30', '01/02/2562'),
  place: fc.record({
    province: cell('ขอนแก่น', 'TH-50', 'ขอนแก่', 'เชียงใหม่'),
    district: cell('เมืองขอนแก่น', 'เมืองเชียงใหม่', 'เมือง'),
    subdistrict: cell('ในเมือง', 'โทร 0812345678'),
  }),
  respondent: fc.record({ type: cell('ประชาชน', 'หน่วยงาน'), agency: cell('เทศบาล') }),
  issues: fc.tuple(
    fc.record({
      strategy: cell('สังคม', 'society', 'อื่น'),
      title: cell('ถนนมืด', '=1+1', '#REF!', 'a\u202Eb'),
      severity: cell('1', '5', '9', 'มาก'),
      affected: cell('120', '๑๒๐', '0812345678', '-5'),
    }),
  ),
});

describe('a row whose cells were read before', () => {
  it('is told and stored as if they had not been', () => {
    const before = { ...context, known: new KnownReadings() };
    const property = fc.property(row, (raw) => {
      const given = { channel: 'csv' as const, ...raw };
      expect(checkResponse(definition, given, before)).to.deep.equal(
        checkResponse(definition, given, context),
      );
    });
    fc.assert(property, { numRuns: 1000 });
  });
});
