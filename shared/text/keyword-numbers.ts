// Numbers that are personal because of the word before them: an identity number with a typing error, a bank account, a
// phone number that lost its 0 in a spreadsheet, or became 8.12345678E8 there.
import type { Cut, CutCode } from './cut.ts';
import { markers } from './cut.ts';
import { passesCheck } from './national-ids.ts';

const word =
  /(บัตร|ป\.?ช\.?ช|เลขประจำตัว)|(บัญชี)|(โทร|เบอร์|มือถือ|ติดต่อ|(?<![a-z])(?:tele)?phone|(?<![a-z])tel(?![a-z])|(?<![a-z])contact|(?<![a-z])mobile)|(?<!\d)\d/g;
const thirteen = /\d(?: ?[-‐‑–—]? ?\d){12}(?!\d)/y;
const tenToTwelve = /\d(?: ?[-‐‑–—]? ?\d){9,11}(?!\d)/y;
/** a number as a spreadsheet shortens it: all its digits, or nearly, are there */
const shortenedId = /\d\.\d{6,12}e\+?12(?!\d)/y;
const shortenedPhone = /\d\.\d{5,10}e\+?0?[789](?!\d)|[1-9]\.\d{5,10}e\+?10(?!\d)/y;
const eightToTen = /\d(?:[ -]?\d){7,9}(?!\d|[ -]\d)/y;
/** 03-11-2569, 2569-11-03, 03 11 2569: the day of a call, not its number */
const date =
  /(?:\d{1,2}[ -]\d{1,2}[ -](?:19|2[05])\d\d|(?:19|2[05])\d\d[ -]\d{1,2}[ -]\d{1,2})(?![ -]?\d)/y;
/** characters between the end of the word and the number */
const reach = { 'pii-national-id': 20, 'pii-account': 20, 'pii-phone': 20 } as const;
type Kind = keyof typeof reach;

/** `text` as `narrow` leaves it. Distances are those in the text that is left, so that a second run sees the same. */
export function findByKeyword(text: string): Cut[] {
  const cuts: Cut[] = [];
  const ends: Record<Kind, number> = {
    'pii-national-id': -99,
    'pii-account': -99,
    'pii-phone': -99,
  };
  let grown = 0;
  word.lastIndex = 0;
  for (let found = word.exec(text); found; found = word.exec(text)) {
    const [written, id, account] = found;
    const start = found.index;
    if (/\d/.test(written)) {
      const cut = numberAt(text, start, (kind) => start + grown - ends[kind] <= reach[kind]);
      if (!cut) continue;
      cuts.push(cut);
      word.lastIndex = cut.end;
      grown += markers[cut.code].length - (cut.end - cut.start);
      // the marker of a phone holds the word itself
      if (cut.code === 'pii-phone') ends['pii-phone'] = cut.end + grown;
    } else {
      const kind = id ? 'pii-national-id' : account ? 'pii-account' : 'pii-phone';
      ends[kind] = start + written.length + grown;
    }
  }
  return cuts;
}

function numberAt(text: string, start: number, isNear: (kind: Kind) => boolean): Cut | undefined {
  const id = match(thirteen, text, start);
  const kept = id?.startsWith('0') === true && passesCheck(id.replace(/\D/g, ''));
  if (kept) return undefined;
  const cut = (written: string, code: CutCode) => ({ start, end: start + written.length, code });
  const written = id ?? match(shortenedId, text, start);
  if (written !== undefined && isNear('pii-national-id')) return cut(written, 'pii-national-id');
  const account = isNear('pii-account') ? match(tenToTwelve, text, start) : undefined;
  if (account !== undefined) return cut(account, 'pii-account');
  const phone = isNear('pii-phone') ? phoneAt(text, start) : undefined;
  return phone === undefined ? undefined : cut(phone, 'pii-phone');
}

function phoneAt(text: string, start: number): string | undefined {
  if (match(date, text, start) !== undefined) return undefined;
  return match(shortenedPhone, text, start) ?? match(eightToTen, text, start);
}

function match(sticky: RegExp, text: string, start: number): string | undefined {
  sticky.lastIndex = start;
  return sticky.exec(text)?.[0];
}
