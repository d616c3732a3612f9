// Thai national identity numbers: 13 digits, usually 1-2345-67890-12-1, with a check digit
// (11 − Σ(13−i)·dᵢ mod 11) mod 10 over the first twelve. One random number in ten passes.
import type { Cut, Span } from './cut.ts';

const between = '[ \\n]?[-‐‑–—]?[ \\n]?';
/** whatever people put between the groups of the card */
const anyBetween = '[ \\n]{0,2}[-‐‑–—./,_*~·:|][ \\n]{0,2}';
const card = `\\d${anyBetween}\\d{4}${anyBetween}\\d{5}${anyBetween}\\d{2}${anyBetween}\\d`;
/** the same sign after each digit */
const spelled = '\\d([./,_*~·])\\d(?:\\1\\d){11}';
/** not part of a longer number */
const candidate = new RegExp(`(?<!\\d)(?:\\d(?:${between}\\d){12}|${card}|${spelled})(?!\\d)`, 'g');
/** numbers in a column are no one number */
const lines = (text: string): number => text.split('\n').length;
const juristicShape = /^\d([ -]?)\d{4}\1\d{5}\1\d{2}\1\d$/;

export function passesCheck(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += (13 - i) * (digits.charCodeAt(i) - 48);
  return (11 - (sum % 11)) % 10 === digits.charCodeAt(12) - 48;
}

export interface Ids {
  readonly cuts: readonly Cut[];
  /** numbers that pass but start with 0: juristic persons, kept */
  readonly juristic: readonly Span[];
}

/** `text` as `narrow` leaves it. */
export function findIds(text: string): Ids {
  const cuts: Cut[] = [];
  const juristic: Span[] = [];
  candidate.lastIndex = 0;
  for (let found = candidate.exec(text); found; found = candidate.exec(text)) {
    const [written] = found;
    const span = { start: found.index, end: found.index + written.length };
    const passes = lines(written) <= 2 && passesCheck(written.replace(/\D/g, ''));
    if (passes && !written.startsWith('0')) cuts.push({ ...span, code: 'pii-national-id' });
    else if (passes && juristicShape.test(written)) juristic.push(span);
    else candidate.lastIndex = found.index + 1; // another may begin inside this one
  }
  return { cuts, juristic };
}
