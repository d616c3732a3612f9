// The rejected rows of a batch as a workbook: the cells to be fixed are marked and say why, lists stand where there is a choice, and
// what ties each row to its receipt is kept out of sight. Sent back, it mends that receipt as the same rows in CSV do.
import { type Cell, Workbook } from '@cj-tech-master/excelts';
import { RecordReader } from '../../shared/batch/record-reader.ts';
import { isRejectHeader } from '../../shared/batch/reject-columns.ts';
import { type ListWords, offerLists } from './offer-lists.ts';

export interface RowsToFix {
  /** the file of rejects as the server gives it: the header, then the rows */
  readonly records: readonly (readonly string[])[];
  /** row in the receipt → header → what is to be fixed in that cell */
  readonly reasons: ReadonlyMap<number, ReadonlyMap<string, string>>;
  /** header → what may be chosen */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  readonly words: ListWords & { readonly table: string };
}

const marked = { argb: 'FFFFE0B2' };
const asTyped = '@';

/** The records of a CSV as the server writes them. */
export function recordsOf(csv: string): string[][] {
  const text = csv.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  return new RecordReader(',').push(text, true).map(({ cells }) => [...cells]);
}

/** @returns the bytes of an .xlsx */
export async function writeCorrections(given: RowsToFix): Promise<Uint8Array<ArrayBuffer>> {
  const [headers = [], ...rows] = given.records;
  const book = new Workbook();
  const sheet = book.addWorksheet(given.words.table, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(headers).font = { bold: true };
  for (const cells of rows) {
    const row = sheet.addRow(cells);
    const reasons = given.reasons.get(Number(cells[0]));
    for (const [at, header] of headers.entries()) {
      const reason = reasons?.get(header);
      if (reason !== undefined && !isRejectHeader(header)) mark(row.getCell(at + 1), reason);
    }
  }
  for (const [at, header] of headers.entries()) {
    const column = sheet.getColumn(at + 1);
    column.numFmt = asTyped;
    column.width = Math.min(40, Math.max(12, header.length + 4));
    // row and line of the receipt: nobody has to read or change them
    if (isRejectHeader(header) && at < 2) column.hidden = true;
  }
  const choices = headers.map((header) => given.choices.get(header) ?? []);
  offerLists(book, sheet, choices, { ...given.words, rows: rows.length });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function mark(cell: Cell, reason: string): void {
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: marked };
  cell.note = reason;
}
