// The words of a short text, Thai or not, and where they stand in it: what suggestions are learned from and explained by.
import { normaliseLine } from '../text/thai.ts';

/** `from` and `to` count UTF-16 units of the normalised line, as `text.slice` does */
export interface WordInText {
  /** a word, or two that follow each other, joined by a space */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

export interface TextWords {
  /** the text as it was read: one normalised line */
  readonly text: string;
  readonly words: readonly WordInText[];
}

// ICU knows no words of Thai as a rule but a dictionary; Latin words stay whole
const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** what is behind it says little that was not said before, and costs */
const mostCharacters = 2_000;

/** words that say nothing of what a text is about */
const empty = new Set(
  [
    'และ หรือ ที่ ใน ของ ให้ ได้ ไม่ มี เป็น จะ จาก ไป มา กับ โดย แต่ แล้ว ยัง ก็ ว่า นี้ นั้น ซึ่ง เพื่อ เมื่อ ต้อง อยู่ คือ ถ้า มาก การ ความ เพราะ กว่า ถึง ตาม ทุก บาง อยาก ทำ ค่ะ ครับ นะ',
    'the a an and or of in on at to for with from by is are was were be not no it this that as has have had can cannot',
  ].flatMap((list) => list.split(' ')),
);

/** Single words and pairs of neighbours, in the order of the text; a word twice stands there twice. */
export function wordsOfText(raw: string): TextWords {
  const text = normaliseLine(raw).slice(0, mostCharacters);
  const words: WordInText[] = [];
  let before: WordInText | undefined;
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    const word = segment.toLowerCase();
    if (!isWordLike || /^\p{N}+$/u.test(word)) {
      if (segment.trim() !== '') before = undefined;
      continue;
    }
    if (word.length < 2 || empty.has(word)) continue;
    const here = { word, from: index, to: index + segment.length };
    words.push(here);
    if (before) words.push({ word: `${before.word} ${word}`, from: before.from, to: here.to });
    before = here;
  }
  return { text, words };
}
