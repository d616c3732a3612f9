// The results in the rows of one project: what is to be reported, and what is wrong with it.
import { fiscalYearOfDay } from '../../shared/plan/fiscal-years.ts';
import { judgeResult } from '../../shared/plan/judge-project.ts';
import type { SaidOfResult } from '../../shared/plan/read-plan-row.ts';
import {
  asChanged,
  blame,
  columnAt,
  type Ground,
  headerOf,
  type Judging,
  note,
} from './plan-row.ts';
import { mostResults, type StoredProject, type StoredResult } from './project.model.ts';

export type ResultToReport = Omit<StoredResult, 'by' | 'at'>;

interface OfProject {
  readonly content: Pick<StoredProject, 'start' | 'end'>;
  readonly before: StoredProject | undefined;
  readonly ground: Ground;
}

/** Those that say something new. */
export function judgeResults(rows: readonly Judging[], of: OfProject): ResultToReport[] {
  const seen = new Map<string, string>();
  const inFile: ResultToReport[] = [];
  const reported: ResultToReport[] = [];
  let fresh = 0;
  for (const row of rows) {
    if (!row.result) continue;
    const key = `${row.result.year} ${row.result.indicator}`;
    const text = JSON.stringify(row.result);
    const twin = seen.get(key);
    seen.set(key, text);
    if (twin !== undefined) {
      const column = headerOf('year', of.ground);
      if (twin !== text) row.reasons.push({ code: 'result-twice', column });
      continue;
    }
    const was = of.before?.results.find((one) => `${one.year} ${one.indicator}` === key);
    const result = resultOf(row, row.result, was, { ...of, inFile });
    if (!result) continue;
    inFile.push(result);
    row.isNew ||= !was;
    fresh += was ? 0 : 1;
    if ((of.before?.results.length ?? 0) + fresh > mostResults)
      blame([row], 'indicator', of.ground, 'too-many', String(mostResults));
    for (const fault of judgeResult(result, of.content))
      blame([row], columnAt(fault.pointer), of.ground, fault.code, fault.value);
    if (noteResult(row, result, was)) reported.push(result);
  }
  return reported;
}

/** What a row leaves out is as it was, or as in another year of the same indicator; undefined: something is missing. */
function resultOf(
  row: Judging,
  said: SaidOfResult,
  was: StoredResult | undefined,
  { content, before, ground, inFile }: OfProject & { readonly inFile: readonly ResultToReport[] },
): ResultToReport | undefined {
  const others: readonly ResultToReport[] = [...inFile, ...(before?.results ?? [])];
  const known = was ?? others.find(({ indicator }) => indicator === said.indicator);
  const usual = { ...pick(known, alsoInOtherYears), ...pick(was, ofTheYear) };
  const whole = { ...absent(content), ...usual, ...said };
  if (isWhole(whole)) return whole;
  for (const [field, column] of needed)
    if (whole[field] === undefined) blame([row], column, ground, 'missing');
  return undefined;
}

const alsoInOtherYears = ['nameTh', 'nameEn', 'unit', 'baseline', 'baselineYear'] as const;
const ofTheYear = ['target', 'reached', 'note'] as const;
const needed = [
  ['nameTh', 'indicatorTh'],
  ['unit', 'unit'],
  ['target', 'target'],
] as const;

type Said = Partial<ResultToReport> & Pick<ResultToReport, 'year' | 'indicator'>;

const isWhole = (result: Said): result is ResultToReport =>
  needed.every(([field]) => result[field] !== undefined);

const absent = ({ start }: OfProject['content']) => ({
  nameEn: null,
  baseline: null,
  baselineYear: fiscalYearOfDay(start) - 1,
  reached: null,
  note: null,
});

function pick<K extends keyof ResultToReport>(
  result: ResultToReport | undefined,
  fields: readonly K[],
): Partial<Pick<ResultToReport, K>> {
  if (!result) return {};
  // of the fields that were asked for
  return Object.fromEntries(fields.map((field) => [field, result[field]])) as Pick<
    ResultToReport,
    K
  >;
}

/** Whether it changes anything. */
function noteResult(row: Judging, result: ResultToReport, was: StoredResult | undefined): boolean {
  const count = row.changes.length;
  for (const [field, value] of Object.entries(result)) {
    if (field === 'year' || field === 'indicator') continue;
    const before = asChanged(was?.[field as keyof StoredResult]); // a result's own fields
    note(row, `result:${field}`, before, asChanged(value) ?? '');
  }
  return row.changes.length > count;
}
