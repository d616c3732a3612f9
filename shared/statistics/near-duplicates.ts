// How alike two short texts are, by the groups of letters they share. Opposites look alike too: a person decides.
import { normaliseText, toWesternDigits } from '../text/thai.ts';

/** Groups of n letters, marks or digits that follow each other; a shorter text is one group. */
export function ngramsOf(text: string, n = 3): ReadonlySet<string> {
  const plain = toWesternDigits(normaliseText(text)).toLowerCase();
  const letters = [...plain.replace(/[^\p{L}\p{M}\p{N}]/gu, '')];
  if (letters.length === 0) return new Set();
  if (letters.length < n) return new Set([letters.join('')]);
  return new Set(letters.slice(n - 1).map((_, at) => letters.slice(at, at + n).join('')));
}

export interface Likeness {
  /** shared of all groups, 0–1: from 0.7 very similar, from 0.45 maybe related */
  readonly jaccard: number;
  /** shared of the groups of the shorter text */
  readonly overlap: number;
  readonly shared: number;
  readonly union: number;
}

/** Null when both hold no letters. Jaccard 1901; Broder 1997. */
export function ngramJaccard(a: string, b: string, n = 3): Likeness | null {
  const [first, second] = [ngramsOf(a, n), ngramsOf(b, n)];
  const shared = [...first].filter((gram) => second.has(gram)).length;
  const union = first.size + second.size - shared;
  if (union === 0) return null;
  const least = Math.min(first.size, second.size);
  return { jaccard: shared / union, overlap: least === 0 ? 0 : shared / least, shared, union };
}

/** FNV-1a of the text's UTF-8, 32 bits. Fowler, Noll & Vo. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of utf8Of(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** a letter's bytes; what is cut in half becomes U+FFFD, as everywhere */
function utf8Of(text: string): number[] {
  return [...text].flatMap((letter) => {
    const given = letter.codePointAt(0) ?? 0;
    const code = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
    const more = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
    if (code < 0x80) return [code];
    if (code < 0x800) return [0xc0 | (code >> 6), more(0)];
    if (code < 0x10000) return [0xe0 | (code >> 12), more(6), more(0)];
    return [0xf0 | (code >> 18), more(12), more(6), more(0)];
  });
}

/** The smallest of k mixed hashes of a text's groups: equal places tell how alike two texts are, without comparing groups. */
export function minhash(grams: ReadonlySet<string>, k = 128): number[] {
  const least = new Array<number>(k).fill(0xffffffff);
  for (const gram of grams) {
    const hash = fnv1a(gram);
    for (let i = 0; i < k; i++) {
      least[i] = Math.min(least[i] ?? 0, mixed(hash ^ Math.imul(i + 1, 0x9e3779b9)));
    }
  }
  return least;
}

/** Share of equal places of two signatures: an estimate of their Jaccard likeness, with a standard error of at most √(1/4k). */
export function likenessOf(a: readonly number[], b: readonly number[]): number {
  return a.filter((value, i) => value === b[i]).length / a.length;
}

/** The finaliser of Murmur3 (Appleby). */
function mixed(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
