import { expect } from 'chai';
import {
  isGuess,
  settingsOf,
  targetOf,
  toConfirm,
  troublesOf,
  withTarget,
} from '../../../client/pages/batches/column-choices.ts';
import type { InspectedColumn, Inspection } from '../../../shared/batch/inspection.ts';

const column = (header: string, over: Partial<InspectedColumn> = {}): InspectedColumn => ({
  header,
  field: null,
  personal: false,
  runningNumber: false,
  certainty: 'none',
  samples: [],
  ...over,
});
const columns = [
  column('ลำดับ', { runningNumber: true, certainty: 'sure' }),
  column('จังหวัด', { field: 'province', certainty: 'sure' }),
  column('เรื่องที่พบ', { field: 'title', certainty: 'likely' }),
  column('ชื่อ-สกุล', { personal: true, certainty: 'sure' }),
  column('หมายเหตุ ผอ.'),
  column(''),
];
const inspection: Inspection = {
  encoding: 'windows-874',
  delimiter: ',',
  headerLine: 4,
  columns,
  sampleRows: [],
  severityDirection: '1-is-most',
  dateOrder: 'dmy',
  datesSay: [],
};

describe('which column is what', () => {
  it('follows the detection until a person chooses', () => {
    expect(columns.map((one) => targetOf(one, {}))).to.deep.equal([
      'number',
      'province',
      'title',
      'personal',
      'ignore',
      'ignore',
    ]);
    const chosen = withTarget({}, 'หมายเหตุ ผอ.', 'detail');
    expect(targetOf(column('หมายเหตุ ผอ.'), chosen)).to.equal('detail');
  });

  it('asks to look at guesses, once', () => {
    expect(toConfirm(columns, {})).to.equal(1);
    expect(
      isGuess(column('เรื่องที่พบ', { certainty: 'likely' }), withTarget({}, 'เรื่องที่พบ', 'title')),
    ).to.equal(false);
  });

  it('says what stands in the way, and takes no side between two columns that claim one field', () => {
    const problem = {
      type: 'mapping-needed',
      missing: ['title'],
      twice: [{ field: 'province', headers: ['จังหวัดที่เกิดเหตุ', 'จังหวัดที่ตั้ง'] }],
    } as const;
    const troubles = troublesOf({ problem });

    expect(troubles.map(({ kind, field }) => [kind, field])).to.deep.equal([
      ['missing', 'title'],
      ['twice', 'province'],
    ]);
    expect(targetOf(column('จังหวัดที่ตั้ง', { field: 'province' }), {}, troubles)).to.equal(null);
    expect(troublesOf({})).to.deep.equal([]);
  });

  it('sends exactly what was shown', () => {
    expect(settingsOf({ inspection, choices: { severityDirection: '5-is-most' } })).to.deep.equal({
      encoding: 'windows-874',
      delimiter: ',',
      headerLine: 4,
      mapping: {
        ลำดับ: 'number',
        จังหวัด: 'province',
        เรื่องที่พบ: 'title',
        'ชื่อ-สกุล': 'personal',
        'หมายเหตุ ผอ.': 'ignore',
      },
      severityDirection: '5-is-most',
    });
    expect(settingsOf({ inspection, choices: {} }).severityDirection).to.equal('1-is-most');
    expect(settingsOf({ inspection: null, choices: {} })).to.deep.equal({});
  });

  it('means the first of two columns with one name', () => {
    const twins = [
      column('ปัญหา', { field: 'title', certainty: 'sure' }),
      column('ปัญหา', { field: null }),
    ];

    const { mapping } = settingsOf({ inspection: { ...inspection, columns: twins }, choices: {} });

    expect(mapping).to.deep.equal({ ปัญหา: 'title' });
  });
});
