// What a line must not part: a number and its unit, a day and its month and year. The space between becomes one that does not break.

const space = '\u00a0';

/** “29 แถว”, “28 มิ.ย.”, “16:40 น.”, “12 people”; a year, which is written without a comma, has no unit */
const afterNumber = /(?<=\d)(?<!(?<![\d,])(?:19|20|25)\d\d) (?=\p{L})/gu;
/** “มิ.ย. 2562”, “รอบปี 2562”, “Jun 2019”: a whole year stays with what it is the year of */
const beforeYear = /(?<=[\p{L}\p{M}.]) (?=(?:19|20|25)\d\d(?![\d,]))/gu;
/** “แถว 27”, “บรรทัดที่ 28” */
const afterNoun =
  /(?<=แถว|แถวที่|บรรทัด|บรรทัดที่|คอลัมน์ที่|ปัญหาที่|ข้อ|ระดับ|\b[Rr]ow|\b[Ll]ine|\b[Pp]roblem) (?=\d)/g;

export function keepTogether(text: string): string {
  return text.replace(afterNumber, space).replace(beforeYear, space).replace(afterNoun, space);
}

/** The same for every sentence of a set of words, whatever it is given. */
export function allTogether<Words>(words: Words): Words {
  // what comes out has the shape of what went in
  return together(words) as Words;
}

function together(words: unknown): unknown {
  if (typeof words === 'string') return keepTogether(words);
  if (typeof words === 'function') {
    // a sentence made of its parts: strings and numbers in, a string out
    return (...parts: unknown[]) => together(words(...parts));
  }
  if (Array.isArray(words)) return words.map(together);
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, one]) => [name, together(one)]));
}
