// A survey definition is data; `checkResponse` is the one interpreter that reads it.
import type { Strategy } from './strategies.ts';

/** One of up to 32 configurable sub-plans (แผนงานย่อย); empty until an administrator enters them. */
export interface SubPlan {
  readonly key: string;
  readonly no: number;
  readonly strategy: Strategy;
  readonly nameTh: string;
  readonly nameEn: string | null;
  readonly active: boolean;
}

export interface SurveyDefinition {
  readonly id: string;
  /** grows with each published change of the questions */
  readonly version: number;
  readonly nameTh: string;
  readonly nameEn: string;
  /** instants, ISO 8601; null = not limited */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  /** true: only approved responses count; false: received ones count too (a citizen's own report always waits for approval) */
  readonly countApprovedOnly: boolean;
  readonly subPlans: readonly SubPlan[];
  /** the core questions every survey has, in the order they are asked; extra ones come later */
  readonly questions: readonly Question[];
}

export interface Question {
  /** JSON pointer into a response; `-` stands for each issue's index: `/issues/-/title` */
  readonly pointer: string;
  readonly kind:
    | 'day'
    | 'province'
    | 'district'
    | 'text'
    | 'position'
    | 'respondent-type'
    | 'strategy'
    | 'sub-plan'
    | 'severity'
    | 'affected';
  readonly labelTh: string;
  readonly labelEn: string;
  readonly required: boolean;
  /** code points after normalisation */
  readonly maxLength?: number;
}

/** The limits of rulings 11 and of the blueprint: one place that knows them. */
export const limits = {
  issues: { min: 1, max: 20 },
  title: 500,
  detail: 10_000,
  text: 300,
  affected: 70_000_000,
} as const;

export const coreQuestions: readonly Question[] = [
  {
    pointer: '/place/province',
    kind: 'province',
    labelTh: 'จังหวัด',
    labelEn: 'Province',
    required: true,
  },
  {
    pointer: '/place/district',
    kind: 'district',
    labelTh: 'อำเภอหรือเขต',
    labelEn: 'District',
    required: false,
    maxLength: limits.text,
  },
  {
    pointer: '/place/subdistrict',
    kind: 'text',
    labelTh: 'ตำบลหรือแขวง',
    labelEn: 'Sub-district',
    required: false,
    maxLength: limits.text,
  },
  {
    pointer: '/place/position',
    kind: 'position',
    labelTh: 'พิกัด',
    labelEn: 'Position',
    required: false,
  },
  { pointer: '/day', kind: 'day', labelTh: 'วันที่สำรวจ', labelEn: 'Survey date', required: false },
  {
    pointer: '/respondent/type',
    kind: 'respondent-type',
    labelTh: 'ผู้ให้ข้อมูลเป็น',
    labelEn: 'Respondent',
    required: false,
  },
  {
    pointer: '/respondent/agency',
    kind: 'text',
    labelTh: 'ชื่อหน่วยงาน',
    labelEn: 'Agency name',
    required: false,
    maxLength: limits.text,
  },
  {
    pointer: '/issues/-/title',
    kind: 'text',
    labelTh: 'หัวข้อปัญหา',
    labelEn: 'Problem',
    required: true,
    maxLength: limits.title,
  },
  {
    pointer: '/issues/-/detail',
    kind: 'text',
    labelTh: 'รายละเอียด',
    labelEn: 'Detail',
    required: false,
    maxLength: limits.detail,
  },
  {
    pointer: '/issues/-/strategy',
    kind: 'strategy',
    labelTh: 'ยุทธศาสตร์',
    labelEn: 'Strategy area',
    required: false,
  },
  {
    pointer: '/issues/-/subPlan',
    kind: 'sub-plan',
    labelTh: 'แผนงานย่อย',
    labelEn: 'Sub-plan',
    required: false,
  },
  {
    pointer: '/issues/-/severity',
    kind: 'severity',
    labelTh: 'ระดับความรุนแรง',
    labelEn: 'Severity',
    required: false,
  },
  {
    pointer: '/issues/-/affected',
    kind: 'affected',
    labelTh: 'จำนวนผู้ได้รับผลกระทบ',
    labelEn: 'People affected',
    required: false,
  },
];
