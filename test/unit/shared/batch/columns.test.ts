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
    ['ปัญหาที่พบด้านสัญญาณโทรศัพท์', 'title', false],
    ['ปัญหาที่พบออนไลน์', 'title', false],
    ['ปัญหาสัญญาณโทรศัพท์', null],
    ['3. ปัญหาที่พบ (เลือกได้มากกว่า 1 ข้อ)', 'title', true],
    ['ข้อ 4 ระดับความรุนแรง', 'severity', true],
    ['Q5: Severity', 'severity', true],
    ['(6) จำนวนคนที่ได้รับผลกระทบ', 'affected', false],
    ['ระดับการศึกษา', null],
    ['ระดับความพึงพอใจ', null],
    ['จำนวนครัวเรือนที่เดือดร้อน', null],
    ['จำนวนครั้งที่อบรม', null],
    ['วันที่อัปเดต', null],
    ['วันที่แก้ไขปัญหาเสร็จ', null],
    ['Education level', null],
    ['Satisfaction level', null],
    ['Water level', null],
    ['Job title', null],
    ['How long (months)', null],
    ['Last updated', null],
    ['Number of rooms', null],
    ['Age group', null],
    ['Phone model', 'personal', false],
    ['Officer', null],
    ['Date/Time', 'day', false],
    ['Issue date', 'day', false],
    ['Problem date', 'day', false],
    ['Number of people affected', 'affected', false],
    ['Severity level of the problem', 'severity', false],
    ['Birthdate', 'personal', false],
    ['birthDate', 'personal', false],
    ['Year of birth', 'personal', false],
    ['DOB', 'personal', false],
    ['วัน/เดือน/ปีเกิด', 'personal', false],
    ['วันที่เกิด', 'personal', false],
    ['ปีเกิด', 'personal', false],
    ['จังหวัดที่เกิด', 'personal', false],
    ['วันที่เกิดเหตุ', 'day', false],
    ['วันที่เกิดปัญหา', 'day', false],
    ['Date of incident', 'day', false],
    ['problem/title', 'title', true],
    ['problem-title', 'title', true],
    ['visit.severity', 'severity', true],
    ['location:district', 'district', true],
    ['_gps_latitude', 'lat', true],
    ['gps-Longitude', 'lng', true],
    ['water/level', null],
    ['education.level', null],
    ['person/name', 'personal'],
    ['name-title', 'personal'],
    ['ที่อยู่/จังหวัด', 'province', true],
    ['อำเภอ/เขต', 'district', true],
    ['ชื่อ-นามสกุล', 'personal', true],
    ['_uuid', 'id', true],
    ['meta-instanceID', 'id', true],
    ['meta/instanceID', 'id', true],
    ['ผู้แจ้ง', 'personal', true],
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
  it('takes the nearest of two that contain another field, with a note', () => {
    const { columns, notes } = mapColumns(['จังหวัด', 'ปัญหา', 'วันที่แจ้งต่อผู้ใหญ่บ้าน', 'วันที่แจ้ง']);
    expect(columns.map(({ field }) => field)).to.deep.equal(['province', 'title', null, 'day']);
    expect(notes).to.deep.include({ code: 'column-doubtful', field: 'day', column: 'วันที่แจ้ง' });
    expect(notes).to.deep.include({ code: 'column-guessed', header: 'วันที่แจ้ง', field: 'day' });
  });

  describe('with the cells under the headers', () => {
    const mapped = (headers: string[], ...rows: string[][]) =>
      mapColumns(
        ['จังหวัด', 'ปัญหา', ...headers],
        {},
        new Map(),
        rows.map((row) => ['น่าน', 'ถนนมืด', ...row]),
      );
    const asked = (headers: string[], ...rows: string[][]) =>
      mapColumns(headers, {}, new Map(), rows);

    it('takes a guess that 8 of 10 cells bear out, and leaves it to a person otherwise', () => {
      const header = 'มีผู้ได้รับผลกระทบประมาณกี่คน';
      const cells = (bad: number) =>
        Array.from({ length: 10 }, (_, i) => [i < bad ? 'มากมายก่ายกอง' : `${i + 1}`]);
      const good = mapped([header], ...cells(2));
      expect(good.columns[2]).to.include({ field: 'affected', certainty: 'likely' });
      expect(good.notes).to.deep.include({ code: 'column-guessed', header, field: 'affected' });
      const bad = mapped([header], ...cells(3));
      expect(bad.columns[2]).to.include({ field: null, proposed: 'affected', certainty: 'none' });
      expect(bad.notes.map(({ code }) => code)).to.not.include('column-guessed');
    });

    it('looks at the first 200 filled cells', () => {
      const rows = Array.from({ length: 400 }, (_, i) => [i % 2 ? '' : i < 398 ? '1' : 'x']);
      expect(mapped(['ผู้เดือดร้อน จำนวน'], ...rows).columns[2]?.field).to.equal('affected');
    });

    it('takes the column that the cells bear out, however near the other one is', () => {
      const { columns } = mapped(
        ['วันที่แจ้ง', 'วันที่ลงพื้นที่สำรวจจริง'],
        ['โทรแจ้ง', '3/11/2569'],
        ['เดินมาแจ้ง', '4/11/2569'],
      );
      expect(columns.slice(2).map(({ field }) => field)).to.deep.equal([null, 'day']);
    });

    it('prefers the day of the survey to that of an incident, and both to what a tool wrote', () => {
      const days = ['2026-11-03', '2026-11-04', '2026-11-05'];
      const order = ['ประทับเวลา', 'วันที่เกิดเหตุ', 'วันที่สำรวจ'];
      expect(
        mapped(order, days)
          .columns.slice(2)
          .map(({ field }) => field),
      ).to.deep.equal([null, null, 'day']);
      expect(mapped(order.slice(0, 2), days).columns[3]?.field).to.equal('day');
      const last = mapped(order.slice(0, 1), days);
      expect(last.columns[2]).to.include({ field: 'day', certainty: 'sure' });
      expect(last.notes).to.deep.include({ code: 'day-from', column: 'ประทับเวลา' });
    });

    it('takes the first of the tool columns whose cells are days', () => {
      const { columns } = mapped(
        ['end', 'start', '_submission_time'],
        ['2026-11-03', '9:15', '2026-11-03T10:00:00'],
      );
      expect(columns.slice(2).map(({ field }) => field)).to.deep.equal(['day', null, null]);
    });

    it('takes no id that most rows share', () => {
      const rows = ['a', 'b', 'c', 'd'].map((id) => ['f00d', `uuid:${id}`]);
      expect(
        mapped(['formhub/uuid', 'meta/instanceID'], ...rows)
          .columns.slice(2)
          .map(({ field }) => field),
      ).to.deep.equal([null, 'id']);
    });

    it('reads a position in one cell, unless its parts have columns', () => {
      const at = '16.44 102.83 150 4.9';
      expect(mapped(['gps'], [at]).columns[2]?.field).to.equal('position');
      expect(mapped(['location'], ['บ้านหนองตัวอย่าง']).columns[2]?.field).to.equal(null);
      const both = mapped(['gps', '_gps_latitude', '_gps_longitude'], [at, '16.44', '102.83']);
      expect(both.columns.slice(2).map(({ field }) => field)).to.deep.equal([null, 'lat', 'lng']);
    });

    it('asks for the title when only the day of an issue, a comment or a description is there', () => {
      for (const header of ['Issue date', 'Comment', 'Description', 'Issue in your area']) {
        const cell = header === 'Issue date' ? '2026-11-03' : 'Slow internet';
        const { problem, columns } = asked(
          ['Province', header, 'Severity', 'Date'],
          ['Khon Kaen', cell, '3', '2026-11-03'],
        );
        expect(problem, header).to.deep.include({ type: 'mapping-needed', missing: ['title'] });
        if (header !== 'Issue date') expect(columns[1]?.proposed, header).to.equal('title');
      }
    });

    it('takes an answer of yes or no for no title', () => {
      const { columns } = asked(
        ['Province', 'Problem solved?', 'Severity', 'Date'],
        ['Khon Kaen', 'yes', '3', '2026-11-03'],
      );
      expect(columns[1]).to.include({ field: null, proposed: 'title' });
    });
  });
  it('lets ประเภท give way to a better column, and takes suggestions for the detail where there is none', () => {
    const headers = ['จังหวัด', 'ปัญหา', 'ประเภท', 'ประเภทผู้ตอบ', 'ข้อเสนอแนะ', 'รายละเอียด'];
    expect(fields(headers).slice(2)).to.deep.equal([null, 'respondent', 'suggestion', 'detail']);
    expect(problem(headers)).to.equal(undefined);
    expect(fields(['จังหวัด', 'ปัญหา', 'ประเภท', 'ข้อเสนอแนะ']).slice(2)).to.deep.equal([
      'respondent',
      'detail',
    ]);
  });
  it('never takes a suggestion for the title', () => {
    expect(problem(['จังหวัด', 'Suggestion', 'ระดับ', 'วันที่'])).to.deep.include({ missing: ['title'] });
    expect(fields(['จังหวัด', 'ปัญหา', 'แนวทางแก้ไข'])).to.deep.equal(['province', 'title', 'detail']);
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
