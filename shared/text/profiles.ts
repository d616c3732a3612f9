// Links to somebody's profile: they lead to a person as surely as a number does.
import type { Cut } from './cut.ts';

const line = 'line\\.me|lin\\.ee';
const others =
  'facebook\\.com|fb\\.com|fb\\.me|m\\.me|messenger\\.com|instagram\\.com|tiktok\\.com|twitter\\.com|x\\.com|t\\.me|wa\\.me|threads\\.net|linkedin\\.com';
const link = new RegExp(
  `(?<![a-z0-9.-])(?:https?://)?(?:(?:www|m|web|th-th)\\.)?(?:(${line})|${others})/[^\\s[\\]()<>"'“”]+`,
  'g',
);

/** `text` as `narrow` leaves it. */
export function findProfiles(text: string): Cut[] {
  if (!text.includes('/')) return [];
  return [...text.matchAll(link)].map((found) => {
    const { index } = found;
    const code = found[1] ? ('pii-line' as const) : ('pii-profile' as const);
    return { start: index, end: index + found[0].length, code };
  });
}
