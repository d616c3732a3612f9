import { expect } from 'chai';
import {
  formatDay,
  formatInstant,
  formatMonth,
  formatNumber,
  formatPercent,
  formatRate,
  formatTime,
} from '../../../client/i18n/format.ts';

describe('numbers, days and instants as people read them', () => {
  const cases: readonly (readonly [string, string])[] = [
    [formatNumber(9837), '9,837'],
    [formatPercent(0.2787, 1000), '27.9%'],
    [formatPercent(0.2787, 29), '28%'],
    [formatPercent(0.2787, 30), '27.9%'],
    [formatRate(7.26, 30), '7.3'],
    [formatRate(7.26, 29), '7'],
    [formatRate(0.31, 5), '<1'],
    [formatRate(0.04, 40), '<0.1'],
    [formatRate(0, 0), '0'],
    [formatDay('2019-06-28', 'th'), '28 มิ.ย. 2562'],
    [formatDay('2019-06-28', 'en'), '28 Jun 2019'],
    [formatMonth('2026-11', 'th'), 'พ.ย. 2569'],
    [formatInstant('2019-06-28T09:40:00Z', 'th'), '28 มิ.ย. 2562 16:40 น.'],
    [formatInstant('2019-06-28T09:40:00Z', 'en'), '28 Jun 2019, 16:40'],
    // late on a day in London is the next day in Bangkok
    [formatInstant('2019-12-31T18:05:00Z', 'th'), '1 ม.ค. 2563 1:05 น.'],
    [formatTime('2019-06-28T02:05:00Z', 'th'), '9:05 น.'],
    [formatTime('2019-06-28T17:00:00Z', 'en'), '0:00'],
  ];
  for (const [said, expected] of cases) {
    it(expected, () => expect(said).to.equal(expected));
  }
});
