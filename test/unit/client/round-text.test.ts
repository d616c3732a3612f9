import { expect } from 'chai';
import { common as en } from '../../../client/i18n/en/everywhere.ts';
import type { Messages } from '../../../client/i18n/messages.ts';
import { notOpenText } from '../../../client/i18n/round-text.ts';
import { common as th } from '../../../client/i18n/th/everywhere.ts';

const thai = { lang: 'th' as const, t: { common: th } as Messages };
const english = { lang: 'en' as const, t: { common: en } as Messages };
const now = new Date('2026-11-29T03:00:00Z');
const round = {
  state: 'open' as const,
  stateReason: null,
  stateSince: null,
  opensAt: null,
  closesAt: null,
};

describe('why a round takes nothing', () => {
  it('is not said of an open one', () => {
    expect(notOpenText(round, thai, now)).to.equal(null);
  });

  it('is said with the day of Bangkok, in the calendar of the language', () => {
    const closed = {
      ...round,
      state: 'closed' as const,
      stateReason: 'ครบแล้ว',
      stateSince: '2026-10-14T20:00:00Z',
    };
    expect(notOpenText(closed, thai, now)).to.equal('ปิดรับแล้วเมื่อ 15 ต.ค. 2569 · เหตุผล: ครบแล้ว');
    expect(notOpenText(closed, english, now)).to.equal('Closed on 15 Oct 2026 · Reason: ครบแล้ว');
    // the midnight that closes it is no day of it
    const over = { ...round, closesAt: '2026-09-30T17:00:00Z' };
    expect(notOpenText(over, thai, now)).to.equal('ปิดรับแล้ว วันสุดท้ายคือ 30 ก.ย. 2569');
    const early = { ...round, opensAt: '2026-12-31T17:00:00Z' };
    expect(notOpenText(early, thai, now)).to.equal('ยังไม่เปิดรับ จะเปิด 1 ม.ค. 2570');
    const { stateSince: _unknown, ...before } = { ...closed, state: 'archived' as const };
    expect(notOpenText(before, thai, now)).to.equal('เก็บเข้าคลังแล้ว · เหตุผล: ครบแล้ว');
  });
});
