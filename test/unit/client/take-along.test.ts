import { expect } from 'chai';
import { formatRate, formatShare } from '../../../client/i18n/format.ts';
import type { Messages } from '../../../client/i18n/messages.ts';
import { dashboard } from '../../../client/i18n/th/dashboard.ts';
import { common } from '../../../client/i18n/th/everywhere.ts';
import {
  numberColumn,
  shareColumn,
  type TableTwin,
} from '../../../client/pages/dashboard/frame/table-twin.ts';
import {
  figureCsv,
  figureSheet,
  isForOutside,
} from '../../../client/pages/dashboard/frame/take-along.ts';

const thai = { lang: 'th' as const, t: { common, dashboard } as Messages };
const from = { view: [['ตัวกรอง', 'ภาคเหนือ']] as const, source: 'http://x/#/?region=north' };

interface Row {
  readonly name: string;
  readonly n: number;
  readonly share: number | null;
}

const twin = (rows: readonly Row[]): TableTwin<Row> => ({
  file: 'rabfang-x',
  rows,
  rowKey: ({ name }) => name,
  isHidden: ({ n }) => n < 5,
  columns: [
    { key: 'name', name: 'จังหวัด', head: '', cell: () => '', raw: ({ name }) => name },
    numberColumn('n', ({ n }) => n, String),
    shareColumn(
      '%',
      ({ share }) => share,
      ({ n }) => n,
      formatShare,
    ),
    shareColumn(
      'ต่อแสน',
      ({ share }) => share,
      ({ n }) => n,
      formatRate,
    ),
  ],
});
const figure = (rows: readonly Row[], finding = 'น่านมาก่อน') => ({
  name: 'ภาพ',
  finding,
  twin: twin(rows),
});

describe('a figure as a sheet', () => {
  const rows = [
    { name: 'น่าน', n: 1200, share: 0.2794 },
    { name: 'แพร่', n: 12, share: 0.0004 },
    { name: 'ตาก', n: 9, share: null },
    { name: 'ระนอง', n: 3, share: 0.5 },
  ];
  const more = Array.from({ length: 6 }, (_, at) => ({ name: `ที่ ${at}`, n: 40, share: 0 }));

  it('has percents with the digits that are printed, whole numbers as such, and nothing that is hidden', () => {
    const { head, rows: cells } = figureSheet(figure([...rows, ...more]), from, thai);

    expect(head).to.deep.equal(['จังหวัด', 'n', '%', 'ต่อแสน']);
    expect([...(cells as Iterable<unknown>)].slice(0, 4)).to.deep.equal([
      [
        'น่าน',
        { value: 1200, as: 'whole' },
        { value: 0.279, as: 'percentTenths' },
        { value: 0.3, as: 'tenths' },
      ],
      ['แพร่', { value: 12, as: 'whole' }, { value: 0, as: 'percent' }, '<1'],
      ['ตาก', { value: 9, as: 'whole' }, null, null],
      ['ระนอง', dashboard.hidden, dashboard.hidden, dashboard.hidden],
    ]);
  });

  it('says above its numbers what was found, what was chosen, and where it is shown', () => {
    const { about } = figureSheet(figure([...rows, ...more]), from, thai);

    expect(about).to.deep.include.members([
      ['ข้อค้นพบ', 'น่านมาก่อน'],
      ['ตัวกรอง', 'ภาคเหนือ'],
      ['ที่มา', 'http://x/#/?region=north'],
    ]);
    expect(figureCsv(figure(rows.slice(0, 1)), from, thai)).to.include('"ข้อค้นพบ","น่านมาก่อน"');
  });

  it('keeps a sentence in the house that speaks of what is hidden', () => {
    expect(isForOutside(figure([...rows, ...more]))).to.equal(true);
    expect(isForOutside(figure([...rows, ...more], '3 ชุดจากระนอง'))).to.equal(false);
    expect(isForOutside(figure(rows))).to.equal(false);
    expect(isForOutside(figure(rows.slice(0, 3)))).to.equal(true);
    const { about } = figureSheet(figure(rows), from, thai);
    expect(about).to.deep.include(['ข้อค้นพบ', dashboard.about.findingKept]);
  });
});
