import { expect } from 'chai';
import { readTypedDay } from '../../../client/data/read-typed-day.ts';
import type { Messages } from '../../../client/i18n/messages.ts';
import { dashboard } from '../../../client/i18n/th/dashboard.ts';
import { common } from '../../../client/i18n/th/everywhere.ts';
import { aboutView } from '../../../client/pages/dashboard/frame/about-view.ts';
import { honestyStrip } from '../../../client/pages/dashboard/frame/honesty-strip.ts';
import { csvOf } from '../../../client/pages/dashboard/frame/table-twin.ts';
import { scaleOf } from '../../../client/pages/dashboard/months/scale-of.ts';
import {
  dashboardHref,
  isNarrowed,
  monthFilter,
  readView,
  responsesHref,
} from '../../../client/pages/dashboard/view.ts';
import { withArea, withFilter } from '../../../client/ui/filters/change-filters.ts';
import { activeFilters } from '../../../client/ui/filters/filter-words.ts';

import { aReply } from '../../support/figures.ts';

const read = (search: string) => readView(new URLSearchParams(search));
const thai = { lang: 'th' as const, t: { common, dashboard } as Messages };

describe('the view in the address', () => {
  it('reads repeated and comma-separated values, sorted, without doubles, and leaves out what it does not know', () => {
    expect(read('province=TH-57,TH-50&province=TH-50&from=2026-01-01&colour=red')).to.deep.equal({
      filters: { province: ['TH-50', 'TH-57'], from: '2026-01-01' },
      compare: null,
    });
  });

  it('writes equal views as equal addresses, that read as themselves', () => {
    const view = read('to=2026-02-01&severity=4&region=north');
    const href = dashboardHref(view);

    expect(href).to.equal('#/?region=north&severity=4&to=2026-02-01');
    expect(read(href.slice(3))).to.deep.equal(view);
    expect(dashboardHref(read(''))).to.equal('#/');
  });

  it('sets, removes and replaces filters', () => {
    const { filters } = read('province=TH-50&strategy=trust');

    expect(withFilter(filters, 'strategy', [])).to.deep.equal({ province: ['TH-50'] });
    expect(withArea(filters, 'region', 'north')).to.deep.equal({
      strategy: ['trust'],
      region: ['north'],
    });
    expect(withArea(filters, null)).to.deep.equal({ strategy: ['trust'] });
    expect(isNarrowed(filters)).to.equal(true);
    expect(isNarrowed({})).to.equal(false);
  });

  it('leads from a number to the responses behind it', () => {
    const view = read('region=north');

    expect(responsesHref(view, { province: ['TH-50'], strategy: ['trust'] })).to.equal(
      '#/responses?province=TH-50&region=north&strategy=trust',
    );
  });

  it('keeps a month within the days already chosen', () => {
    expect(monthFilter({}, '2024-02')).to.deep.equal({ from: '2024-02-01', to: '2024-02-29' });
    expect(monthFilter({ from: '2024-02-10', to: '2024-05-01' }, '2024-02')).to.deep.equal({
      from: '2024-02-10',
      to: '2024-02-29',
    });
    expect(monthFilter({}, '2026-02').to).to.equal('2026-02-28');
  });

  it('names every filter with what is left without it', () => {
    const chips = activeFilters(
      read('province=TH-50,TH-57&severity=none&from=2026-01-01').filters,
      thai,
    );

    expect(chips.map(({ words }) => words)).to.deep.equal([
      'เชียงใหม่',
      'เชียงราย',
      'ระดับความรุนแรง: ไม่ระบุ',
      'ตั้งแต่ 1 ม.ค. 2569',
    ]);
    expect(chips[0]?.without.province).to.deep.equal(['TH-57']);
  });
});

describe('a typed day of the range', () => {
  const cases: [string, string | null | undefined][] = [
    ['', null],
    ['1/2/2569', '2026-02-01'],
    ['31 ธ.ค. 2569', '2026-12-31'],
    ['2026-11-01', '2026-11-01'],
    ['31/2/2569', undefined],
    ['เมื่อวาน', undefined],
  ];
  for (const [raw, day] of cases) {
    it(`reads “${raw}” as ${day}`, () => expect(readTypedDay(raw, '2026-11-23')).to.equal(day));
  }
});

describe('the scale of small charts', () => {
  const cases: [number[], number[]][] = [
    [
      [0.352, 0.1],
      [0.15, 0.3],
    ],
    [[0.3], [0.1, 0.2, 0.3]],
    [
      [77, 3],
      [25, 50, 75],
    ],
    [[1], [0.5, 1]],
    [[], [1]],
    [[0, 0], [1]],
  ];
  for (const [values, ticks] of cases) {
    it(`has round steps for ${values.join(', ') || 'nothing'}`, () => {
      const scale = scaleOf(values);

      expect(scale.ticks).to.deep.equal(ticks);
      expect(scale.top).to.be.at.least(Math.max(0, ...values));
    });
  }
});

describe('the CSV of a figure', () => {
  const column = (name: string, raw: (row: string) => string | number | null, numbers = true) => ({
    key: name,
    name,
    head: name,
    cell: () => '',
    raw,
    numbers,
  });
  const columns = [
    column('พื้นที่', (row) => row, false),
    column('n', (row) => (row === 'ระนอง' ? null : 3)),
  ];
  const rows = ['=1+1', 'ระนอง'];

  it('has a mark for Excel, CRLF, empty cells for what is not known, and no formulas', () => {
    const csv = csvOf({ rows, columns, isHidden: () => false }, [], 'ปกปิด');

    expect(csv).to.equal('\uFEFF"พื้นที่","n"\r\n"\'=1+1",3\r\n"ระนอง",\r\n');
  });

  it('says above its numbers what was chosen, and has no small number', () => {
    const hides = { rows, columns, isHidden: (row: string) => row === '=1+1' };
    const csv = csvOf(hides, [['ตัวกรอง', 'ประชาชน']], 'ปกปิด');

    expect(csv).to.equal(
      '\uFEFF"ตัวกรอง","ประชาชน"\r\n\r\n"พื้นที่","n"\r\n"\'=1+1","ปกปิด"\r\n"ระนอง",\r\n',
    );
  });

  it('has no spaces in its cells that only keep words together on a page', () => {
    const hides = { rows, columns, isHidden: () => true };

    expect(csvOf(hides, [], 'น้อยกว่า\u00A05 หรือ\u2060ปกปิด')).to.include('"น้อยกว่า 5 หรือปกปิด"');
  });
});

describe('what a server has not heard yet', () => {
  const behind = {
    ...aReply({ issues: 12, responses: 7 }, {}),
    seenUntil: '2026-11-23T09:41:00.000Z',
  };
  const missing = 'ที่ส่งหลัง 23 พ.ย. 2569 16:41 น. อาจยังนับไม่ครบ';

  it('stands in the strip under every figure, on paper and in files', () => {
    expect(honestyStrip(behind, { unit: 'issues', paper: false }, thai).at(-1)).to.equal(missing);
    expect(aboutView(behind, null, thai).at(-1)?.[1]).to.contain(missing);
  });

  it('is not spoken of while there is nothing', () => {
    const { seenUntil: _, ...current } = behind;
    const lines = honestyStrip(current, { unit: 'issues', paper: false }, thai);
    expect(lines.join()).not.to.contain('อาจยัง');
    expect(aboutView(current, null, thai).flat().join()).not.to.contain('อาจยัง');
  });
});
