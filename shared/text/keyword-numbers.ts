// Numbers that are personal because of the word before them: an identity number with a typing error, a bank account, a
// mobile number that lost its 0 in a spreadsheet.
import type { Cut, CutCode } from './cut.ts';
import { markers } from './cut.ts';
import { passesCheck } from './national-ids.ts';

const word = /(บัตร|ป\.?ช\.?ช|เลขประจำตัว)|(บัญชี)|(โทร|เบอร์|มือถือ)|(?<!\d)\d/g;
const thirteen = /\d(?: ?[-‐‑–—]? ?\d){12}(?!\d)/y;
const tenToTwelve = /\d(?: ?[-‐‑–—]? ?\d){9,11}(?!\d)/y;
const nine = /[689](?:[ -]?\d){8}(?!\d)/y;
/** characters between the end of the word and the number */
const reach = { 'pii-national-id': 20, 'pii-account': 20, 'pii-phone': 12 } as const;
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
  if (id !== undefined && isNear('pii-national-id')) return cut(id, 'pii-national-id');
  const account = isNear('pii-account') ? match(tenToTwelve, text, start) : undefined;
  if (account !== undefined) return cut(account, 'pii-account');
  const phone = isNear('pii-phone') ? match(nine, text, start) : undefined;
  return phone === undefined ? undefined : cut(phone, 'pii-phone');
}

function match(sticky: RegExp, text: string, start: number): string | undefined {
  sticky.lastIndex = start;
  return sticky.exec(text)?.[0];
}
