// Two replies to the same question, one after the other: which counts are others now. Shares and intervals follow from counts.

import type { RowFigure } from '../api/derived-figures.ts';
import type { FigureName, FiguresReply, Strip } from '../api/figures.ts';

/** by what a row of each counted figure is known */
const rowNames: Readonly<Record<FigureName | RowFigure, readonly string[]>> = {
  summary: [],
  'by-province': ['province'],
  'by-strategy': ['strategy'],
  'province-strategy': ['province', 'strategy'],
  'by-month': ['month', 'strategy'],
  'by-respondent': ['respondent'],
  'by-severity': ['severity'],
  'by-channel': ['channel'],
  'respondent-strategy': ['respondent', 'strategy'],
  'by-district': ['province', 'district'],
  'by-office': ['office'],
  'by-sub-plan': ['subPlan'],
  'province-sub-plan': ['province', 'subPlan'],
  'month-sub-plan': ['month', 'subPlan'],
};

const numbers = [
  'issues',
  'responses',
  'of',
  'affected',
  'affectedKnown',
  'agency',
  'citizen',
  'linked',
];

type Row = Readonly<Record<string, unknown>>;

interface Changed {
  readonly number: string;
  readonly before: number;
  readonly now: number;
}

export interface ChangedFigure {
  readonly figure: string;
  readonly rows: number;
  readonly of: number;
  /** `row`: such as `TH-50 society`; `none` where it has no value */
  readonly changes: readonly (Changed & { readonly row: string })[];
}

export function changedStrip(before: Strip, now: Strip): Changed[] {
  return changedNumbers(before, now, Object.keys(now));
}

/** Of every counted figure that both have; a row that one lacks has 0 there. */
export function changedFigures(before: FiguresReply, now: FiguresReply): ChangedFigure[] {
  return Object.entries(rowNames).flatMap(([figure, names]) => {
    const [was, is] = [before, now].map(({ figures }) => figures[figure as FigureName]);
    if (was === undefined || is === undefined) return [];
    const [old, fresh] = [byName(was, names), byName(is, names)];
    const keys = [...new Set([...old.keys(), ...fresh.keys()])];
    const changes = keys.flatMap((row) =>
      changedNumbers(old.get(row) ?? {}, fresh.get(row) ?? {}, numbers).map((one) => ({
        row,
        ...one,
      })),
    );
    const rows = new Set(changes.map(({ row }) => row)).size;
    return [{ figure, rows, of: keys.length, changes }];
  });
}

function byName(figure: Row | readonly Row[], names: readonly string[]): ReadonlyMap<string, Row> {
  const rows = Array.isArray(figure) ? (figure as readonly Row[]) : [figure as Row];
  return new Map(
    rows.map((row) => [names.map((name) => String(row[name] ?? 'none')).join(' '), row]),
  );
}

function changedNumbers(before: Row, now: Row, names: readonly string[]): Changed[] {
  return names.flatMap((number) => {
    const [was, is] = [before, now].map((row) => Number(row[number] ?? 0));
    return was === is ? [] : [{ number, before: was ?? 0, now: is ?? 0 }];
  });
}
