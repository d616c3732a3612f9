// What is wrong with a rejected row, in the words that stand in a file of rejects. (The pages' words, for every code, are in
// client/i18n; the server speaks only in this file.)
import type { Lang } from '../text/names.ts';
import { limitText as limit, rangeWords } from './range-words.ts';
import type { ErrorCode } from './violation.ts';

type Parameters = Readonly<Record<string, unknown>>;
type Words = Readonly<Record<Lang, (parameters: Parameters) => string>>;

const quoted = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `“${value}” ` : '';

const words: Readonly<Record<ErrorCode, Words>> = {
  'missing-province': { th: () => 'ไม่มีจังหวัด ใส่ชื่อจังหวัด', en: () => 'No province: enter one' },
  'unknown-province': {
    th: ({ value }) => `${quoted(value)}ไม่ตรงกับชื่อจังหวัดใดใน 77 จังหวัด`,
    en: ({ value }) => `${quoted(value)}matches none of the 77 provinces`,
  },
  'ambiguous-province': {
    th: ({ value }) => `${quoted(value)}เป็นได้หลายจังหวัด ใส่ชื่อเต็มของจังหวัดเดียว`,
    en: ({ value }) => `${quoted(value)}could be several provinces: enter the full name of one`,
  },
  'missing-title': {
    th: () => 'ไม่มีหัวข้อปัญหา ถ้าผู้ตอบไม่มีปัญหา ไม่ต้องส่งแถวนี้',
    en: () => 'No problem given: a row of somebody who has none can stay out',
  },
  'text-too-long': {
    th: ({ limit }) => `ข้อความยาวเกิน${limit === undefined ? '' : ` ${limit} ตัวอักษร`} ตัดให้สั้นลง`,
    en: ({ limit }) =>
      `Text too long${limit === undefined ? '' : ` (at most ${limit} characters)`}: shorten it`,
  },
  'id-conflict': {
    th: ({ otherRow }) =>
      otherRow === undefined
        ? 'มีแบบสำรวจรหัสนี้อยู่แล้วแต่เนื้อหาต่างกัน'
        : `รหัสซ้ำกับแถวที่ ${otherRow} แต่เนื้อหาต่างกัน`,
    en: ({ otherRow }) =>
      otherRow === undefined
        ? 'Another response is stored under this id'
        : `Same id as row ${otherRow}, with different content`,
  },
  'invalid-date': {
    th: ({ value, readsAs }) =>
      readsAs
        ? `${quoted(value)}เขียนวันกับเดือนสลับลำดับจากแถวอื่น แก้ให้ลำดับเดียวกัน`
        : `${quoted(value)}ไม่ใช่วันที่ในปฏิทิน ตรวจวัน เดือน ปี`,
    en: ({ value, readsAs }) =>
      readsAs
        ? `${quoted(value)}has day and month in another order than the rest: write them in one order`
        : `${quoted(value)}is not a day of the calendar: check day, month and year`,
  },
  'date-in-future': { th: () => 'วันที่อยู่หลังวันนี้', en: () => 'The date is after today' },
  'severity-out-of-range': {
    th: ({ value }) => `${quoted(value)}ไม่อยู่ในระดับ 1 ถึง 5`,
    en: ({ value }) => `${quoted(value)}is not within 1 to 5`,
  },
  'severity-invalid': {
    th: ({ value }) => `${quoted(value)}ไม่ใช่ระดับความรุนแรง ใช้เลข 1 ถึง 5`,
    en: ({ value }) => `${quoted(value)}is not a severity: use 1 to 5`,
  },
  'column-count': {
    th: ({ cells, expected }) =>
      `แถวนี้มี ${cells} ช่อง หัวตารางมี ${expected} ช่อง ตรวจเครื่องหมายคั่นในข้อความ`,
    en: ({ cells, expected }) =>
      `${cells} cells, but the header has ${expected}: check the separators in the text`,
  },
  'unterminated-quote': {
    th: ({ openedAt, lost }) =>
      `เครื่องหมายคำพูดเปิดที่บรรทัด ${openedAt} แล้วไม่ปิด ไม่ได้อ่าน ${lost} บรรทัดถัดไป`,
    en: ({ openedAt, lost }) =>
      `A quotation mark opened on line ${openedAt} is not closed; ${lost} lines after it were not read`,
  },
  'issues-count': {
    th: () => 'จำนวนปัญหาต้องอยู่ระหว่าง 1 ถึง 20',
    en: () => 'There must be 1 to 20 problems',
  },
  'outside-scope': {
    th: () => 'จังหวัดนี้อยู่นอกพื้นที่ที่บัญชีนี้ดูแล',
    en: () => 'This province is outside your area',
  },
  'wrong-type': { th: () => 'ชนิดข้อมูลไม่ถูกต้อง', en: () => 'Wrong kind of value' },
  'answer-missing': { th: () => 'ต้องตอบข้อนี้', en: () => 'This has to be answered' },
  'not-an-option': {
    th: ({ value }) => `${quoted(value)}ไม่ใช่คำตอบข้อใดของคำถามนี้`,
    en: ({ value }) => `${quoted(value)}is none of the answers to this question`,
  },
  'not-a-number': {
    th: ({ value }) => `${quoted(value)}ไม่ใช่ตัวเลข`,
    en: ({ value }) => `${quoted(value)}is not a number`,
  },
  'out-of-range': {
    th: ({ value, min, max }) => `${limit(value, 'th')} ${rangeWords({ min, max }, 'th')}`,
    en: ({ value, min, max }) => `${limit(value, 'en')} ${rangeWords({ min, max }, 'en')}`,
  },
  'issue-id-invalid': {
    th: ({ why }) =>
      why === 'twice' ? 'รหัสของปัญหาซ้ำกัน' : 'รหัสของปัญหาใช้ได้เฉพาะ A–Z a–z 0–9 _ - ไม่เกิน 32 ตัว',
    en: ({ why }) =>
      why === 'twice'
        ? 'Two problems have the same id'
        : 'The id of a problem is 1 to 32 of A–Z a–z 0–9 _ -',
  },
  'photos-count': {
    th: ({ max }) => (max === 0 ? 'รอบนี้ไม่รับภาพถ่าย' : `ปัญหาหนึ่งแนบภาพได้ไม่เกิน ${max} ภาพ`),
    en: ({ max }) =>
      max === 0 ? 'This round takes no photos' : `A problem can have at most ${max} photos`,
  },
  'unknown-field': { th: () => 'มีช่องที่ระบบไม่รู้จัก', en: () => 'Unknown field' },
};

/** The code itself for what is no error. */
export function violationWords(
  violation: { readonly code: string } & Parameters,
  lang: Lang,
): string {
  const known = Object.hasOwn(words, violation.code)
    ? words[violation.code as ErrorCode]
    : undefined;
  return known?.[lang](violation).trim() ?? violation.code;
}
