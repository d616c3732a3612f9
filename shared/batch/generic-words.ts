// Words that many headers hold whatever the column is about (ระดับการศึกษา, birth date, how long): alone they say nothing. They
// make a column a field as the whole header, or together with a word that only this field has.
import type { CsvField } from '../survey/fields/names-in-files.ts';
import { birthWord } from './birth-dates.ts';
import { holdsWord } from './header-words.ts';

interface Generic {
  readonly words: readonly string[];
  readonly with: readonly string[];
}

/** Whole synonyms that are generic: a header that only contains them is none of the field's. */
export const genericNames: readonly string[] =
  'ระดับ|จำนวน|จำนวนคน|วันที่|เวลา|ปัญหา|เรื่อง|พื้นที่|ประเภท|ด้าน|level|date|time|number|people|title|issue|type|group|source|mode|method|area|long|name|program'.split(
    '|',
  );

const generic = {
  severity: {
    words: ['ระดับ', 'level'],
    with: 'รุนแรง|เร่งด่วน|เดือดร้อน|ผลกระทบ|ปัญหา|severity|urgency|priority|problem|issue|impact'.split(
      '|',
    ),
  },
  affected: {
    words: ['จำนวน', 'number', 'people', 'persons'],
    with: 'เดือดร้อน|ผลกระทบ|ประสบปัญหา|ประสบภัย|affected|impacted|suffering'.split('|'),
  },
  day: {
    words: ['วันที่', 'วันสำรวจ', 'เวลา', 'date', 'time', 'day'],
    with: 'สำรวจ|เก็บข้อมูล|ที่พบ|พบปัญหา|ลงพื้นที่|แจ้ง|รายงาน|บันทึก|สัมภาษณ์|ร้องเรียน|survey|collected|collection|interview|visit|report|reported|found|problem|issue|submission|submitted|complaint|recorded'.split(
      '|',
    ),
  },
  title: {
    words: ['ปัญหา', 'เรื่อง', 'title', 'issue'],
    with: 'ที่พบ|ประสบ|อุปสรรค|ร้องเรียน|ร้องทุกข์|เดือดร้อน|หัวข้อ|ประเด็น|problem|complaint|reported|main'.split(
      '|',
    ),
  },
  respondent: {
    words: ['ประเภท', 'กลุ่ม', 'type', 'group'],
    with: 'ผู้ตอบ|ผู้ให้ข้อมูล|ผู้แจ้ง|respondent|informant'.split('|'),
  },
  strategy: { words: ['ด้าน', 'area'], with: ['ยุทธศาสตร์', 'strategy', 'strategic'] },
} as const satisfies Readonly<Partial<Record<CsvField, Generic>>>;
// its own keys, which Object.entries only knows as texts
const entries = Object.entries(generic) as readonly (readonly [keyof typeof generic, Generic])[];

/** Beside a generic word they say that the column is about something else. */
const forbidding =
  'การศึกษา|รายได้|พึงพอใจ|ครัวเรือน|อายุ|น้ำ|เงิน|งบ|บาท|ไร่|แก้ไข|เสร็จ|ปรับปรุง|หมดอายุ|education|income|satisfaction|household|age|job|water|update|updated|resolved|solved|closed|due|expiry|expected|budget|modified'.split(
    '|',
  );

/** Something else than the field is meant, whatever generic word stands beside it. */
export function isForbidden(key: string, words: ReadonlySet<string>): boolean {
  return birthWord(key, words) || forbidding.some((word) => holdsWord(word, key, words));
}

export interface GenericClaim {
  readonly field: CsvField;
  /** characters of the header that speak for the field */
  readonly matched: number;
}

/** The fields that a generic word and a specific one beside it speak for. */
export function genericClaims(key: string, words: ReadonlySet<string>): readonly GenericClaim[] {
  const found = entries.flatMap(([field, { words: names, with: specific }]) => {
    const name = longestOf(names, key, words);
    if (name === null) return [];
    const beside = longestOf(specific, key.replace(name, ' '), words)?.length ?? 0;
    const all = isNothingElse(names, key) ? key.length : 0;
    const matched = Math.max(all, beside > 0 ? name.length + beside : 0);
    return matched > 0 ? [{ field, matched }] : [];
  });
  return found.length > 0 && !isForbidden(key, words) ? found : [];
}

/** `Date/Time`, `number of people`, `จำนวน`: the whole header is generic words of one field. A bare number may be anything. */
function isNothingElse(names: readonly string[], key: string): boolean {
  if (key === 'number') return false;
  const rest = [...names, 'และ', 'of', 'and', 'the']
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, ''), key);
  return /^[/&,.\-+]*$/.test(rest);
}

function longestOf(
  names: readonly string[],
  key: string,
  words: ReadonlySet<string>,
): string | null {
  const held = names.filter((name) => holdsWord(name, key, words));
  return held.reduce<string | null>((a, b) => (a === null || b.length > a.length ? b : a), null);
}
