// The Worker in which a file is checked: it reads the file itself, a piece at a time, and answers what the page asks about it.

import { valueKey } from '../../../../shared/batch/corrections.ts';
import type { CsvRow } from '../../../../shared/batch/csv-reader.ts';
import { FileRefused } from '../../../../shared/batch/file-refused.ts';
import { isKept } from '../../../../shared/batch/row-cells.ts';
import { namesSaid, saidIn } from '../../../../shared/batch/said-before.ts';
import type { RowVerdict } from '../../../../shared/batch/verdict.ts';
import { districtsOf } from '../../../../shared/places/districts.ts';
import type { CheckedResponse } from '../../../../shared/survey/response.ts';
import type {
  CheckQuestions,
  FromWorker,
  GridRow,
  Mending,
  QuestionKind,
  ToWorker,
} from './checking.ts';
import { FileCheck } from './file-check.ts';
import { type MendChange, Mends } from './mends.ts';
import { rowsThat } from './row-filter.ts';
import { marksOf } from './row-marks.ts';
import { isListed } from './unknown-values.ts';

const pieceBytes = 512 * 1024;
const mostValues = 200;

interface Checking {
  readonly file: File;
  readonly check: FileCheck;
  readonly mends: Mends;
  shown: Uint32Array;
}

let checking: Checking | null = null;
/** one question after the other: a change and the rows that are asked for meanwhile do not cross */
let last: Promise<void> = Promise.resolve();

const answers: {
  [K in QuestionKind]: (ask: CheckQuestions[K]['ask']) => Promise<CheckQuestions[K]['answer']>;
} = { check, change, filter, rows, place, marks, identities, difference };

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  last = last.then(() => answer(data));
});

function tell(message: FromWorker): void {
  postMessage(message);
}

async function answer({ no, kind, ask }: ToWorker): Promise<void> {
  try {
    // the kind says what is asked
    const given = await (answers[kind] as (ask: unknown) => Promise<unknown>)(ask);
    tell({ kind: 'answer', no, answer: given });
  } catch (error) {
    if (error instanceof FileRefused) tell({ kind: 'refused', no, refusal: error.problem });
    else tell({ kind: 'failed', no, message: String(error) });
  }
}

async function check({ file, setting, mends: sent }: CheckQuestions['check']['ask']) {
  const startedAt = performance.now();
  const mends = new Mends(sent);
  const begun = new FileCheck(setting, districtsOf, mends);
  for (let at = 0; at < file.size; at += pieceBytes) {
    begun.push(await bytesOf(file, at, Math.min(at + pieceBytes, file.size)));
    tell({ kind: 'progress', done: at / file.size, rows: begun.book.size });
  }
  begun.end();
  checking = { file, check: begun, mends, shown: new Uint32Array() };
  return {
    summary: begun.summary(),
    values: begun.values.list().slice(0, mostValues),
    columns: begun.columns
      .filter(isKept)
      .map(({ header, field }, place) => ({ header, field, place })),
    tookMs: performance.now() - startedAt,
  };
}

async function change(wanted: MendChange): Promise<Mending> {
  const { check, mends, file } = under();
  const inverse = mends.apply(wanted);
  await check.again(rowsIn(wanted, check), readerOf(file));
  const values = check.values.list().slice(0, mostValues);
  return { summary: check.summary(), values, inverse };
}

function rowsIn({ cells = [], values = [], leave = [] }: MendChange, { values: known }: FileCheck) {
  return [
    ...cells.map(({ row }) => row),
    ...leave.map(({ row }) => row),
    ...values.flatMap(({ field, of }) => known.rowsOf(field, of)),
  ];
}

async function filter(wanted: CheckQuestions['filter']['ask']) {
  const at = under();
  at.shown = rowsThat(at.check.book, at.check.values, wanted);
  return { total: at.shown.length };
}

async function rows({ from, count }: CheckQuestions['rows']['ask']): Promise<readonly GridRow[]> {
  const { check, mends, file, shown } = under();
  const wanted = [...shown.subarray(from, from + count)];
  const asRead = new Map<number, CsvRow>();
  const read = readerOf(file);
  await check.each(wanted, read, (row) => asRead.set(row.row, row));
  const verdicts = await check.verdicts(wanted, read);
  return verdicts.map((verdict) => toGridRow(verdict, asRead.get(verdict.row), check, mends));
}

async function place({ row }: CheckQuestions['place']['ask']): Promise<number> {
  const { shown } = under();
  const index = shown.findIndex((one) => one >= row);
  return index < 0 ? Math.max(shown.length - 1, 0) : index;
}

async function marks({ parts }: CheckQuestions['marks']['ask']) {
  const { check, shown } = under();
  return marksOf(check.book, shown, parts);
}

async function identities({ from, count }: CheckQuestions['identities']['ask']) {
  const { check, file } = under();
  const { book } = check;
  const wanted: number[] = [];
  let row = from;
  for (; row <= book.size && wanted.length < count; row++)
    if (book.toldOf(row).outcome === 'accept' && book.metAs(row) === 'first') wanted.push(row);
  const found = await check.storable(wanted, readerOf(file));
  const rows = found.map(({ verdict, digest, named }) => ({
    row: verdict.row,
    id: verdict.responseId ?? '',
    digest,
    named,
  }));
  return { rows, next: row <= book.size ? row : null };
}

async function difference({ row, stored }: CheckQuestions['difference']['ask']) {
  const { check, file } = under();
  const [found] = await check.storable([row], readerOf(file));
  if (!found) return [];
  const now = saidIn(found.response, check.columns);
  const before = saidIn(stored as unknown as CheckedResponse, check.columns); // the same members on the wire
  return namesSaid(check.columns).flatMap((field, at) => {
    const [was, is] = [String(before[at] ?? ''), String(now[at] ?? '')];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

function toGridRow(
  { row, line, outcome, violations, cells, values: read }: RowVerdict,
  asRead: CsvRow | undefined,
  { columns, values }: FileCheck,
  mends: Mends,
): GridRow {
  const own = mends.cells.get(row);
  const mended = columns.flatMap(({ field, index }) => {
    if (!field) return [];
    const decided = mends.values.get(field)?.has(valueKey(asRead?.cells[index] ?? ''));
    return own?.has(field) || decided ? [field] : [];
  });
  const alike = columns.flatMap(({ field, index }) => {
    if (!isListed(field)) return [];
    const value = valueKey(asRead?.cells[index] ?? '');
    const rows = values.rowsOf(field, value).length;
    return rows > 0 ? [[field, { value, rows }] as const] : [];
  });
  return {
    row,
    line,
    outcome,
    violations,
    cells,
    alike: Object.fromEntries(alike),
    mended: outcome === 'skip' ? [] : mended,
    leftOut: mends.leave.get(row) ?? null,
    province: read.province,
    isWhole: asRead?.judged.kind !== 'reject',
  };
}

function under(): Checking {
  if (!checking) throw new Error('no file is checked');
  return checking;
}

const readerOf = (file: File) => (from: number, to: number) => bytesOf(file, from, to);

async function bytesOf(file: File, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}
