// What stands in the form of a result, and what it comes to: a result, or what is wrong with it.
import {
  indicatorKey,
  type Project,
  type ProjectResult,
  type ReportedResult,
} from '../../../shared/api/plan.ts';
import { fiscalYearOfDay, horizonOf } from '../../../shared/plan/fiscal-years.ts';
import { judgeResult, type PlanFaultCode } from '../../../shared/plan/judge-project.ts';
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { type Names, nameIn } from '../../../shared/text/names.ts';
import { parseNumber } from '../../../shared/text/numbers.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { ValueFault } from './project-values.ts';

const numbers = ['baseline', 'baselineYear', 'target', 'reached'] as const;
type NumberName = (typeof numbers)[number];

/** all of it as it is typed */
export interface ResultValues extends Readonly<Record<NumberName, string>> {
  readonly indicator: string;
  readonly year: string;
  readonly names: Names;
  readonly unit: string;
  readonly note: string;
}
export type ResultFaults = Readonly<Partial<Record<string, ValueFault | PlanFaultCode>>>;

const typed = (value: number | null): string => (value === null ? '' : formatNumber(value));

/** A new one begins in the fiscal year of today, where the project runs then. */
export function valuesOfResult(project: Project, result: ProjectResult | null): ResultValues {
  const years = horizonOf(project);
  const now = fiscalYearOfDay(bangkokDay(new Date()));
  if (!result)
    return {
      indicator: '',
      year: String(years.includes(now) ? now : (years.at(-1) ?? now)),
      names: { th: '', en: '' },
      unit: '',
      baseline: '',
      baselineYear: String((years[0] ?? now) - 1),
      target: '',
      reached: '',
      note: '',
    };
  const english = nameIn(result, 'en');
  return {
    indicator: result.indicator,
    year: String(result.year),
    names: { th: nameIn(result, 'th'), en: english === nameIn(result, 'th') ? '' : english },
    unit: result.unit,
    baseline: typed(result.baseline),
    baselineYear: String(result.baselineYear),
    target: typed(result.target),
    reached: typed(result.reached),
    note: result.note ?? '',
  };
}

type Meant =
  | { readonly result: Omit<ReportedResult, 'nameTh' | 'nameEn'> & { readonly names: Names } }
  | { readonly faults: ResultFaults };

export function meantResult(values: ResultValues, project: Project): Meant {
  const faults: Record<string, ValueFault | PlanFaultCode> = {};
  const read = (name: NumberName, isNeeded: boolean): number | null => {
    const text = values[name].trim();
    if (text === '' && isNeeded) faults[name] = 'missing';
    const value = text === '' ? null : parseNumber(text);
    if (text !== '' && value === null) faults[name] = 'number';
    return value;
  };
  if (!indicatorKey.test(values.indicator.trim()))
    faults.indicator = values.indicator ? 'code' : 'missing';
  if (values.names.th.trim() === '') faults.name = 'missing';
  if (values.unit.trim() === '') faults.unit = 'missing';
  const said = {
    baseline: read('baseline', false),
    baselineYear: read('baselineYear', true) ?? 0,
    target: read('target', true) ?? 0,
    reached: read('reached', false),
  };
  for (const { pointer, code } of judgeResult({ year: Number(values.year), ...said }, project))
    faults[pointer.slice(1)] ??= code;
  if (Object.keys(faults).length > 0) return { faults };
  const { names, unit, note } = values;
  return {
    result: {
      ...said,
      names: { th: names.th.trim(), en: names.en.trim() },
      unit: unit.trim(),
      note: note.trim() || null,
    },
  };
}
