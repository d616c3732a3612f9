// The results in the rows of one project: what is to be reported, and what is wrong with it.
import { fiscalYearOfDay } from '../../shared/plan/fiscal-years.ts';
import { judgeResult } from '../../shared/plan/judge-project.ts';
import type { SaidOfResult } from '../../shared/plan/read-plan-row.ts';
import { columnOf, type Ground, headerOf, type Judging, note, tell, textOf } from './plan-row.ts';
import type { StoredProject, StoredResult } from './project.model.ts';

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
    for (const fault of judgeResult(result, of.content))
      tell([row], columnOf(fault.pointer), of.ground, fault.code, fault.value);
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
  const nameTh = said.nameTh ?? known?.nameTh;
  const unit = said.unit ?? known?.unit;
  const target = said.target ?? was?.target;
  if (nameTh === undefined) tell([row], 'indicatorTh', ground, 'missing');
  if (unit === undefined) tell([row], 'unit', ground, 'missing');
  if (target === undefined) tell([row], 'target', ground, 'missing');
  if (nameTh === undefined || unit === undefined || target === undefined) return undefined;
  const { year, indicator, nameEn, baseline, baselineYear, reached, note: noted } = said;
  return {
    ...{ year, indicator, nameTh, unit, target },
    nameEn: nameEn ?? known?.nameEn ?? null,
    baseline: baseline ?? known?.baseline ?? null,
    baselineYear: baselineYear ?? known?.baselineYear ?? fiscalYearOfDay(content.start) - 1,
    reached: reached ?? was?.reached ?? null,
    note: noted ?? was?.note ?? null,
  };
}

/** Whether it changes anything. */
function noteResult(row: Judging, result: ResultToReport, was: StoredResult | undefined): boolean {
  const count = row.changes.length;
  for (const [field, value] of Object.entries(result)) {
    if (field === 'year' || field === 'indicator') continue;
    const before = textOf(was?.[field as keyof StoredResult]); // a result's own fields
    note(row, `result:${field}`, before, textOf(value) ?? '');
  }
  return row.changes.length > count;
}
