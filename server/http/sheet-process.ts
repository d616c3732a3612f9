// A process of its own that reads one workbook: a bad one, such as a bomb of an archive, takes its memory and its time, and nobody
// else's.
import { openBook, sheetCsv, sheetsOf } from '../../shared/workbook/reading/sheets.ts';
import { Unpackable } from '../../shared/workbook/reading/unpackable.ts';
import type { SheetRead } from './first-sheet.ts';

process.once('message', (bytes: Uint8Array) => {
  process.send?.(read(bytes), () => process.disconnect());
});

function read(bytes: Uint8Array): SheetRead {
  try {
    const book = openBook(bytes);
    const sheet = sheetsOf(book).find(({ isHidden, rows }) => !isHidden && rows > 0);
    return { csv: sheet ? [...sheetCsv(book, sheet.name, false)].join('') : '' };
  } catch (error) {
    return { why: error instanceof Unpackable ? error.why : 'damaged' };
  }
}
