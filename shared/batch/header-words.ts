// The words of a header. Latin ones are told apart, so that `update` holds no `date`; Thai has no spaces, so there letters are compared.
import { normaliseLine } from '../text/thai.ts';

/** characters of a header that are looked at */
const longest = 300;
/** letters of the longest name that is looked for */
const longestName = 24;

/** Its Latin words in lower case, `birthDate` as two, and neighbours joined as names without spaces are (`problemtitle`). */
export function headerWords(header: string): ReadonlySet<string> {
  const text = normaliseLine(header.slice(0, longest)).replace(/([a-z])(?=[A-Z])/g, '$1 ');
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const all = new Set<string>();
  words.forEach((_, from) => {
    let joined = '';
    for (const word of words.slice(from, from + longestName)) {
      joined += word;
      if (joined.length > longestName) break;
      all.add(joined);
      if (joined.endsWith('s')) all.add(joined.slice(0, -1));
    }
  });
  return all;
}

/** A Latin word stands by itself; Thai letters anywhere. `key`: the header as it is compared. */
export function holdsWord(word: string, key: string, words: ReadonlySet<string>): boolean {
  return isLatin(word) ? words.has(word) : key.includes(word);
}

export function isLatin(word: string): boolean {
  return /^[a-z]/.test(word);
}
