// What a row of a file is told. The browser shows it before a file is sent; the server keeps it with the batch.
import type { BatchRow } from '../api/batches.ts';
import type { Scope } from '../api/session.ts';
import type { CheckContext } from '../survey/check.ts';
import type { SeverityDirection } from '../survey/coded-values.ts';
import type { SurveyDefinition } from '../survey/definition.ts';
import type { CheckedResponse } from '../survey/response.ts';
import type { Sha256 } from '../survey/response-digest.ts';
import type { Violation } from '../survey/violation.ts';
import type { DateOrder } from '../text/date-order.ts';
import type { CsvRow } from './csv-reader.ts';
import type { MappedColumn } from './map-columns.ts';
import type { RowMender } from './mend-row.ts';
import type { Seen } from './seen-rows.ts';

/** Everything a verdict depends on beside the row itself. */
export interface RowRules {
  readonly definition: SurveyDefinition;
  readonly columns: readonly MappedColumn[];
  readonly severityDirection: SeverityDirection;
  readonly dateOrder: DateOrder;
  /** today in Asia/Bangkok */
  readonly today: string;
  /** `districtsOf`; the browser loads it later, and without it a district stays text */
  readonly districts: CheckContext['districts'];
  /** where the sender may act */
  readonly scope: Scope;
  readonly sha256: Sha256;
  /** what a person mended in it */
  readonly mender?: Pick<RowMender, 'mend'> | undefined;
  /** the rows of this file that came before */
  readonly seen: Seeing;
}

/** `SeenRows`, or whoever settles later how rows meet each other. `hasId`: the row has an id of its own. */
export interface Seeing {
  add(id: Uint8Array, content: Uint8Array, row: number, hasId: boolean): Seen | undefined;
}

/** Its outcome and why, the cells that may be kept, and the values as they would be stored. */
export interface RowVerdict extends Omit<BatchRow, 'cells'> {
  /** of the mapped columns, in their order */
  readonly cells: readonly string[];
}

export type RowCode = BatchRow['violations'][number];

/** A row that can be stored; only the database knows whether it was stored before. */
export interface StorableRow {
  readonly verdict: RowVerdict;
  readonly response: CheckedResponse;
  readonly digest: string;
  /** a response that may be stored under this very id: what the row's id says, when that is a UUID */
  readonly named: string | null;
  /** warnings, as the response keeps them */
  readonly warnings: readonly Violation[];
}

export type JudgedRow =
  | { readonly kind: 'settled'; readonly verdict: RowVerdict }
  | ({ readonly kind: 'storable' } & StorableRow);

const noValues: BatchRow['values'] = {
  province: null,
  day: null,
  severity: null,
  affected: null,
  respondent: null,
  strategy: null,
};

export function settled(
  { row, line, corrected }: CsvRow,
  outcome: 'reject' | 'skip',
  violations: readonly RowCode[],
  cells: readonly string[],
): JudgedRow {
  const verdict = {
    row,
    line,
    outcome,
    violations: [...violations],
    cells,
    values: noValues,
    responseId: null,
    ...(corrected && { corrected }),
  };
  return { kind: 'settled', verdict };
}

/** The row as rejected because its id stands for other content. */
export function conflict(
  verdict: RowVerdict,
  columns: readonly MappedColumn[],
  parameters: Readonly<Record<string, unknown>>,
): RowVerdict {
  const column = columns.find(({ field }) => field === 'id')?.header ?? null;
  return {
    ...verdict,
    outcome: 'reject',
    violations: [{ code: 'id-conflict', column, ...parameters }],
    responseId: null,
  };
}

export function valuesAsStored({
  place,
  day,
  respondent,
  issues: [issue],
}: CheckedResponse): BatchRow['values'] {
  return {
    province: place.province,
    day,
    severity: issue?.severity ?? null,
    affected: issue?.affected ?? null,
    respondent: respondent.type,
    strategy: issue?.strategy ?? null,
  };
}
