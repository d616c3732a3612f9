import { expect } from 'chai';
import { personalNames, runningNumberNames } from '../../../../shared/batch/column-names.ts';
import { mapColumns } from '../../../../shared/batch/map-columns.ts';
import { recogniseHeader } from '../../../../shared/batch/recognise-header.ts';
import { directionOf } from '../../../../shared/batch/severity-direction.ts';
import { namesInFiles } from '../../../../shared/survey/fields/names-in-files.ts';

describe('recognising a header', () => {
  for (const [field, { names }] of Object.entries(namesInFiles)) {
    it(`knows every name of ${field}`, () => {
      for (const name of names)
        expect(recogniseHeader(name), name).to.deep.include({ as: field, exact: true });
    });
  }
  it('knows personal columns and running numbers', () => {
    for (const name of personalNames) expect(recogniseHeader(name)?.as, name).to.equal('personal');
    for (const name of runningNumberNames)
      expect(recogniseHeader(name)?.as, name).to.equal('number');
  });

  const cases: [header: string, as: string | null, exact?: boolean][] = [
    ['จังหวัด (Province)', 'province', true],
    ['  Survey_Date * ', 'day', true],
    ['ความรุนแรง (๑-๕)', 'severity', true],
    ['ลําดับ', 'number', true],
    ['ชื่อเรื่อง', 'title', true],
    ['ชื่อตำบล', 'subdistrict', true],
    ['Programme name', 'subPlan', true],
    ['ชื่อหน่วยงานที่รับผิดชอบ', 'agency', false],
    ['จังหวัดที่อยู่ของท่าน', 'province', false],
    ['ชื่อผู้ให้ข้อมูล', 'personal', false],
    ['เบอร์โทรหน่วยงาน', 'personal', false],
    ['ที่อยู่อีเมล', 'personal', false],
    ['หมายเลขโทรศัพท์', 'personal', false],
    ['โทรศัพท์มือถือ', 'personal', false],
    ['ปัญหาสัญญาณโทรศัพท์', 'title', false],
    ['ปัญหาออนไลน์', 'title', false],
    ['วันเกิดเหตุ', 'day', false],
    ['วันเกิดของท่าน', 'personal', false],
    ['สถานที่', null],
    ['วันที่ลงพื้นที่', 'day', false],
    ['มีผู้ได้รับผลกระทบประมาณกี่คน', 'affected', false],
    ['หมายเหตุ', null],
    ['', null],
  ];
  for (const [header, as, exact] of cases) {
    it(`takes “${header}” for ${as ?? 'nothing'}`, () => {
      const found = recogniseHeader(header);
      expect(found?.as ?? null).to.equal(as);
      if (exact !== undefined) expect(found?.exact).to.equal(exact);
    });
  }
});

describe('mapping columns', () => {
  const fields = (headers: string[], mapping = {}) =>
    mapColumns(headers, mapping).columns.map(({ field }) => field);
  const problem = (headers: string[], mapping = {}) => mapColumns(headers, mapping).problem;

  it('asks when two columns exactly claim one field', () => {
    expect(problem(['จังหวัด', 'province', 'ปัญหา'])).to.deep.equal({
      type: 'mapping-needed',
      missing: [],
      twice: [{ field: 'province', headers: ['จังหวัด', 'province'] }],
    });
  });
  it('prefers the exact name over one that contains it', () => {
    expect(fields(['พื้นที่ในจังหวัดใด', 'จังหวัด', 'ปัญหา'])).to.deep.equal([null, 'province', 'title']);
  });
  it('asks when two columns only contain province or title', () => {
    expect(problem(['จังหวัดแรก', 'จังหวัดสอง', 'ปัญหา'])?.type).to.equal('mapping-needed');
  });
  it('takes the first of two that contain another field, with a note', () => {
    const { columns, notes } = mapColumns(['จังหวัด', 'ปัญหา', 'วันที่ไป', 'วันที่กลับ']);
    expect(columns.map(({ field }) => field)).to.deep.equal(['province', 'title', 'day', null]);
    expect(notes).to.deep.include({ code: 'column-doubtful', field: 'day', column: 'วันที่ไป' });
  });
  it('lets ประเภท and ข้อเสนอแนะ give way to a better column', () => {
    const headers = ['จังหวัด', 'ปัญหา', 'ประเภท', 'ประเภทผู้ตอบ', 'ข้อเสนอแนะ', 'รายละเอียด'];
    expect(fields(headers).slice(2)).to.deep.equal([null, 'respondent', null, 'detail']);
    expect(problem(headers)).to.equal(undefined);
    expect(fields(['จังหวัด', 'ปัญหา', 'ประเภท', 'ข้อเสนอแนะ']).slice(2)).to.deep.equal([
      'respondent',
      'detail',
    ]);
  });
  it('tells a table it half understands from no table', () => {
    expect(problem(['จังหวัด', 'ระดับ', 'วันที่'])).to.deep.include({
      type: 'mapping-needed',
      missing: ['title'],
    });
    expect(problem(['จังหวัด', 'ระดับ', 'x1'])).to.deep.equal({ type: 'no-header' });
  });
  it('does as a person decided, also with a running number or a personal column', () => {
    expect(fields(['no', 'ชื่อ', 'พื้นที่'], { no: 'id', ชื่อ: 'title', พื้นที่: 'province' })).to.deep.equal([
      'id',
      'title',
      'province',
    ]);
    expect(fields(['จังหวัด', 'province', 'ปัญหา'], { province: 'ignore' })).to.deep.equal([
      'province',
      null,
      'title',
    ]);
    const { notes } = mapColumns(['จังหวัด', 'ปัญหา'], { ไม่มี: 'day' });
    expect(notes).to.deep.include({ code: 'mapping-unused', column: 'ไม่มี' });
  });
  it('gives one note for a column that is missing', () => {
    expect(mapColumns(['จังหวัด', 'ปัญหา']).notes).to.deep.include({
      code: 'column-missing',
      field: 'severity',
    });
  });
});

describe('the direction a severity header gives', () => {
  const cases: [string, string | null][] = [
    ['ระดับความรุนแรง (1=มากที่สุด 5=น้อยที่สุด)', '1-is-most'],
    ['ระดับ (๑ คือ มากที่สุด)', '1-is-most'],
    ['Severity (5 = most, 1 = least)', '5-is-most'],
    ['ความรุนแรง 5=มากที่สุด', '5-is-most'],
    ['ความรุนแรง (1-5)', null],
  ];
  for (const [header, direction] of cases) {
    it(`reads ${header}`, () => expect(directionOf(header)).to.equal(direction));
  }
});
