// Thai text as people type, paste and export it, brought to one spelling. NFC alone is not enough: it never touches
// sara am and does not reorder a tone typed before most vowels; NFKC goes the wrong way (it takes sara am apart).

const zeroWidth =
  /\u034F|[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u2060-\u2064\u206A-\u206F\uFEFF]/g;
const directionControls = /[\u202A-\u202E\u2066-\u2069]/g;
const controls = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F]|\p{Surrogate}/gu;
/** joins emoji; anywhere else it is only invisible */
const strayJoiner =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
/** No letter of any language carries more; longer runs are made, and cost normalisation the square of their length. */
const manyMarks = /(\p{M}{4})\p{M}+/gu;
const spaces = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const lineBreaks = /\r\n?|[\x85\u2028\u2029]/g;

/**
 * Finds anything that `cleanText` would touch: a character that is not plain, spaces to collapse or trim, two sara e, or
 * marks out of order. One test in front makes the common case about twelve times faster than running the steps.
 */
const untidy =
  /[^\n -~\u0E01-\u0E5B–—‘’“”•…€]|^[ \n]|[ \n]$| {2}| \n|\n |เเ|[\u0E33\u0E48-\u0E4E][\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]|[\u0E31\u0E34-\u0E3A\u0E47][\u0E31\u0E34-\u0E3A\u0E47\u0E4D\u0E4E]|\u0E32[\u0E4D\u0E4E]|\u0E4D[\u0E32\u0E33]/;

const marksAndAa = /[\u0E31-\u0E3A\u0E47-\u0E4E]{2,}/g;

export interface CleanText {
  readonly text: string;
  /** control characters, direction controls or broken characters were removed: worth a warning */
  readonly controls: boolean;
}

/** Tidies a text and keeps its line breaks (as `\n`). Idempotent, linear in the length. */
export function cleanText(raw: string): CleanText {
  if (!untidy.test(raw)) return { text: raw, controls: false };
  const visible = raw
    .replace(lineBreaks, '\n')
    .replace(controls, '')
    .replace(directionControls, '');
  const broken = visible.length < raw.replace(/\r\n/g, '\n').length;
  const seen = visible.replace(zeroWidth, '').replace(strayJoiner, '');
  const real = seen.replace(manyMarks, '$1');
  const ordered = orderAll(real.normalize('NFC').replace(spaces, ' ').replaceAll('เเ', 'แ'));
  // tones that moved before a sara am may have made a run longer again
  const kept = ordered.replace(manyMarks, '$1');
  const text = kept.replace(/ {2,}/g, ' ').replace(/ ?\n ?/g, '\n');
  return {
    text: text.replace(/^[ \n]+/, '').replace(/(?<![ \n])[ \n]+$/, ''),
    controls: broken || real.length < seen.length || kept.length < ordered.length,
  };
}

/** `cleanText` without its notice. */
export function normaliseText(raw: string): string {
  return cleanText(raw).text;
}

/** One line of tidy text: line breaks become spaces. */
export function normaliseLine(raw: string): string {
  const text = normaliseText(raw);
  return text.includes('\n') ? text.replace(/\n+/g, ' ') : text;
}

// Sorting ranks within one consonant's marks, in the order NFC keeps: phinthu, vowels, tones, then nikhahit and yamakkan.
const rank = (mark: string): number =>
  mark === '\u0E3A' ? 0 : mark < '\u0E48' ? 1 : mark < '\u0E4D' ? 2 : 3;

/** Marks of other scripts among Thai ones are moved by NFC and let more Thai ones meet: again until nothing moves. */
function orderAll(text: string): string {
  let ordered = text;
  for (let round = 0; round < 10; round++) {
    const before = ordered;
    ordered = before.replace(marksAndAa, orderMarks).normalize('NFC');
    if (ordered === before) break;
  }
  return ordered;
}

/**
 * Brings a run of marks, sara aa and sara am into the one right order: vowel before tone, no mark twice in a row,
 * nikhahit + sara aa in any order = sara am, tones before sara am. From right to left, so that it needs one pass.
 */
function orderMarks(run: string): string {
  const pieces = run.split(/([\u0E32\u0E33])/);
  let tones = '';
  for (let at = pieces.length - 2; at > 0; at -= 2) {
    const before = pieces[at - 1] ?? '';
    const after = pieces[at + 1] ?? '';
    const isAm = pieces[at] === '\u0E33' || before.includes('\u0E4D') || after.includes('\u0E4D');
    pieces[at + 1] = isAm ? after.replace(/[\u0E48-\u0E4B\u0E4D]/g, '') : after + tones;
    tones = isAm ? after.replace(/[^\u0E48-\u0E4B]/g, '') + tones : '';
    if (!isAm) continue;
    pieces[at] = '\u0E33';
    pieces[at - 1] = before.replaceAll('\u0E4D', '');
  }
  pieces[0] += tones;
  return pieces.map(orderCluster).join('');
}

function orderCluster(marks: string): string {
  if (marks.length < 2) return marks;
  return [...marks]
    .sort((a, b) => rank(a) - rank(b))
    .join('')
    .replace(/(.)\1+/g, '$1');
}

/** Thai digits and full-width digits to 0–9. */
export function toWesternDigits(text: string): string {
  if (!/[๐-๙０-９]/.test(text)) return text;
  return text.replace(/[๐-๙０-９]/g, (digit) =>
    String(digit.charCodeAt(0) - (digit < '０' ? 0x0e50 : 0xff10)),
  );
}

const collator = new Intl.Collator('th', { numeric: true });

/** Dictionary order: เชียงใหม่ under ช, Latin after Thai, digits first and by value. */
export function compareThai(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Length in code points: an emoji is one, a base letter and its mark are two. */
export function countCodePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800) count--;
  }
  return count;
}
