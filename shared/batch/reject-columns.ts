// The columns that a file of rejects has beside its own, and how its cells are read when it comes back.
import type { MappedColumn } from './map-columns.ts';

/** row and line in the file they came from, and what has to be changed, in Thai and English */
export const rejectHeaders = ['แถวในไฟล์เดิม', 'บรรทัดในไฟล์เดิม', 'เหตุที่ต้องแก้', 'What to fix'] as const;

/** a quote that was put before a formula so that a spreadsheet leaves it alone (text/formula.ts) */
const neutralised = /^'(?=[\s'"`‘’“”]*[-=+@＝＋－＠]|[\t\r])/;

/** In a file of rejects the quote before a formula is ours and goes; in any other it is the sender's and stays. */
export function originalCells(
  cells: readonly string[],
  columns: readonly MappedColumn[],
): readonly string[] {
  if (!columns.some(({ header }) => header === rejectHeaders[2])) return cells;
  return cells.map(withoutOurQuote);
}

/** The cell as it was before it was written for a spreadsheet. */
export function withoutOurQuote(cell: string): string {
  return cell.replace(neutralised, '');
}
