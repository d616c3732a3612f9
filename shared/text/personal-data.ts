// Personal data in free text: found and cut out before anything is stored, logged or shown; possible names and juristic
// ids are only flagged. Every step is linear and looks at what the step before left, with markers that hold none of the
// keywords, so running it on its own output finds nothing more to cut.
import { findCards } from './cards.ts';
import { findContacts } from './contacts.ts';
import { type CutCode, cutOut, narrow } from './cut.ts';
import { findByKeyword } from './keyword-numbers.ts';
import { findIds } from './national-ids.ts';
import { findPhones } from './phones.ts';
import { hasPossibleName } from './possible-names.ts';

export type PersonalDataCode = CutCode | 'pii-possible-name' | 'juristic-id';

export interface FoundPersonalData {
  readonly code: PersonalDataCode;
  readonly count: number;
}

export interface WithoutPersonalData {
  readonly text: string;
  /** what was cut out, and what was seen and kept (`pii-possible-name`, `juristic-id`) */
  readonly found: readonly FoundPersonalData[];
}

const none: readonly FoundPersonalData[] = [];

/** Cuts personal data out of a normalised text. */
export function removePersonalData(text: string): WithoutPersonalData {
  const numbers = hasDigits(text, fewestDigits);
  const contacts = contactSign.test(text);
  const names = honorific.test(text);
  if (!numbers && !contacts && !names) return { text, found: none };
  const counts = new Map<PersonalDataCode, number>();
  let rest = contacts ? cutOut(text, findContacts(narrow(text)), counts) : text;
  if (numbers) rest = cutNumbers(rest, counts);
  if (names && hasPossibleName(rest)) counts.set('pii-possible-name', 1);
  if (counts.size === 0) return { text, found: none };
  return { text: rest, found: [...counts].map(([code, count]) => ({ code, count })) };
}

/** What is left between two cuts may be a number of its own: looked for again, until nothing is found. */
function cutNumbers(text: string, counts: Map<PersonalDataCode, number>): string {
  let rest = text;
  for (let round = 0; round < mostRounds; round++) {
    const before = rest;
    rest = cutOnce(before, counts);
    if (rest === before) break;
  }
  return rest;
}

const mostRounds = 6;

/** In this order: what a step cuts must not shorten the way between a keyword and a number of a later one. */
function cutOnce(text: string, counts: Map<PersonalDataCode, number>): string {
  const { cuts, juristic } = findIds(narrow(text));
  if (juristic.length > 0) counts.set('juristic-id', juristic.length);
  let rest = cutOut(text, cuts, counts);
  rest = cutOut(rest, findPhones(narrow(rest)), counts);
  rest = cutOut(rest, findCards(narrow(rest)), counts);
  return cutOut(rest, findByKeyword(narrow(rest)), counts);
}

/** the shortest number looked for: one of a province without its 0, or what a spreadsheet left of a longer one */
const fewestDigits = 8;
const contactSign = /[@＠]|ไลน|line|ｌｉｎｅ|[([{<]at[)\]}>]|แอ็?[ทดต]|\.(?:com|me|net|ee)\//i;
const honorific = /นา[ยง]|คุณ|พระ|หลวง|ว่าที่|[ก-ฮ]\.|ดร/;

function hasDigits(text: string, least: number): boolean {
  if (text.length < least) return false;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || (code > 0x39 && code < 0x0e50)) continue;
    const digit = code <= 0x39 || code <= 0x0e59 || (code >= 0xff10 && code <= 0xff19);
    if (digit && ++count === least) return true;
  }
  return false;
}
