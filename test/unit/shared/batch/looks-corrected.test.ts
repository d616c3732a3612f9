// New rows beside stored ones. The integration tests hold what is said of whole files; here it is what the comparison costs.
import { expect } from 'chai';
import { CorrectedRows } from '../../../../shared/batch/looks-corrected.ts';
import { mapColumns } from '../../../../shared/batch/map-columns.ts';
import type { CheckedResponse } from '../../../../shared/survey/response.ts';

const { columns } = mapColumns(['จังหวัด', 'ปัญหา', 'รายละเอียด', 'ความรุนแรง', 'หน่วยงาน']);

/** of one province and no day, as in a file without a column of days */
function row(at: number, title: string, detail: string): CheckedResponse {
  return {
    day: null,
    place: { province: 'TH-40' },
    respondent: { type: 'agency', agency: `อบต. ${at}` },
    issues: [{ strategy: null, title, detail, severity: 3, affected: null }],
    answers: {},
  } as unknown as CheckedResponse; // what is compared of one
}

/** Milliseconds of the processor for as many new rows, and as many stored ones that none of them corrects. */
function timeOf(rows: number, title: (at: number) => string): number {
  const started = process.cpuUsage();
  const corrected = new CorrectedRows(columns);
  for (let at = 0; at < rows; at++) corrected.add(row(at, title(at), `เรื่องใหม่ที่ ${at}`));
  for (let at = 0; at < rows; at++) corrected.take(row(-at, title(at), `เรื่องเดิมที่ ${at}`));
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

describe('new rows that look like stored ones', () => {
  for (const [what, title] of [
    ['all have one title', () => 'อินเทอร์เน็ตช้า'],
    ['each have a title', (at: number) => `อินเทอร์เน็ตช้าในหมู่บ้าน ${at}`],
  ] as const)
    it(`are found in a time that grows with the rows when they ${what}`, () => {
      timeOf(500, title);
      const [few, many] = [500, 4000].map((rows) =>
        Math.min(...[1, 2, 3].map(() => timeOf(rows, title))),
      );
      // eight times as many rows; a square would be 64
      expect((many ?? 0) / Math.max(few ?? 0, 1)).to.be.below(24);
    });

  it('are taken once, also among many of one title', () => {
    const corrected = new CorrectedRows(columns);
    for (let at = 0; at < 50; at++) corrected.add(row(at, 'อินเทอร์เน็ตช้า', `เรื่องที่ ${at} แก้แล้ว`));

    const taken = Array.from({ length: 50 }, (_, at) =>
      corrected.take(row(49 - at, 'อินเทอร์เน็ตช้า', `เรื่องที่ ${49 - at}`)),
    );

    expect(taken).to.deep.equal(Array(50).fill(true));
    expect(corrected.take(row(7, 'อินเทอร์เน็ตช้า', 'เรื่องที่ 7'))).to.equal(false);
  });
});
