// Numbers, days and instants as people read them: Western digits, Buddhist years in Thai, Bangkok time.
import { rankingBase } from '../../shared/figures/small-numbers.ts';
import { formatDay } from '../../shared/text/format-day.ts';
import { grammar } from './grammar.ts';
import type { Lang } from './messages.ts';

export { formatDay, formatMonth } from '../../shared/text/format-day.ts';

const integers = new Intl.NumberFormat('en-US');
const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Bangkok',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** 9,837 */
export function formatNumber(n: number): string {
  return integers.format(n);
}

/** Few are not known to a tenth: below a base of 30 no decimal is written. So whoever prints a share says what it is of. */
export function decimalsOf(base: number): 0 | 1 {
  return base < rankingBase ? 0 : 1;
}

/** A share of 0 to 1 as 27.9%. `base`: what it is a share of. */
export function formatPercent(share: number, base: number): string {
  return `${(share * 100).toFixed(decimalsOf(base))}%`;
}

/** The same without the sign, where the head of a column says it. */
export function formatShare(share: number, base: number): string {
  return formatPercent(share, base).slice(0, -1);
}

/** So many of 100,000 people. `count`: of how many it was made. Something is never printed as nothing. */
export function formatRate(rate: number, count: number): string {
  const decimals = decimalsOf(count);
  const printed = rate.toFixed(decimals);
  return rate > 0 && Number(printed) === 0 ? `<${(10 ** -decimals).toFixed(decimals)}` : printed;
}

/** A difference of shares in percentage points, with a true minus sign. `base`: of the smaller group. */
export function formatPoints(points: number, base: number): string {
  return points
    .toFixed(decimalsOf(base))
    .replace(/^-(?=0(\.0)?$)/, '')
    .replace('-', '−');
}

export function formatSignedPoints(points: number, base: number): string {
  const printed = formatPoints(points, base);
  return points > 0 && Number(printed) !== 0 ? `+${printed}` : printed;
}

/** An ISO instant → 28 มิ.ย. 2562 16:40 น. or 28 Jun 2019, 16:40, in Bangkok. */
export function formatInstant(instant: string, lang: Lang): string {
  const day = formatDay(bangkokDayOf(instant), lang);
  return grammar[lang].instant(day, formatTime(instant, lang));
}

/** 2569 → 2569 or 2026: a fiscal year begins on 1 October of the year before. */
export function formatFiscalYear(year: number, lang: Lang): string {
  return grammar[lang].fiscalYear(year);
}

/** 9:05 น. or 9:05 */
export function formatTime(instant: string, lang: Lang): string {
  const parts = partsOf(instant);
  const clock = `${Number(parts.hour)}:${parts.minute}`;
  return grammar[lang].time(clock);
}

function bangkokDayOf(instant: string): string {
  const { year, month, day } = partsOf(instant);
  return `${year}-${month}-${day}`;
}

function partsOf(instant: string): Record<string, string> {
  return Object.fromEntries(
    time.formatToParts(new Date(instant)).map((part) => [part.type, part.value]),
  );
}

/** Baht in millions with one decimal: `12.5`. */
export function formatMillions(baht: number): string {
  return (baht / 1_000_000).toLocaleString('en-US', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}
