// Lists to choose from in the cells of a table; they stand on a sheet of their own, out of sight.
import type { Workbook, Worksheet } from '@cj-tech-master/excelts';

export interface ListWords {
  /** the name of that sheet */
  readonly lists: string;
  /** said when something is typed that a list does not have */
  readonly notInList: string;
}

/**
 * @param choices of each column, in their order; empty: anything may be written
 * @param rows below the header that offer them
 */
export function offerLists(
  book: Workbook,
  table: Worksheet,
  choices: readonly (readonly string[])[],
  { lists: name, notInList, rows }: ListWords & { readonly rows: number },
): void {
  const lists = book.addWorksheet(name, { state: 'hidden' });
  for (const [at, offered] of choices.entries()) {
    if (offered.length === 0 || rows === 0) continue;
    const column = lists.getColumn(at + 1);
    column.values = [...offered];
    const { letter } = column;
    table.dataValidations.add(`${letter}2:${letter}${rows + 1}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`'${name}'!$${letter}$1:$${letter}$${offered.length}`],
      showErrorMessage: true,
      // what is not in a list may be right all the same: the check says so
      errorStyle: 'warning',
      error: notInList,
    });
  }
}
