// An empty file of a round, to be filled in: its columns are what the round asks, under names that are recognised for certain, with the
// lists to choose from, and a row that shows how.
import { provinces } from '../../shared/places/provinces.ts';
import type { Question, SubPlan } from '../../shared/survey/definition.ts';
import { answerKeyOf } from '../../shared/survey/definition.ts';
import { fieldAt } from '../../shared/survey/fields/fields.ts';
import { type CsvField, columnName } from '../../shared/survey/fields/names-in-files.ts';
import { strategies, strategyNames } from '../../shared/survey/strategies.ts';
import { formatDay } from '../../shared/text/format-day.ts';
import { csvLine } from '../../shared/text/formula.ts';
import { hintIn, type Lang, type Names, nameIn } from '../../shared/text/names.ts';

export interface TemplateColumn {
  readonly field: CsvField;
  readonly header: string;
  readonly hint: string;
  /** what may be chosen; empty: anything may be written */
  readonly choices: readonly string[];
  readonly example: string;
}

interface Round {
  readonly questions: readonly Question[];
  readonly subPlans: readonly SubPlan[];
}

interface Writing {
  readonly lang: Lang;
  /** a day that the example may bear, `YYYY-MM-DD` */
  readonly day: string;
}

/** In the order in which the round asks. */
export function templateColumns(round: Round, writing: Writing): TemplateColumn[] {
  return round.questions.flatMap((question) =>
    columnsFor(question).map((field) => ({
      field,
      header: columnName(field, writing.lang, round.questions),
      hint: hintIn(question, writing.lang) ?? '',
      choices: choicesOf(question, round, writing.lang),
      example: exampleOf(field, question, round, writing),
    })),
  );
}

/** As a UTF-8 file with the example as its only row. */
export const templateCsv = (columns: readonly TemplateColumn[]): string =>
  `\uFEFF${csvLine(columns.map(({ header }) => header))}${csvLine(columns.map(({ example }) => example))}`;

function columnsFor(question: Question): readonly CsvField[] {
  const field = fieldAt(question.pointer);
  if (!field) return [`answers/${answerKeyOf(question) ?? ''}`];
  return field.name === 'position' ? ['lat', 'lng'] : [field.name];
}

const respondentTypes: Readonly<Record<Lang, readonly string[]>> = {
  th: ['หน่วยงาน', 'ประชาชน'],
  en: ['Agency', 'Citizen'],
};
const truths: Readonly<Record<Lang, readonly string[]>> = {
  th: ['ใช่', 'ไม่ใช่'],
  en: ['Yes', 'No'],
};

function choicesOf({ kind, options = [] }: Question, { subPlans }: Round, lang: Lang): string[] {
  const inOrder = new Intl.Collator(lang).compare;
  switch (kind) {
    case 'province':
      return provinces.map(({ name }) => name[lang]).toSorted(inOrder);
    case 'strategy':
      return strategies.map((strategy) => strategyNames[strategy].short[lang]);
    case 'sub-plan':
      return subPlans.filter(isOffered).map((plan) => `${plan.code} ${nameIn(plan, lang)}`);
    case 'severity':
      return ['1', '2', '3', '4', '5'];
    case 'respondent-type':
      return [...respondentTypes[lang]];
    case 'yes-no':
      return [...truths[lang]];
    case 'one':
      return options.map((option) => nameIn(option, lang));
    default:
      return [];
  }
}

const isOffered = ({ state, nameTh }: SubPlan): boolean => state === 'active' && nameTh !== '';

const examples: Readonly<Partial<Record<CsvField, Names>>> = {
  province: { th: 'ขอนแก่น', en: 'Khon Kaen' },
  district: { th: 'เมืองขอนแก่น', en: 'Mueang Khon Kaen' },
  subdistrict: { th: 'ในเมือง', en: 'Nai Mueang' },
  lat: { th: '16.4322', en: '16.4322' },
  lng: { th: '102.8236', en: '102.8236' },
  agency: { th: 'เทศบาลนครขอนแก่น', en: 'Khon Kaen City Municipality' },
  title: {
    th: 'ตัวอย่าง ลบแถวนี้ก่อนส่ง: อินเทอร์เน็ตช้าในชั่วโมงเรียน',
    en: 'Example, delete this row before sending: the internet is slow during lessons',
  },
  detail: { th: 'ช้าทุกวันช่วง 9–11 น.', en: 'Slow every day between 9 and 11.' },
  suggestion: { th: 'เพิ่มจุดกระจายสัญญาณ', en: 'Add access points' },
  severity: { th: '4', en: '4' },
  affected: { th: '250', en: '250' },
};

function exampleOf(field: CsvField, question: Question, round: Round, { lang, day }: Writing) {
  const given = examples[field];
  if (given) return given[lang];
  const [first = ''] = choicesOf(question, round, lang);
  if (question.kind === 'day' || question.kind === 'date') return formatDay(day, lang);
  if (question.kind === 'number') return String(question.min ?? 1);
  if (question.kind === 'many')
    return (question.options ?? [])
      .slice(0, 2)
      .map((one) => nameIn(one, lang))
      .join('; ');
  return first;
}
