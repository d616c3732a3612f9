// Values that stand for a code: strategy, respondent type, severity. Whole cells only (น้อย is the beginning
// of น้อยที่สุด); what is not known stays text.

import { isNoAnswer } from '../text/no-answer.ts';
import { toWesternDigits } from '../text/thai.ts';
import type { RespondentType } from './response.ts';
import { type Strategy, strategies, strategyNames } from './strategies.ts';

/** เอกชน and other organisations are agencies: the survey knows agencies and citizens only. */
const respondentValues: Readonly<Record<RespondentType, string>> = {
  agency:
    'agency agencies government organisation organization company หน่วยงาน หน่วยงานรัฐ หน่วยงานของรัฐ หน่วยงานภาครัฐ หน่วยงานราชการ หน่วยงานเอกชน หน่วยงานภาคเอกชน ภาครัฐ ราชการ ส่วนราชการ รัฐวิสาหกิจ อปท อบต อบจ เทศบาล องค์กร โรงเรียน โรงพยาบาล รพสต ภาคเอกชน เอกชน บริษัท มูลนิธิ สมาคม',
  citizen:
    'citizen citizens public generalpublic individual ประชาชน ประชาชนทั่วไป ภาคประชาชน บุคคลทั่วไป ชาวบ้าน ผู้นำชุมชน',
};

/** Two spellings of one word come to the same. */
export const foldSpelling = (text: string): string =>
  toWesternDigits(text)
    .toLowerCase()
    .replaceAll('ดิจิตอล', 'ดิจิทัล')
    .replace(/[\s.\-_:()"'“”]/g, '');

const respondents = new Map<string, RespondentType>(
  (['agency', 'citizen'] as const).flatMap((type) =>
    respondentValues[type].split(' ').map((value) => [value, type] as const),
  ),
);

/** `text` is normalised. */
export function findRespondentType(text: string): RespondentType | undefined {
  return respondents.get(foldSpelling(text));
}

const strategyKeys = new Map<string, Strategy>();
for (const strategy of strategies) {
  const { no, name: full, short } = strategyNames[strategy];
  const names = [...Object.values(full), ...Object.values(short)];
  const shorter = [short.th.replace('ดิจิทัล', ''), short.en.replace(/^Digital /, '')];
  for (const name of [strategy, String(no), ...names, ...shorter]) {
    strategyKeys.set(foldSpelling(name), strategy);
  }
}

const ordinal = /^(?:(?:ประเด็น)?ยุทธศาสตร์(?:ที่|ด้าน)?|strategy(?:no)?)?([1-6])(?:ด้าน)?(?=\D|$)/;
const area = /^(?:ยุทธศาสตร์(?:ด้าน|การ)?|ด้าน(?:การ)?|strategy)/;

/** A number, `ยุทธศาสตร์ที่ ๓`, a full or short name, `ด้าน…`, a key; a name beside a number must be that number's. */
export function findStrategy(text: string): Strategy | undefined {
  if (text.length > 200) return undefined;
  const key = foldSpelling(text).replace(/^([1-6])[.]?0$/, '$1');
  const direct = strategyKeys.get(key) ?? strategyKeys.get(key.replace(area, ''));
  if (direct) return direct;
  const [all, no] = ordinal.exec(key) ?? [];
  if (all === undefined || no === undefined) return undefined;
  const byNumber = strategyKeys.get(no);
  const name = key.slice(all.length);
  return name === '' || strategyKeys.get(name) === byNumber ? byNumber : undefined;
}

/** Which end of a severity *number* is the worst. */
export type SeverityDirection = '5-is-most' | '1-is-most';

export interface ParsedSeverity {
  /** 1 (least) to 5 (most) */
  readonly severity: number | null;
  readonly error?: 'severity-out-of-range' | 'severity-invalid';
  readonly warning?: 'severity-missing';
}

const words: ReadonlyMap<string, number> = new Map([
  ['น้อยที่สุด', 1],
  ['น้อย', 2],
  ['ปานกลาง', 3],
  ['มาก', 4],
  ['มากที่สุด', 5],
  // what the levels are called in English, in the form and in exports of it
  ['very low', 1],
  ['low', 2],
  ['medium', 3],
  ['moderate', 3],
  ['high', 4],
  ['very high', 5],
]);
const bareNumber = /^[-+]?\d+(?:[.,]\d+)?$/;
const numberOrWord = /\d+(?:[.,]\d+)?|[ก-๙]+|(?:very )?[a-z]+/g;
const between = /^[\s.,:;=\-–—()[\]{}/]*$/;
const named = /(?:ระดับ(?:ความรุนแรง|ปัญหา)?|ความรุนแรง|level)(?:ที่)? ?/g;

/** `text` is normalised. Words never turn; a number beside a word is turned before the two are compared. */
export function parseSeverity(text: string, direction: SeverityDirection): ParsedSeverity {
  const tidy = toWesternDigits(text).toLowerCase();
  if (isNoAnswer(tidy)) return { severity: null, warning: 'severity-missing' };
  if (tidy.length > 60) return { severity: null, error: 'severity-invalid' };
  const bare = tidy.replace(named, ' ').trim().replace(/^'/, '');
  if (bareNumber.test(bare)) return fromNumber(toNumber(bare), direction);
  const severity = ofLabel(bare, direction);
  return severity === null ? { severity, error: 'severity-invalid' } : { severity };
}

/** `มาก`, `4 (มาก)`, `มาก - 4`: one word, one number or both in any order, with nothing but signs between; both must mean the same. */
function ofLabel(text: string, direction: SeverityDirection): number | null {
  const parts = text.match(numberOrWord) ?? [];
  const isLabel = parts.length <= 2 && between.test(text.replace(numberOrWord, ''));
  const [no, ...moreNumbers] = parts.filter((part) => /^\d/.test(part));
  const [said, ...moreWords] = parts.filter((part) => !/^\d/.test(part));
  const meant = words.get(said ?? '');
  if (!isLabel || meant === undefined || moreNumbers.length + moreWords.length > 0) return null;
  if (no === undefined) return between.test(text.replace(said ?? '', '')) ? meant : null;
  return fromNumber(toNumber(no), direction).severity === meant ? meant : null;
}

/** `3,0` is how a spreadsheet with European settings writes 3. */
const toNumber = (text: string): number => Number(text.replace(',', '.'));

function fromNumber(value: number, direction: SeverityDirection): ParsedSeverity {
  if (!Number.isInteger(value)) return { severity: null, error: 'severity-invalid' };
  if (value < 1 || value > 5) return { severity: null, error: 'severity-out-of-range' };
  return { severity: direction === '1-is-most' ? 6 - value : value };
}
