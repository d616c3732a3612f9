// Thai phone numbers: mobiles 06/08/09 + 8 digits, Bangkok 02 + 7, provinces 03/04/05/07 + 7, +66 without the 0; any
// number after a plus. Hotlines of three or four digits are no personal data.
import type { Cut } from './cut.ts';
import { findIds } from './national-ids.ts';

const gap = '[ .\\-‐‑–—()/,_*~·\\n]{0,3}';
const digits = (count: number): string => `(?:${gap}\\d){${count}}`;
const subscriber = `(?:[689]${digits(8)}|[23457]${digits(7)})`;
const fromAbroad = `(?:\\+|(?<!\\d)00)${gap}66${gap}(?:\\(?0\\)?${gap})?${subscriber}`;
const atHome = `(?<!\\d)(?:\\(?0${gap}${subscriber}|66${gap}[689]${digits(8)})`;
// not behind a digit (a sum), nor behind a marker, which may stand where digits were
const foreign = `(?<![\\d\\]])\\+${gap}[1-9](?:${gap}\\d){7,13}`;
const extension = '(?:-\\d{1,2}(?!\\d)|,? ?(?:ต่อ|ext\\.?|#) ?\\d{1,6})?';
const phone = new RegExp(`(?:${fromAbroad}|${atHome}|${foreign})(?!\\d)${extension}`, 'g');
/** 02-03-2562 10 has the digits of a phone too */
const dateFirst = /^\(?0\d[-./ ]\d{2}[-./ ](?:19|2[05])\d{2}/;
/** signs that also part lists, sums and lines: then the groups must be those of a phone */
const unusual = /[/,_*~·\n]/;
const groupings = new Set(
  '3-3-4 3-4-3 3-7 2-4-4 2-8 6-4 5-5 2-3-4 2-7 3-3-3 3-6 1-3-3-3 2-2-3-4 2-1-4-4'.split(' '),
);
const accountShape = /^\d{3}-\d-\d{5}-\d$/;

/** `text` as `narrow` leaves it. */
export function findPhones(text: string): Cut[] {
  const cuts: Cut[] = [];
  const { juristic } = findIds(text);
  phone.lastIndex = 0;
  for (let found = phone.exec(text); found; found = phone.exec(text)) {
    const [written] = found;
    const loose = written.startsWith('(') && !written.includes(')') ? 1 : 0;
    const cut = { start: found.index + loose, end: found.index + written.length };
    const kept = juristic.some(({ start, end }) => cut.start < end && start < cut.end);
    const isOther = dateFirst.test(written) || isOddlyGrouped(written);
    if (kept || isOther || isAccount(text, cut.start, written)) {
      phone.lastIndex = found.index + 1;
    } else {
      cuts.push({ ...cut, code: 'pii-phone' });
    }
  }
  return cuts;
}

/** 08/09/10/11/12 is a list, 66,812,345,678 a sum; 0/8/1/2/3/4/5/6/7/8 is a phone. */
function isOddlyGrouped(written: string): boolean {
  if (!unusual.test(written)) return false;
  const sizes = written
    .split(/\D+/)
    .filter((group) => group !== '')
    .map((group) => group.length);
  if (sizes.every((size) => size === 1)) return false;
  return !written.startsWith('+') && !groupings.has(sizes.join('-'));
}

/** 081-2-34567-8 right after the word for a bank account is one. */
function isAccount(text: string, start: number, written: string): boolean {
  return accountShape.test(written) && text.slice(Math.max(0, start - 24), start).includes('บัญชี');
}
