// Thai phone numbers: mobiles 06/08/09 + 8 digits, Bangkok 02 + 7, provinces 03/04/05/07 + 7, +66 without the 0; any
// number after a plus. Hotlines of three or four digits are no personal data.
import type { Cut } from './cut.ts';
import { findIds } from './national-ids.ts';

const gap = '[ .\\-‐‑–—()]{0,3}';
const digits = (count: number): string => `(?:${gap}\\d){${count}}`;
const subscriber = `(?:[689]${digits(8)}|[23457]${digits(7)})`;
const fromAbroad = `(?:\\+|(?<!\\d)00)${gap}66${gap}(?:\\(?0\\)?${gap})?${subscriber}`;
const atHome = `(?<!\\d)(?:\\(?0${gap}${subscriber}|66${gap}[689]${digits(8)})`;
// not behind a digit (a sum), nor behind a marker, which may stand where digits were
const foreign = `(?<![\\d\\]])\\+${gap}[1-9](?:${gap}\\d){7,13}`;
const extension = '(?:-\\d{1,2}(?!\\d)|,? ?(?:ต่อ|ext\\.?|#) ?\\d{1,6})?';
const phone = new RegExp(`(?:${fromAbroad}|${atHome}|${foreign})(?!\\d)${extension}`, 'g');
/** 02-03-2562 10 has the digits of a phone too */
const dateFirst = /^\(?0\d[-. ]\d{2}[-. ](?:19|2[05])\d{2}/;
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
    if (kept || dateFirst.test(written) || isAccount(text, cut.start, written)) {
      phone.lastIndex = found.index + 1;
    } else {
      cuts.push({ ...cut, code: 'pii-phone' });
    }
  }
  return cuts;
}

/** 081-2-34567-8 right after the word for a bank account is one. */
function isAccount(text: string, start: number, written: string): boolean {
  return accountShape.test(written) && text.slice(Math.max(0, start - 24), start).includes('บัญชี');
}
