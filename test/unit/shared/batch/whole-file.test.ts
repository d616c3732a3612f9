// What is wrong with a file as a whole: a header that does not fit its rows, cells that were merged.
import { expect } from 'chai';
import { inspectCsv } from '../../../../shared/batch/inspect.ts';
import type { InspectOptions } from '../../../../shared/batch/inspection.ts';

const inspect = (text: string, options: InspectOptions = {}) =>
  inspectCsv(Buffer.from(text), false, options);

describe('a header that does not fit', () => {
  const header = 'วันที่,จังหวัด,ปัญหา,ระดับ (1 = น้อย, 5 = มาก),จำนวนคน,ผู้แจ้ง';
  const row = (i: number) => `3/11/2569,น่าน,ข้อ ${i},4,5${i},ก ข`;
  const rows = (count: number) => Array.from({ length: count }, (_, i) => row(i));
  const problem = (...lines: string[]) => inspect(lines.join('\n')).inspection.problem;

  const refused: [string, string[]][] = [
    ['all rows are short by one', [header, ...rows(3)]],
    ['nine of ten are', [header, ...rows(9), '3/11/2569,น่าน,ข้อ, แยก,4,59,ก ข']],
    [
      'a total, a note and blank lines stand under them',
      [header, ...rows(4), '', 'รวม 4 เรื่อง', 'ที่มา: แบบสำรวจ'],
    ],
    ['it stands below a title', ['สรุปปัญหา', header, ...rows(3)]],
    [
      'two commas cut it',
      [
        'จังหวัด,ปัญหา,ระดับ (1, 3, 5),วันที่',
        ...Array.from({ length: 5 }, (_, i) => `น่าน,ข้อ ${i},3,1/11/2569`),
      ],
    ],
    [
      'the file is cut by semicolons',
      [header.replaceAll(',', ';'), ...rows(3).map((line) => line.replaceAll(',', ';'))],
    ],
  ];
  for (const [name, lines] of refused)
    it(`refuses the file when ${name}`, () =>
      expect(problem(...lines)?.type).to.equal('header-mismatch'));

  const taken: [string, string[]][] = [
    ['only two rows are there', [header, ...rows(2)]],
    ['some rows are short', [header, ...rows(2), `${row(3)},`, `${row(4)},`]],
    [
      'rows are short by this and that',
      [header, row(1), `${row(2)},x`, 'น่าน,ก,ข,1', '3/11/2569,น่าน,ข้อ'],
    ],
    [
      'empty cells at the end were left away, and a row that has them fits',
      [
        'จังหวัด,ปัญหา,ระดับ,โน้ต',
        ...Array.from({ length: 11 }, (_, i) => `น่าน,ข้อ ${i},3`),
        'น่าน,ข้อ x,3,มีโน้ต',
      ],
    ],
  ];
  for (const [name, lines] of taken)
    it(`reads the file when ${name}`, () => expect(problem(...lines)).to.equal(undefined));

  it('shows the first rows, without a cell that may be somebody’s name', () => {
    const found = problem(header, ...rows(7));
    expect(found).to.include({ expected: 7, cells: 6 });
    if (found?.type !== 'header-mismatch') throw new Error('another problem');
    expect(found.headers).to.have.length(7);
    expect(found.rows.map(({ row: no, line }) => [no, line])).to.deep.equal(
      [1, 2, 3, 4, 5].map((no) => [no, no + 1]),
    );
    expect(found.rows[0]?.cells).to.deep.equal(['3/11/2569', 'น่าน', 'ข้อ 0', '4', '50', '…']);
  });
});

describe('merged cells', () => {
  const head = 'จังหวัด,อำเภอ,ปัญหา\n';
  const notes = (rows: string, options: InspectOptions = {}) =>
    (inspect(head + rows, options).inspection.notes ?? []).filter(
      ({ code }) => code === 'looks-merged',
    );
  const cells = (rows: string, fillDown: InspectOptions['fillDown']) =>
    inspect(head + rows, { fillDown: fillDown ?? [] }).rows.map(
      ({ cells: [province, district] }) => `${province}/${district}`,
    );
  const merged = (column: string, field: string, runs: number) => ({
    code: 'looks-merged',
    field,
    column,
    runs,
  });

  it('are noted from three rows of one value on', () => {
    const rows =
      'น่าน,ปัว,ก\n,เวียงสา,ข\n,ภูเพียง,ค\nแพร่,สอง,ง\n,ลอง,จ\nตาก,แม่สอด,ฉ\n,พบพระ,ช\n,อุ้มผาง,ซ\n';
    expect(notes(rows)).to.deep.equal([merged('จังหวัด', 'province', 2)]);
    expect(notes(rows, { fillDown: ['province'] })).to.deep.equal([]);
    expect(notes('น่าน,ปัว,ก\n,ปัว,ข\nแพร่,สอง,ค\n')).to.deep.equal([]);
    expect(notes(',ปัว,ก\n,ปัว,ข\n,สอง,ค\n')).to.deep.equal([]);
  });

  it('are seen in districts too, but not where people only know some', () => {
    expect(notes('น่าน,ปัว,ก\nน่าน,,ข\nน่าน,,ค\n')).to.deep.equal([merged('อำเภอ', 'district', 1)]);
    expect(notes('น่าน,ปัว,ก\nน่าน,ปัว,ข\nน่าน,,ค\nน่าน,,ง\n')).to.deep.equal([]);
  });

  it('do not reach into a total, also where it says how many stand above it', () => {
    const rows = 'น่าน,ปัว,ก\n,,รวมสายเกะกะ\n,รวม,เรื่องเด่น\n,,ข\n';
    expect(cells(rows, ['province']).map((cell) => cell.split('/')[0])).to.deep.equal([
      'น่าน',
      'น่าน',
      '',
      'น่าน',
    ]);
  });

  it('leave out a total, also where it counts the rows above, and no problem that begins like one', () => {
    const rows = ['รวม,,5 เรื่อง', 'รวมทั้งสิ้น,,๑๒', ',,รวมทั้งสิ้น', ',,Grand total 5', 'Total,,3 issues'];
    const problems = [',,รวมสายเกะกะ', 'รวม,,เน็ตช้า', 'น่าน,,5 เรื่อง', 'น่าน,,รวม', ',,5 เรื่อง,9'];
    const judged = inspect(
      `จังหวัด,อำเภอ,ปัญหา,จำนวน\n${[...rows, ...problems].join('\n')}\n`,
    ).rows.map((row) => row.judged);
    for (const one of judged.slice(0, rows.length))
      expect(one).to.deep.equal({ kind: 'skip', reason: 'total-row' });
    for (const one of judged.slice(rows.length)) expect(one.kind).to.equal('row');
  });

  it('have the value above when a person says so, and a district ends with its province', () => {
    const rows = 'น่าน,ปัว,ก\n,,ข\nแพร่,,ค\n,สอง,ง\n\nรวม,,\n,,จ\n';
    expect(cells(rows, ['province']).filter((cell) => !cell.startsWith('รวม'))).to.deep.equal([
      'น่าน/ปัว',
      'น่าน/',
      'แพร่/',
      'แพร่/สอง',
      '/undefined',
      'แพร่/',
    ]);
    expect(cells('น่าน,ปัว,ก\n,,ข\nแพร่,,ค\n,สอง,ง\n,,จ\n', ['province', 'district'])).to.deep.equal([
      'น่าน/ปัว',
      'น่าน/ปัว',
      'แพร่/',
      'แพร่/สอง',
      'แพร่/สอง',
    ]);
  });
});
