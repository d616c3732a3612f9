// How the words of a rule are looked for. Thai is written without spaces between words, and people put them anywhere: so spaces count for
// nothing, nor do capitals and which digits are used. A word is found inside longer ones (`ศูนย์ดิจิทัล` in `ศูนย์ดิจิทัลชุมชน`), but never
// cuts a letter from its marks, nor a Latin word or a number in two. In quotation marks it is found as whole words alone.
import { normaliseLine, toWesternDigits } from '../text/thai.ts';

/** A word as it is looked for. */
export interface SoughtWord {
  /** without spaces, in small letters */
  readonly plain: string;
  /** whole words alone, as a dictionary divides them */
  readonly isWhole: boolean;
}

/** `from` and `to` count UTF-16 units of the normalised line, as `text.slice` does */
export interface FoundWord {
  readonly from: number;
  readonly to: number;
}

/** fewer letters are in nearly everything */
const fewestLetters = 2;

const quoted = /^["“”„](?<inside>.*)["“”„]$/u;
const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
const latinOrDigit = /[\p{Script=Latin}\p{Nd}]/u;
const mark = /\p{M}/u;

/** undefined: it has too few letters to be looked for. */
export function soughtWord(raw: string): SoughtWord | undefined {
  const line = normaliseLine(raw);
  const inside = quoted.exec(line)?.groups?.inside;
  const plain = plainOfLine(inside ?? line);
  const letters = plain.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters < fewestLetters ? undefined : { plain, isWhole: inside !== undefined };
}

/** The first place where a normalised line says it; undefined: nowhere. */
export function findWord(line: string, { plain, isWhole }: SoughtWord): FoundWord | undefined {
  const all = plainOfLine(line);
  let at = all.indexOf(plain);
  if (at < 0) return undefined; // most lines end here
  const places = placesOf(line);
  // once a line, however often the word stands in it
  const ends = isWhole ? endsOfWords(line) : undefined;
  for (; at >= 0; at = all.indexOf(plain, at + 1)) {
    const [from, to] = [places[at] ?? 0, (places[at + plain.length - 1] ?? 0) + 1];
    if (isCut(line, from) || isCut(line, to)) continue;
    if (!ends || (ends.has(from) && ends.has(to))) return { from, to };
  }
  return undefined;
}

/** Small letters and western digits, each one unit long as before, without the spaces. */
function plainOfLine(line: string): string {
  const lower = line.toLowerCase();
  return toWesternDigits(lower.length === line.length ? lower : line).replace(/\s/g, '');
}

/** Where each unit of the plain line stands in the line. */
function placesOf(line: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < line.length; at++) if (!/\s/.test(line[at] ?? '')) places.push(at);
  return places;
}

/** Whether what stands on both sides of a place belongs together. */
function isCut(line: string, at: number): boolean {
  const [before, after] = [line[at - 1] ?? ' ', line[at] ?? ' '];
  return mark.test(after) || (latinOrDigit.test(before) && latinOrDigit.test(after));
}

function endsOfWords(line: string): ReadonlySet<number> {
  const ends = new Set([0, line.length]);
  for (const { index } of segmenter.segment(line)) ends.add(index);
  return ends;
}
