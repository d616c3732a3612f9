// One row of a file of the plan: what it says of a project and of a result, or what in it cannot be read. An empty cell says nothing.
import * as v from 'valibot';
import type { Office } from '../api/offices.ts';
import { indicatorKey, NewProject, type ProjectState } from '../api/plan.ts';
import type { PlanRowFault } from '../api/plan-file.ts';
import type { SmallTable, TableRecord } from '../batch/small-table.ts';
import { findOfficeIn } from '../people/find-office.ts';
import { findProvince } from '../places/find-province.ts';
import type { SubPlan } from '../survey/definition.ts';
import { findSubPlan } from '../survey/round-words.ts';
import { parseDay } from '../text/dates.ts';
import { parseNumber } from '../text/numbers.ts';
import { toWesternDigits } from '../text/thai.ts';
import { budgetYearOf, type PlanColumn, planHeader, toBuddhist } from './plan-columns.ts';

export interface PlanReason {
  readonly code: PlanRowFault;
  /** the column's own header; its usual name where the file has none */
  readonly column: string;
  readonly value?: string;
}

/** what a row says of a project; what it does not say is not there */
export type SaidOfProject = Partial<Omit<NewProject, 'code'>>;

export interface SaidOfResult {
  readonly year: number;
  readonly indicator: string;
  readonly nameTh?: string;
  readonly nameEn?: string;
  readonly unit?: string;
  readonly baseline?: number;
  readonly baselineYear?: number;
  readonly target?: number;
  readonly reached?: number;
  readonly note?: string;
}

export interface PlanRowRead {
  readonly record: TableRecord<PlanColumn>;
  /** the project's id; empty: the row names none */
  readonly id: string;
  readonly code: string;
  readonly project: SaidOfProject;
  readonly result: SaidOfResult | null;
  readonly reasons: PlanReason[];
}

export interface PlanNames {
  readonly offices: readonly Office[];
  /** of every round */
  readonly subPlans: readonly SubPlan[];
}

/** no day of a plan is in the future as a report's would be */
const anyDay = '2200-12-31';
const everywhere = /^(?:all|everywhere|ทั้งหมด|ทั้งประเทศ|ทุกจังหวัด|ทั่วประเทศ)$/i;
const several = /[,;|\n]|\s\/\s/;

const states: Readonly<Record<ProjectState, readonly string[]>> = {
  planned: ['planned', 'ยังไม่เริ่ม', 'วางแผน', 'อยู่ในแผน', 'วางแผนไว้'],
  running: ['running', 'กำลังดำเนินการ', 'ดำเนินการ', 'กำลังดำเนินงาน', 'ongoing'],
  finished: ['finished', 'เสร็จสิ้น', 'แล้วเสร็จ', 'เสร็จแล้ว', 'done', 'completed'],
  retired: ['retired', 'ยกเลิก', 'ยุติ', 'เลิกแล้ว', 'cancelled', 'canceled'],
};

export function readPlanRow(
  record: TableRecord<PlanColumn>,
  headers: SmallTable<PlanColumn>['headers'],
  names: PlanNames,
): PlanRowRead {
  const reasons: PlanReason[] = [];
  const cells = cellReader(record, headers, reasons);
  const code = cells.text('code') ?? '';
  if (code === '') reasons.push(cells.fault('missing', 'code'));
  else if (!v.is(NewProject.entries.code, code)) cells.wrong('unreadable', 'code', code);
  const project = readProject(record, cells, names);
  return { record, id: code.toLowerCase(), code, project, result: readResult(cells), reasons };
}

type Cells = ReturnType<typeof cellReader>;

function cellReader(
  { cells }: TableRecord<PlanColumn>,
  headers: SmallTable<PlanColumn>['headers'],
  reasons: PlanReason[],
) {
  const fault = (code: PlanRowFault, column: PlanColumn, value?: string): PlanReason => ({
    code,
    column: headers[column] || planHeader(column, 'en'),
    ...(value !== undefined && { value }),
  });
  const wrong = (code: PlanRowFault, column: PlanColumn, value?: string) => {
    reasons.push(fault(code, column, value));
    return undefined;
  };
  const text = (column: PlanColumn): string | undefined => cells[column] || undefined;
  const read = <T>(
    column: PlanColumn,
    reader: (text: string) => T | null | undefined,
    code: PlanRowFault = 'unreadable',
  ): T | undefined => {
    const given = text(column);
    if (given === undefined) return undefined;
    return reader(given) ?? wrong(code, column, given);
  };
  const list = (
    column: PlanColumn,
    find: (text: string) => string | undefined,
    code: PlanRowFault,
  ) =>
    text(column)
      ?.split(several)
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .flatMap((one) => find(one) ?? wrong(code, column, one) ?? []);
  return { fault, wrong, text, read, list };
}

function readProject(
  { cells: given }: TableRecord<PlanColumn>,
  cells: Cells,
  { offices, subPlans }: PlanNames,
): SaidOfProject {
  const { read, list, text } = cells;
  const said = {
    nameTh: read('nameTh', upTo(300)),
    nameEn: read('nameEn', upTo(300)),
    subPlans: list('subPlans', (one) => findIn(subPlans, one), 'unknown-sub-plan'),
    office: read('office', (one) => findOfficeIn(offices, one)?.id, 'unknown-office'),
    provinces: everywhere.test(text('provinces') ?? '')
      ? ('all' as const)
      : list('provinces', provinceOf, 'unknown-province'),
    start: read('start', day),
    end: read('end', day),
    state: read('state', findState),
  };
  const years = Object.keys(given).flatMap((name) => {
    const column = name as PlanColumn; // the keys are the columns that were found
    const year = budgetYearOf(column);
    const baht = year === null ? undefined : read(column, notNegative);
    return baht === undefined ? [] : [[String(year), baht] as const];
  });
  return whatIsThere({ ...said, budget: years.length > 0 ? Object.fromEntries(years) : undefined });
}

/** A result has an indicator and a year; other cells of one without them are told. */
function readResult(cells: Cells): SaidOfResult | null {
  const { read, text, wrong } = cells;
  const said = {
    nameTh: read('indicatorTh', upTo(300)),
    nameEn: read('indicatorEn', upTo(300)),
    unit: read('unit', upTo(60)),
    baseline: read('baseline', parseNumber),
    baselineYear: read('baselineYear', fiscalYear),
    target: read('target', parseNumber),
    reached: read('reached', parseNumber),
    note: read('note', upTo(1000)),
  };
  const year = read('year', fiscalYear);
  const indicator = read('indicator', (one) => (indicatorKey.test(one) ? one : null));
  if (year !== undefined && indicator !== undefined)
    return { year, indicator, ...whatIsThere(said) };
  const isMeant = Object.values(said).some((value) => value !== undefined) || text('indicator');
  if (isMeant && text('indicator') === undefined) wrong('missing', 'indicator');
  if (isMeant && text('year') === undefined) wrong('missing', 'year');
  return null;
}

function findState(text: string): ProjectState | undefined {
  const key = text.toLowerCase();
  // Object.entries forgets what the record's keys are
  const found = Object.entries(states).find(([, words]) => words.includes(key));
  return found?.[0] as ProjectState | undefined;
}

/** A slot that nobody has named yet is known by its id alone. */
const findIn = (subPlans: readonly SubPlan[], text: string): string | undefined =>
  (findSubPlan(text, subPlans) ?? subPlans.find(({ id }) => id === text))?.id;

const provinceOf = (text: string): string | undefined => {
  const found = findProvince(text);
  return 'code' in found ? found.code : undefined;
};

const upTo = (most: number) => (text: string) => (text.length <= most ? text : null);
const day = (text: string) => parseDay(text, anyDay).day;

function notNegative(text: string): number | null {
  const value = parseNumber(text);
  return value === null || value < 0 ? null : value;
}

function fiscalYear(text: string): number | null {
  const year = toBuddhist(Number(/^(?:ปี|พ\.ศ\.|fy)?\s*(\d{4})$/i.exec(toWesternDigits(text))?.[1]));
  return year >= 2500 && year <= 2699 ? year : null;
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const whatIsThere = <T extends object>(said: T): Given<T> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Given<T>;
