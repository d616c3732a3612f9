// Personal data in free text: found and cut out before anything is stored, logged or shown; possible names and juristic
// ids are only flagged. Every step is linear and looks at what the step before left, with markers that hold none of the
// keywords, so running it on its own output finds nothing more to cut.
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

/** Without one of these there is nothing to look for. */
const suspicious =
  /[0-9๐-๙０-９][^0-9๐-๙０-９]{0,3}[0-9๐-๙０-９][^0-9๐-๙０-９]{0,3}[0-9๐-๙０-９]|[@＠]|ไลน|line|ｌｉｎｅ|นา[ยง]|คุณ|พระ|หลวง|ว่าที่|[ก-ฮ]\.|ดร/i;

/** Cuts personal data out of a normalised text. */
export function removePersonalData(text: string): WithoutPersonalData {
  if (!suspicious.test(text)) return { text, found: [] };
  const counts = new Map<PersonalDataCode, number>();
  let rest = text;
  for (const find of steps) rest = cutOut(rest, find(narrow(rest)), counts);
  const juristic = findIds(narrow(rest)).juristic.length;
  if (juristic > 0) counts.set('juristic-id', juristic);
  if (hasPossibleName(rest)) counts.set('pii-possible-name', 1);
  return { text: rest, found: [...counts].map(([code, count]) => ({ code, count })) };
}

/** In this order: what a step cuts must not shorten the way between a keyword and a number of a later one. */
const steps = [findContacts, (text: string) => findIds(text).cuts, findPhones, findByKeyword];
