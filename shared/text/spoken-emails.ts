// E-mail addresses written so that a machine does not see them: `somsri (at) example.com`, สมศรีแอทจีเมลดอทคอม.
import type { Cut } from './cut.ts';

const dot = '(?: ?(?:\\.|\\(dot\\)|\\[dot\\]| dot | ?ดอ[ตท]์? ?| ?จุด ?) ?)';
const bracketed = '(?:\\(at\\)|\\[at\\]|\\{at\\}|<at>)';
const latin = new RegExp(
  `[a-z0-9._%+-]{1,64} ?${bracketed} ?[a-z0-9-]{1,63}(?:${dot}[a-z0-9-]{2,63}){1,4}`,
  'g',
);
const provider =
  'จีเมล์?|เมล์?|ฮอ[ตท]เมล์?|เอา[ทต]์?ลุ[กค]|ยาฮู|ไอคลาว[ดท]์?|gmail|hotmail|outlook|yahoo|icloud|[a-z0-9-]{2,63}';
const ending = 'คอม|เน็ต|โออาร์จี|ซีโอ|โค|ทีเอช|com|net|org|co|th|go|ac|or';
const thai = new RegExp(
  `[ก-๙a-z0-9._-]{1,40} ?(?:แอ็?[ทดต]|@) ?(?:${provider})(?:${dot}(?:${ending})){1,3}`,
  'g',
);
// what neither can be without: the patterns try every place of the text, these words are found at once
const latinSign = /[([{<]at[)\]}>]/;
const thaiSign = /@|แอ็?[ทดต]/;

/** `text` as `narrow` leaves it. */
export function findSpokenEmails(text: string): Cut[] {
  if (!/\bat[)\]}>]|แอ|ดอ[ตท]|จุด/.test(text)) return [];
  const found = [
    ...(latinSign.test(text) ? text.matchAll(latin) : []),
    ...(thaiSign.test(text) ? text.matchAll(thai) : []),
  ];
  if (found.length === 0) return [];
  return found
    .map((one) => ({
      start: one.index,
      end: one.index + one[0].length,
      code: 'pii-email' as const,
    }))
    .sort((a, b) => a.start - b.start)
    .filter((cut, at, all) => at === 0 || cut.start >= (all[at - 1]?.end ?? 0));
}
