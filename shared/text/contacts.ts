// E-mail addresses and LINE ids.
import type { Cut } from './cut.ts';
import { findProfiles } from './profiles.ts';
import { findSpokenEmails } from './spoken-emails.ts';

const local = /[a-z0-9._%+\-'!#$&*/=?^{|}~]/;
const longestLocal = 64;
const domain = / ?([a-z0-9](?:[a-z0-9-]*)(?:\.[a-z0-9-]+)*\.[a-z]{2,})/y;

/** The word alone is no id, nor is an ordinary word after it: without a sign of an id only the Thai word counts. */
const line =
  /(?:(?<!ออน)ไลน์? ?(?:ไอดี|id)?|(?<![a-z])line ?(?:id|ไอดี)|(?<![a-z])id ?line|(?<![a-z])line(?= ?[:=@]))(?: ?(?:คือ|[:=\-–])| is(?= ))? ?(@?[a-z0-9._-]*[a-z][a-z0-9._-]*)/g;
/** what it cannot be without; ออนไลน์ is in every other text */
const lineSign = /(?<!ออน)ไลน|line/;
const ordinary = new Set(
  'official group application app apps oa notify today pay man shopping chat call video bot and or for the is was bk id openchat mini'.split(
    ' ',
  ),
);

/** `text` as `narrow` leaves it. */
export function findContacts(text: string): Cut[] {
  const emails = withoutOverlaps([
    ...(text.includes('@') ? findEmails(text) : []),
    ...findSpokenEmails(text),
    ...findProfiles(text),
  ]);
  const lines = lineSign.test(text) ? findLineIds(text) : [];
  if (lines.length === 0) return emails;
  const free = lines.filter((id) => !emails.some((e) => id.start < e.end && e.start < id.end));
  return [...emails, ...free].sort((a, b) => a.start - b.start);
}

/** In order; of two that overlap the earlier one stays. */
function withoutOverlaps(cuts: readonly Cut[]): Cut[] {
  const kept: Cut[] = [];
  for (const cut of [...cuts].sort((a, b) => a.start - b.start || b.end - a.end))
    if (cut.start >= (kept.at(-1)?.end ?? 0)) kept.push(cut);
  return kept;
}

function findEmails(text: string): Cut[] {
  const cuts: Cut[] = [];
  let free = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    domain.lastIndex = at + 1;
    const found = domain.exec(text);
    const start = found ? localStart(text, at, free) : at;
    if (!found || start === at) continue;
    free = at + 1 + found[0].length;
    cuts.push({ start, end: free, code: 'pii-email' });
  }
  return cuts;
}

/** Where the part before the @ begins; `at` itself when there is none. */
function localStart(text: string, at: number, free: number): number {
  const end = text[at - 1] === ' ' ? at - 1 : at;
  let start = end;
  while (start > free && end - start < longestLocal && local.test(text[start - 1] ?? '')) start--;
  return start === end ? at : start;
}

function findLineIds(text: string): Cut[] {
  return [...text.matchAll(line)].flatMap((found) => {
    const [all, id = ''] = found;
    const end = found.index + all.length;
    if (id.length < 3 || ordinary.has(id)) return [];
    return [{ start: end - id.length, end, code: 'pii-line' as const }];
  });
}
