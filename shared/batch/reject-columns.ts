// The columns that a file of rejects has beside its own, and how its cells are read when it comes back.
import type { Lang } from '../text/names.ts';
import type { MappedColumn } from './map-columns.ts';

/** its first header says which receipt the rows are of: a file that comes back with it mends that one */
const rowHeaders: Readonly<Record<Lang, string>> = { th: 'แถวในใบรับ', en: 'Row in receipt' };
/** line in the file they came from */
const lineHeaders: Readonly<Record<Lang, string>> = { th: 'บรรทัดในไฟล์เดิม', en: 'Line in the file' };
/** what has to be changed, each in its own language */
const reasonHeaders: Readonly<Record<Lang, string>> = { th: 'เหตุที่ต้องแก้', en: 'What to fix' };

const otherHeaders: ReadonlySet<string> = new Set(
  [lineHeaders, reasonHeaders].flatMap((headers) => Object.values(headers)),
);

/** The headers that a file of rejects has before those of the file that they come from. */
export function rejectHeaders(receipt: string, lang: Lang): readonly string[] {
  return [`${rowHeaders[lang]} ${receipt}`, lineHeaders[lang], ...Object.values(reasonHeaders)];
}

export function isRejectHeader(header: string): boolean {
  return saysReceipt(header) || otherHeaders.has(header);
}

const saysReceipt = (header: string): boolean =>
  Object.values(rowHeaders).some((own) => header.startsWith(`${own} B-`));

const receiptPattern = /B-\d\d(?:-[0-9A-HJKMNP-TV-Z]{4}){3}/;

/** The receipt whose rejected rows this file brings back: its own header says so, or the name that the file was given with them. */
export function mendedReceipt(headers: readonly string[], fileName: string): string | null {
  const own = headers.find(saysReceipt);
  const [receipt] = receiptPattern.exec(own ?? fileName) ?? [];
  return receipt ?? null;
}

/** a quote that was put before a formula so that a spreadsheet leaves it alone (text/formula.ts) */
const neutralised = /^'(?=[\s'"`‘’“”]*[-=+@＝＋－＠]|[\t\r])/;

/** In a file of rejects the quote before a formula is ours and goes; in any other it is the sender's and stays. */
export function originalCells(
  columns: readonly MappedColumn[],
): (cells: readonly string[]) => readonly string[] {
  const isOfRejects = columns.some(({ header }) => header === reasonHeaders.th);
  return isOfRejects ? (cells) => cells.map(withoutOurQuote) : (cells) => cells;
}

/** The cell as it was before it was written for a spreadsheet. */
export function withoutOurQuote(cell: string): string {
  return cell.replace(neutralised, '');
}
