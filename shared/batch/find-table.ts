// Where the table is: for each delimiter the first records are parsed properly, and the (delimiter, record) with the most
// recognised headers wins. That also finds a header below title rows.

import type { SeverityDirection } from '../survey/coded-values.ts';
import type { DateOrder } from '../text/date-order.ts';
import { type AnswerColumns, answerColumns } from './answer-columns.ts';
import type { FileNote } from './file-note.ts';
import { FileRefused } from './file-refused.ts';
import { headerKey } from './header-key.ts';
import { headerMismatch } from './header-mismatch.ts';
import type { Delimiter, InspectionProblem, InspectOptions } from './inspection.ts';
import { delimiters } from './inspection.ts';
import { isBlank } from './judge-record.ts';
import type { Mapped, MappedColumn } from './map-columns.ts';
import { mapColumns } from './map-columns.ts';
import { type OwnExport, ownExport } from './own-export.ts';
import { recogniseHeader } from './recognise-header.ts';
import type { CsvRecord } from './record-reader.ts';
import { firstRecords } from './record-reader.ts';
import { originalCells } from './reject-columns.ts';
import { directionOf } from './severity-direction.ts';

export const maxColumns = 2000;
/** how much text is looked at, in characters; more than 20 records of any real file */
export const headLength = 64 * 1024;
const headRecords = 20;
/** records that tell what stands under the headers */
const lookedAt = 1000;

export interface FoundTable {
  readonly delimiter: Delimiter;
  /** physical line of the header, from 1 */
  readonly headerLine: number;
  readonly columns: readonly MappedColumn[];
  /** the headers as they are compared */
  readonly keys: readonly string[];
  readonly severityDirection: SeverityDirection;
  /** as far as its first records say; until they were looked at, day first */
  readonly dateOrder: DateOrder;
  /** in which orders some of them can only be read */
  readonly datesSay: readonly DateOrder[];
  readonly notes: readonly FileNote[];
  /** the cells of a record without what we ourselves put into them when we wrote the file */
  readonly cellsOf: (cells: readonly string[]) => readonly string[];
  /** what a person has to decide before rows can be read */
  readonly problem?: InspectionProblem;
}

interface Candidate {
  readonly delimiter: Delimiter;
  readonly record: CsvRecord;
  readonly score: number;
}

/** `whole`: the head is the whole file. @throws FileRefused `empty-file`, `no-header`, `too-many-columns`, `header-mismatch` */
export function findTable(head: string, whole: boolean, options: InspectOptions = {}): FoundTable {
  if (whole && /^[\s\u200B\u2060\uFEFF,;|"]*$/.test(head))
    throw new FileRefused({ type: 'empty-file' });
  const answers = answerColumns(options.questions);
  const candidates = (options.delimiter ? [options.delimiter] : delimiters).flatMap((delimiter) =>
    candidatesOf(head, whole, delimiter, options, answers),
  );
  const best = candidates.reduce<Candidate | null>(
    (a, b) => (a === null || b.score > a.score ? b : a),
    null,
  );
  if (!best) throw new FileRefused({ type: 'no-header' });
  const width = widthOf(best.record);
  if (width > maxColumns)
    throw new FileRefused({ type: 'too-many-columns', columns: width, limit: maxColumns });
  if (best.score === 0 && !options.mapping) throw new FileRefused({ type: 'no-header' });
  const headers = best.record.cells.slice(0, width);
  const records = firstRecords(head, best.delimiter, whole, lookedAt).filter(
    ({ line }) => line > best.record.line,
  );
  const rows = records.filter(({ swallowed }) => !swallowed).map(({ cells }) => cells);
  const own = ownExport(headers);
  const mapping = own ? { ...own.mapping, ...options.mapping } : options.mapping;
  const mapped = mapColumns(headers, mapping, answers, rows);
  if (mapped.problem?.type === 'no-header') throw new FileRefused(mapped.problem);
  const mismatch = headerMismatch(records, mapped.columns);
  if (mismatch) throw new FileRefused(mismatch);
  return toTable(best, mapped, own);
}

function candidatesOf(
  head: string,
  whole: boolean,
  delimiter: Delimiter,
  options: InspectOptions,
  answers: AnswerColumns,
): Candidate[] {
  const given = options.headerLine;
  const records = firstRecords(
    head,
    delimiter,
    whole,
    given === undefined ? headRecords : headLength,
  );
  return records
    .filter((record) => (given === undefined ? !isBlank(record.cells) : record.line === given))
    .map((record) => ({ delimiter, record, score: scoreOf(record, options, answers) }));
}

/** How many columns are recognised, a field counted once; exact names decide between equals. */
function scoreOf(
  record: CsvRecord,
  { mapping = {} }: InspectOptions,
  answers: AnswerColumns,
): number {
  if (record.cells.length > maxColumns && widthOf(record) > maxColumns) return 1000; // no table to read, but the reason can be told
  const fields = new Set<string>();
  let exact = 0;
  for (const cell of record.cells) {
    if (cell.length > 300) continue;
    const decided = Object.hasOwn(mapping, cell.trim()) ? mapping[cell.trim()] : undefined;
    const guess = decided ? { as: decided, exact: true } : recogniseHeader(cell, answers);
    if (!guess) continue;
    const name =
      guess.as === 'personal' || guess.as === 'ignore' ? `${guess.as} ${cell}` : guess.as;
    if (!fields.has(name) && guess.exact) exact++;
    fields.add(name);
  }
  return fields.size + exact / 10_000;
}

/** The width is the last header with text. */
function widthOf({ cells, width: all }: CsvRecord): number {
  if (all !== undefined) return all;
  let width = cells.length;
  while (width > 0 && headerKey(cells[width - 1] ?? '') === '') width--;
  return width;
}

function toTable(
  { delimiter, record }: Candidate,
  { columns, notes, problem }: Mapped,
  own: OwnExport | null,
): FoundTable {
  const severity = columns.find(({ field }) => field === 'severity');
  return {
    delimiter,
    headerLine: record.line,
    columns,
    keys: columns.map(({ header }) => headerKey(header)),
    severityDirection: directionOf(severity?.header ?? '') ?? '5-is-most',
    dateOrder: 'dmy',
    datesSay: [],
    notes: own ? [...notes, { code: 'own-export' }] : notes,
    cellsOf: own?.cellsOf ?? originalCells(columns),
    ...(problem && { problem }),
  };
}
