// The columns of a file of the plan: a row is a project, a result of one, or both. The same names are written and read.
import { headerKey } from '../batch/header-key.ts';
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

/** the first of each language is the one that is written */
const headers: Readonly<Record<Exclude<PlanColumn, BudgetColumn>, readonly string[]>> = {
  code: ['รหัสโครงการ', 'code', 'รหัส', 'projectcode', 'projectid'],
  nameTh: ['ชื่อโครงการ', 'nameTh', 'โครงการ', 'project', 'name', 'projectname'],
  nameEn: ['ชื่อโครงการภาษาอังกฤษ', 'nameEn', 'englishname', 'ชื่ออังกฤษ'],
  subPlans: ['แผนงานย่อย', 'subPlans', 'subplan', 'แผนงาน'],
  office: ['สำนักงาน', 'office', 'หน่วยงาน', 'หน่วยงานเจ้าของ', 'หน่วยงานรับผิดชอบ', 'owner'],
  provinces: ['จังหวัด', 'provinces', 'province', 'พื้นที่', 'พื้นที่ดำเนินการ'],
  start: ['วันเริ่ม', 'start', 'วันที่เริ่ม', 'เริ่ม', 'startdate', 'from'],
  end: ['วันสิ้นสุด', 'end', 'วันที่สิ้นสุด', 'สิ้นสุด', 'enddate', 'until', 'to'],
  state: ['สถานะ', 'state', 'status'],
  year: ['ปีงบประมาณ', 'year', 'ปี', 'fiscalyear'],
  indicator: ['รหัสตัวชี้วัด', 'indicator', 'kpi', 'indicatorkey'],
  indicatorTh: ['ตัวชี้วัด', 'indicatorTh', 'ชื่อตัวชี้วัด', 'indicatorname'],
  indicatorEn: ['ตัวชี้วัดภาษาอังกฤษ', 'indicatorEn'],
  unit: ['หน่วยนับ', 'unit', 'หน่วย'],
  baseline: ['ค่าฐาน', 'baseline', 'ค่าตั้งต้น'],
  baselineYear: ['ปีของค่าฐาน', 'baselineYear', 'ปีฐาน'],
  target: ['เป้าหมาย', 'target', 'ค่าเป้าหมาย'],
  reached: ['ผลที่ได้', 'reached', 'ผล', 'ผลงาน', 'actual', 'result', 'ผลการดำเนินงาน'],
  note: ['หมายเหตุ', 'note', 'notes', 'remark'],
};

// Object.entries forgets what the record's keys are
const byHeader = new Map(
  (Object.entries(headers) as [Exclude<PlanColumn, BudgetColumn>, readonly string[]][]).flatMap(
    ([column, words]) => words.map((word) => [headerKey(word), column] as const),
  ),
);

const budgetHeader = /^(?:งบ|งบประมาณ|budget)(?:ปี|ปีงบประมาณ|fy)?(\d{4})(?:บาท|baht)?$/;

export function findPlanColumn(header: string): PlanColumn | undefined {
  const key = headerKey(header);
  const year = budgetHeader.exec(toWesternDigits(key).replace(/[.()]/g, ''))?.[1];
  return year === undefined ? byHeader.get(key) : `budget ${toBuddhist(Number(year))}`;
}

/** As it is written, in Thai or English. */
export function planHeader(column: PlanColumn, lang: 'th' | 'en'): string {
  const year = budgetYearOf(column);
  if (year !== null) return lang === 'th' ? `งบ ${year}` : `budget ${year}`;
  const words = headers[column as Exclude<PlanColumn, BudgetColumn>];
  return words[lang === 'th' ? 0 : 1] ?? column;
}

/** null: no column of the budget */
export const budgetYearOf = (column: PlanColumn): number | null =>
  column.startsWith('budget ') ? Number(column.slice('budget '.length)) : null;

/** Fiscal years of the Common Era are known by their size. */
export const toBuddhist = (year: number): number => (year < 2400 ? year + 543 : year);
