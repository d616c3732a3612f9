// Reads one workbook beside the page, which stays quick; whoever does not want to wait ends it. Loaded only for a workbook.
import type { WorkBook } from '@e965/xlsx';
import { openBook, sheetCsv, sheetsOf } from '../../shared/workbook/reading/sheets.ts';
import { Unpackable } from '../../shared/workbook/reading/unpackable.ts';
import { unpackedSize } from './archive.ts';
import type { AskedOfWorkbook, WorkbookAnswer, WorkbookFailure } from './asked.ts';
import { refuseRepeated } from './repeated-cells.ts';

/** A cell takes some ten times its bytes in memory: some 250,000 rows of 15 columns. */
const mostUnpacked = 250 * 1024 * 1024;

let book: WorkBook | undefined;

async function answer(asked: AskedOfWorkbook): Promise<WorkbookAnswer> {
  if ('open' in asked) return await open(asked.open);
  if (!book) throw new Error('no workbook is open');
  try {
    return { csv: new Blob([...sheetCsv(book, asked.take, asked.withoutHidden)]) };
  } catch (error) {
    return { failed: failureOf(error) };
  }
}

async function open(file: File): Promise<WorkbookAnswer> {
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return { failed: 'unreadable' };
  const workbook = new Uint8Array(bytes);
  try {
    await unpackedSize(workbook, mostUnpacked);
    await refuseRepeated(workbook);
    book = openBook(workbook);
    return { sheets: sheetsOf(book) };
  } catch (error) {
    return { failed: failureOf(error) };
  }
}

const failureOf = (error: unknown): WorkbookFailure =>
  error instanceof Unpackable ? error.why : 'damaged';

addEventListener('message', ({ data }: MessageEvent<AskedOfWorkbook>) => {
  void answer(data).then((answered) => postMessage(answered));
});
