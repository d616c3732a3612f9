// The columns of a file of the plan: a row is a project, a result of one, or both. The same names are written and read.
import { headerKey } from '../batch/header-key.ts';
import { buddhistYears } from '../text/calendar.ts';
import type { Lang, Names } from '../text/names.ts';
import { toWesternDigits } from '../text/thai.ts';

/** of the project, in the order in which they are written; years of the budget stand behind them */
export const projectColumns = [
  'nameTh',
  'nameEn',
  'subPlans',
  'office',
  'provinces',
  'start',
  'end',
  'state',
] as const;
/** of a result */
export const resultColumns = [
  'year',
  'indicator',
  'indicatorTh',
  'indicatorEn',
  'unit',
  'baseline',
  'baselineYear',
  'target',
  'reached',
  'note',
] as const;
export type BudgetColumn = `budget ${number}`;
export type ProjectColumn = (typeof projectColumns)[number];
export type ResultColumn = (typeof resultColumns)[number];
export type PlanColumn = 'code' | ProjectColumn | ResultColumn | BudgetColumn;

interface Header extends Names {
  /** what people write instead */
  readonly more: readonly string[];
}

const headers: Readonly<Record<Exclude<PlanColumn, BudgetColumn>, Header>> = {
  code: { th: 'รหัสโครงการ', en: 'code', more: ['รหัส', 'projectcode', 'projectid'] },
  nameTh: { th: 'ชื่อโครงการ', en: 'nameTh', more: ['โครงการ', 'project', 'name', 'projectname'] },
  nameEn: { th: 'ชื่อโครงการภาษาอังกฤษ', en: 'nameEn', more: ['englishname', 'ชื่ออังกฤษ'] },
  subPlans: { th: 'แผนงานย่อย', en: 'subPlans', more: ['subplan', 'แผนงาน'] },
  office: {
    th: 'สำนักงาน',
    en: 'office',
    more: ['หน่วยงาน', 'หน่วยงานเจ้าของ', 'หน่วยงานรับผิดชอบ', 'สำนักงานเจ้าของ', 'owner'],
  },
  provinces: { th: 'จังหวัด', en: 'provinces', more: ['province', 'พื้นที่', 'พื้นที่ดำเนินการ'] },
  start: { th: 'วันเริ่ม', en: 'start', more: ['วันที่เริ่ม', 'เริ่ม', 'startdate', 'from'] },
  end: { th: 'วันสิ้นสุด', en: 'end', more: ['วันที่สิ้นสุด', 'สิ้นสุด', 'enddate', 'until', 'to'] },
  state: { th: 'สถานะ', en: 'state', more: ['status'] },
  year: { th: 'ปีงบประมาณ', en: 'year', more: ['ปี', 'fiscalyear'] },
  indicator: { th: 'รหัสตัวชี้วัด', en: 'indicator', more: ['kpi', 'indicatorkey'] },
  indicatorTh: { th: 'ตัวชี้วัด', en: 'indicatorTh', more: ['ชื่อตัวชี้วัด', 'indicatorname'] },
  indicatorEn: { th: 'ตัวชี้วัดภาษาอังกฤษ', en: 'indicatorEn', more: [] },
  unit: { th: 'หน่วยนับ', en: 'unit', more: ['หน่วย'] },
  baseline: { th: 'ค่าฐาน', en: 'baseline', more: ['ค่าตั้งต้น'] },
  baselineYear: { th: 'ปีของค่าฐาน', en: 'baselineYear', more: ['ปีฐาน'] },
  target: { th: 'เป้าหมาย', en: 'target', more: ['ค่าเป้าหมาย'] },
  reached: {
    th: 'ผลที่ได้',
    en: 'reached',
    more: ['ผล', 'ผลงาน', 'actual', 'result', 'ผลการดำเนินงาน'],
  },
  note: { th: 'หมายเหตุ', en: 'note', more: ['notes', 'remark'] },
};

// Object.entries forgets what the record's keys are
const byHeader = new Map(
  (Object.entries(headers) as [Exclude<PlanColumn, BudgetColumn>, Header][]).flatMap(
    ([column, { more, ...names }]) =>
      [...Object.values(names), ...more].map((word) => [headerKey(word), column] as const),
  ),
);

const budgetHeader = /^(?:งบ|งบประมาณ|budget)(?:ปี|ปีงบประมาณ|fy)?(\d{4})(?:บาท|baht)?$/;

export function findPlanColumn(header: string): PlanColumn | undefined {
  const key = headerKey(header);
  const year = budgetHeader.exec(toWesternDigits(key).replace(/[.()]/g, ''))?.[1];
  return year === undefined ? byHeader.get(key) : `budget ${toBuddhist(Number(year))}`;
}

/** As it is written, in Thai or English. */
export function planHeader(column: PlanColumn, lang: Lang): string {
  const year = budgetYearOf(column);
  if (year !== null) return { th: `งบ ${year}`, en: `budget ${year}` }[lang];
  return headers[column as Exclude<PlanColumn, BudgetColumn>][lang];
}

/** null: no column of the budget */
export const budgetYearOf = (column: PlanColumn): number | null =>
  column.startsWith('budget ') ? Number(column.slice('budget '.length)) : null;

/** Fiscal years of the Common Era are known by their size. */
export const toBuddhist = (year: number): number => (year < 2400 ? year + buddhistYears : year);
