import { expect } from 'chai';
import { CsvReader } from '../../../../shared/batch/csv-reader.ts';
import { FileRefused } from '../../../../shared/batch/file-refused.ts';
import { inspectCsv } from '../../../../shared/batch/inspect.ts';
import type { InspectOptions } from '../../../../shared/batch/inspection.ts';

const head = 'ลำดับ,จังหวัด,ปัญหา,ระดับ,วันที่';

function read(text: string, options: InspectOptions = {}) {
  const reader = new CsvReader(options);
  const rows = [...reader.push(Buffer.from(text)), ...reader.end()];
  return { reader, rows };
}

function refusal(text: string, options: InspectOptions = {}): string {
  try {
    read(text, options);
  } catch (error) {
    if (error instanceof FileRefused) return error.problem.type;
    throw error;
  }
  return 'none';
}

/** row, line and what it is */
function judged(lines: string): string[] {
  return read(`${head}\n${lines}`).rows.map(({ row, line, judged }) => {
    const codes = 'violations' in judged ? judged.violations.map(({ code }) => code) : [];
    return [row, line, judged.kind === 'skip' ? judged.reason : judged.kind, ...codes].join(' ');
  });
}

describe('finding the table', () => {
  const found: [string, string, InspectOptions, object][] = [
    [
      'a header below title rows',
      `ตาราง\n\n${head}\n1,ก,ข,3,`,
      {},
      { delimiter: ',', headerLine: 3 },
    ],
    ['semicolons', 'จังหวัด;ปัญหา\nก, ข;ค', {}, { delimiter: ';', headerLine: 1 }],
    ['tabs', 'จังหวัด\tปัญหา\nก\tค', {}, { delimiter: '\t', headerLine: 1 }],
    ['bars', 'จังหวัด|ปัญหา\nก|ค', {}, { delimiter: '|', headerLine: 1 }],
    [
      'the delimiter that was chosen',
      'จังหวัด;ปัญหา,ระดับ\nก;ค,3',
      { delimiter: ';', mapping: { 'ปัญหา,ระดับ': 'title' } },
      { delimiter: ';' },
    ],
    [
      'the line that was chosen',
      `${head}\n1,ก,ข,3,\n${head}\n2,ก,ข,3,`,
      { headerLine: 3 },
      { headerLine: 3 },
    ],
    ['a title row over two lines', `"ตาราง\nที่ 1"\n${head}\n1,ก,ข,3,`, {}, { headerLine: 3 }],
    ['the last of twenty records', `${'x\n'.repeat(19)}${head}\n1,ก,ข,3,`, {}, { headerLine: 20 }],
    [
      'the direction in the header',
      'จังหวัด,ปัญหา,ระดับ (1=มากที่สุด)\nก,ข,1',
      {},
      { severityDirection: '1-is-most' },
    ],
  ];
  for (const [name, text, options, table] of found) {
    it(`finds ${name}`, () => expect(read(text, options).reader.table).to.deep.include(table));
  }

  const refusals: [string, string, string][] = [
    ['nothing', '', 'empty-file'],
    ['only a BOM', '\uFEFF', 'empty-file'],
    ['only blank lines', '\r\n \n,,,\n', 'empty-file'],
    ['a header without rows', `${head}\n,,,,\n`, 'empty-file'],
    ['no header', '1,2\n3,4\n', 'no-header'],
    ['a header after the twentieth record', `${'x\n'.repeat(20)}${head}\n1,ก,ข,3,`, 'no-header'],
    [
      '2,001 columns',
      `${head},${Array.from({ length: 1996 }, (_, i) => `c${i}`).join(',')}\n1`,
      'too-many-columns',
    ],
  ];
  for (const [name, text, type] of refusals) {
    it(`refuses ${name}`, () => expect(refusal(text)).to.equal(type));
  }

  it('reads 2,000 columns', () => {
    const extra = Array.from({ length: 1995 }, (_, i) => `c${i}`).join(',');
    expect(read(`${head},${extra}\n1,ก,ข,3,\n`).reader.table?.columns).to.have.length(2000);
  });

  it('takes the last header with text for the width', () => {
    const { reader, rows } = read('จังหวัด,,ปัญหา,,\nก,,ข,,,,\n');
    expect(reader.table?.columns).to.have.length(3);
    expect(rows[0]?.judged).to.deep.equal({ kind: 'row', violations: [] });
  });
});

describe('judging a record', () => {
  const cases: [string, string, string[]][] = [
    ['a row', '1,ก,ข,3,\n', ['1 2 row']],
    ['blank ones', ' ,\u200B,\n\n1,ก,ข,3,\n', ['0 2 blank', '0 3 blank', '1 4 row']],
    [
      'the header again',
      '1,ก,ข,3,\nลำดับ,จังหวัด,ปัญหา,ระดับ ,วันที่\n',
      ['1 2 row', '2 3 header-repeated'],
    ],
    ['nearly the header', 'ลำดับ,จังหวัด,ปัญหา,ระดับ,วัน\n', ['1 2 row']],
    [
      'totals',
      'รวม,,,9,\nยอดรวมทั้งหมด,,-,9,\nTotal,,,9,\n',
      ['1 2 total-row', '2 3 total-row', '3 4 total-row'],
    ],
    ['a total with a title', 'รวม,ก,ข,9,\n', ['1 2 row']],
    [
      'notes',
      'ผู้จัดทำ,,,,\nหมายเหตุ: x,,,9,\nที่มา,y,-,,\nSource,a,,,\n',
      ['1 2 note-row', '2 3 note-row', '3 4 note-row', '4 5 note-row'],
    ],
    ['a title alone', ',,ข,,\n', ['1 2 row']],
    ['too many cells', '1,ก,ข,3,4,5\n', ['1 2 reject column-count']],
    ['empty cells too many', '1,ก,ข,3,4,, ,\n', ['1 2 row']],
    ['a short row', '1,ก,ข\n', ['1 2 row short-row']],
    ['a row without its title', '1,ก\n', ['1 2 row column-count']],
    ['an open quote', '1,ก,"ข,3\n2,ก,ข,3,\n', ['1 2 reject unterminated-quote']],
  ];
  for (const [name, lines, expected] of cases) {
    it(`takes ${name} for what it is`, () => expect(judged(lines)).to.deep.equal(expected));
  }

  it('takes the quote before a formula away only where it put it', () => {
    const cells = (text: string) => read(text).rows[0]?.cells;
    expect(cells("จังหวัด,ปัญหา,เหตุที่ต้องแก้\nก,'=1+1,x\n")).to.deep.equal(['ก', '=1+1', 'x']);
    expect(cells("จังหวัด,ปัญหา\nก,'=1+1\n")).to.deep.equal(['ก', "'=1+1"]);
  });
});

describe('inspecting the start of a file', () => {
  const text = 'จังหวัด,ชื่อ,ปัญหาที่พบบ่อย,สี\nน่าน,สมชาย,โทร 089-000-0000,แดง\nตาก,สมหญิง,สัญญาณอ่อน,แดง\n';

  it('tells every column with samples that hold no personal data', () => {
    const { inspection, rows } = inspectCsv(Buffer.from(text), false);
    expect(inspection.problem).to.equal(undefined);
    expect(inspection).to.deep.include({ encoding: 'utf-8', delimiter: ',', headerLine: 1 });
    expect(
      inspection.columns.map(({ header, field, personal, certainty, samples }) => ({
        header,
        field,
        personal,
        certainty,
        samples,
      })),
    ).to.deep.equal([
      {
        header: 'จังหวัด',
        field: 'province',
        personal: false,
        certainty: 'sure',
        samples: ['น่าน', 'ตาก'],
      },
      { header: 'ชื่อ', field: null, personal: true, certainty: 'sure', samples: [] },
      {
        header: 'ปัญหาที่พบบ่อย',
        field: 'title',
        personal: false,
        certainty: 'likely',
        samples: ['โทร [เบอร์โทร]', 'สัญญาณอ่อน'],
      },
      { header: 'สี', field: null, personal: false, certainty: 'none', samples: ['แดง'] },
    ]);
    expect(inspection.sampleRows[0]).to.deep.equal({
      row: 1,
      line: 2,
      cells: ['น่าน', '', 'โทร [เบอร์โทร]', 'แดง'],
    });
    expect(JSON.stringify(inspection)).to.not.match(/สมชาย|000-0000/);
    expect(rows[0]?.cells).to.deep.equal(['น่าน', 'สมชาย', 'โทร 089-000-0000', 'แดง']);
  });

  it('looks at a part that ends in the middle of a character', () => {
    const bytes = Buffer.from(text).subarray(0, -30);
    const { inspection } = inspectCsv(bytes, true);
    expect(inspection.problem).to.equal(undefined);
    expect(inspection.sampleRows).to.have.length(1);
    const long = Buffer.from(text.repeat(4000)).subarray(0, 256 * 1024);
    expect(inspectCsv(long, true).inspection.sampleRows).to.have.length(10);
  });

  it('says what is wrong instead of throwing', () => {
    expect(inspectCsv(Buffer.from('%PDF-1'), false).inspection.problem).to.deep.equal({
      type: 'not-text',
      kind: 'pdf',
    });
    expect(inspectCsv(new Uint8Array(), false).inspection.problem).to.deep.equal({
      type: 'empty-file',
    });
    const half = inspectCsv(Buffer.from('จังหวัด,ระดับ,วันที่\nน่าน,3,1/1/2562\n'), false).inspection;
    expect(half.problem).to.deep.equal({ type: 'mapping-needed', missing: ['title'], twice: [] });
    expect(half.columns).to.have.length(3);
    expect(half.sampleRows).to.have.length(1);
  });
});
