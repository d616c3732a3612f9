// A look at the first bytes of a file, in the browser before it is sent and on the server when it cannot be read alone.
//
//   const bytes = new Uint8Array(await file.slice(0, 256 * 1024).arrayBuffer());
//   const { inspection, rows } = inspectCsv(bytes, file.size > bytes.length);
//   inspection.problem      why it cannot be sent as it is (`mapping-needed`: ask, then inspect again with `options.mapping`)
//   inspection.columns      one a column of the file: header, field, personal, certainty, samples
//   rows                    what `judgeRow` takes
//
// Never throws; no cell in the inspection holds personal data.
import type { CsvRow } from './csv-reader.ts';
import { CsvReader } from './csv-reader.ts';
import { FileRefused } from './file-refused.ts';
import type {
  InspectedColumn,
  Inspection,
  InspectionProblem,
  InspectOptions,
  SampleRow,
} from './inspection.ts';
import type { MappedColumn } from './map-columns.ts';
import { shownCell } from './shown-cell.ts';

const sampleRowCount = 10;
const sampleCount = 3;

export interface Inspected {
  readonly inspection: Inspection;
  /** the rows as they stand in the file, personal data and all: to be judged, never to be shown */
  readonly rows: readonly CsvRow[];
}

/** `bytes`: the start of the file, 256 KiB are enough; `more`: the file goes on after them. */
export function inspectCsv(
  bytes: Uint8Array,
  more: boolean,
  options: InspectOptions = {},
): Inspected {
  const reader = new CsvReader(options);
  try {
    const first = reader.push(bytes);
    const rows = [...first, ...(more ? reader.release() : reader.end())];
    if (reader.table) return { inspection: inspectionOf(reader, rows), rows };
  } catch (error) {
    if (error instanceof FileRefused)
      return { inspection: refused(reader, error.problem), rows: [] };
    throw error;
  }
  // less than the reader waits for: what was given is looked at up to its last whole line
  return inspectCsv(wholeLines(bytes), false, options);
}

/** What the reader knows, with the first of the rows it gave. */
export function inspectionOf(reader: CsvReader, rows: readonly CsvRow[]): Inspection {
  const { table } = reader;
  if (!table) return refused(reader, { type: 'no-header' });
  return {
    encoding: reader.encoding,
    delimiter: table.delimiter,
    headerLine: table.headerLine,
    columns: table.columns.map((column) => withSamples(column, rows)),
    sampleRows: firstRows(rows).map((row) => toSample(row, table.columns)),
    severityDirection: table.severityDirection,
    dateOrder: table.dateOrder,
    datesSay: table.datesSay,
    notes: reader.notes,
    ...(table.problem && { problem: table.problem }),
  };
}

/** At most ten, blank ones left out. */
export function firstRows(rows: readonly CsvRow[]): CsvRow[] {
  return rows.filter(({ judged }) => judged.kind !== 'blank').slice(0, sampleRowCount);
}

function refused(reader: CsvReader, problem: InspectionProblem): Inspection {
  const { table } = reader;
  return {
    encoding:
      problem.type === 'not-text' || problem.type === 'unknown-encoding' ? null : reader.encoding,
    delimiter: table?.delimiter ?? null,
    headerLine: table?.headerLine ?? null,
    columns: table?.columns.map((column) => withSamples(column, [])) ?? [],
    sampleRows: [],
    severityDirection: table?.severityDirection ?? '5-is-most',
    dateOrder: table?.dateOrder ?? 'dmy',
    datesSay: table?.datesSay ?? [],
    problem,
  };
}

function withSamples(column: MappedColumn, rows: readonly CsvRow[]): InspectedColumn {
  const { index, personal, ...inspected } = column;
  const samples = new Set<string>();
  for (const { cells, judged } of rows) {
    if (personal || samples.size === sampleCount) break;
    const cell = judged.kind === 'row' ? shownCell(cells[index] ?? '') : '';
    if (cell !== '') samples.add(cell);
  }
  return { ...inspected, personal, samples: [...samples] };
}

function toSample({ row, line, cells }: CsvRow, columns: readonly MappedColumn[]): SampleRow {
  const safe = columns.map(({ index, personal }) =>
    personal ? '' : shownCell(cells[index] ?? ''),
  );
  return { row, line, cells: safe };
}

function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(0x0a) + 1 || bytes.length;
  // the second byte of a line end in UTF-16
  return bytes.subarray(0, bytes[end] === 0 && end % 2 === 1 ? end + 1 : end);
}
