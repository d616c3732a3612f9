// The template of a round as a workbook: the table to be filled in, an example beside it, and the lists that its cells offer.
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { type ListWords, offerLists } from './offer-lists.ts';
import type { TemplateColumn } from './template.ts';

export interface TemplateWords extends ListWords {
  readonly table: string;
  readonly example: string;
}

/** rows that offer the lists, and keep what is typed as it is typed */
const preparedRows = 5000;
const heading = { argb: 'FFE8EEF7' };
/** text: otherwise `3/11/2569` becomes a day of the year 2569 of the Common Era, and 010101 loses its zero */
const asTyped = '@';

/** @returns the bytes of an .xlsx */
export async function writeTemplate(
  columns: readonly TemplateColumn[],
  words: TemplateWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const book = new Workbook();
  const table = addTable(book, words.table, columns);
  for (const at of columns.keys()) table.getColumn(at + 1).numFmt = asTyped;
  offerLists(
    book,
    table,
    columns.map(({ choices }) => choices),
    { ...words, rows: preparedRows },
  );
  const example = addTable(book, words.example, columns);
  example.addRow(columns.map((column) => column.example));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addTable(book: Workbook, name: string, columns: readonly TemplateColumn[]): Worksheet {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  const row = sheet.addRow(columns.map(({ header }) => header));
  row.font = { bold: true };
  for (const [at, { header, hint }] of columns.entries()) {
    const cell = row.getCell(at + 1);
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: heading };
    if (hint) cell.note = hint;
    sheet.getColumn(at + 1).width = Math.max(14, header.length + 4);
  }
  return sheet;
}
