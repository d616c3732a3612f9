// A row of a file of the plan while it is judged: what it says, what it would change, and what is wrong with it.
import type { PlanRow } from '../../shared/api/plan-file.ts';
import type { User } from '../../shared/api/session.ts';
import type { SmallTable } from '../../shared/batch/small-table.ts';
import type { PlanGround } from '../../shared/plan/judge-project.ts';
import { type PlanColumn, planHeader } from '../../shared/plan/plan-columns.ts';
import type { PlanNames, PlanReason, PlanRowRead } from '../../shared/plan/read-plan-row.ts';
import type { StoredProject } from './project.model.ts';

export interface PlanFileGround {
  readonly user: Pick<User, 'scope'>;
  readonly names: PlanNames;
  readonly ground: PlanGround;
  /** by id */
  readonly stored: ReadonlyMap<string, StoredProject>;
}

export type Ground = PlanFileGround & { readonly headers: SmallTable<PlanColumn>['headers'] };

type Change = PlanRow['changes'][number];
export interface Judging extends PlanRowRead {
  readonly changes: Change[];
  isNew: boolean;
}

/** `/budget/2570` → the budget's column of that year */
export function columnAt(pointer: string): PlanColumn {
  const [, field = '', year] = pointer.split('/');
  // faults point at fields, which are called as columns are
  return (year === undefined ? field : `${field} ${year}`) as PlanColumn;
}

export const headerOf = (column: PlanColumn, { headers }: Ground) =>
  headers[column] || planHeader(column, 'en');

/** At the first row that has the cell, else at the first of the code. */
export function blame(
  rows: readonly Judging[],
  column: PlanColumn,
  ground: Ground,
  code: PlanReason['code'],
  value?: string,
): void {
  const row = rows.find(({ record }) => record.cells[column]) ?? rows[0];
  // what could not be read is told as that
  if (row?.reasons.some((one) => one.column === headerOf(column, ground))) return;
  row?.reasons.push({
    code,
    column: headerOf(column, ground),
    ...(value !== undefined && { value }),
  });
}

/** A value that differs from what is stored. */
export function note(row: Judging, field: string, before: string | null, after: string): void {
  if ((before ?? '') !== after) row.changes.push({ field, before, after });
}

export function asChanged(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? [...value].sort().join(', ') : String(value);
}
