// The rejected rows of a batch as a file to be fixed and sent again: row, line and reasons, then the file's mapped columns.
import { rejectHeaders } from '../../shared/batch/reject-columns.ts';
import { violationWords } from '../../shared/survey/violation-words.ts';
import { csvLine } from '../../shared/text/formula.ts';
import type { Lang } from '../../shared/text/names.ts';
import type { Context } from '../context.ts';
import type { StoredBatch, StoredRow } from './batch.model.ts';
import { rowsAfter } from './read-rows.ts';

/** characters of a piece */
const pieceLength = 64 * 1024;

/** Pieces of the file (BOM, CRLF, formulas neutralised); constant memory. */
export async function* exportRejects(
  context: Pick<Context, 'db'>,
  batch: StoredBatch,
): AsyncGenerator<string> {
  const own: ReadonlySet<string> = new Set(rejectHeaders);
  // a file of rejects that was sent back has these columns already
  const kept = batch.headers.map((header) => !own.has(header));
  yield `\uFEFF${csvLine([...rejectHeaders, ...batch.headers.filter((_, index) => kept[index])])}`;
  let piece = '';
  for await (const row of rowsAfter(context, batch._id, 0, 'reject')) {
    piece += csvLine([
      row.row,
      row.line,
      reasonsOf(row, 'th'),
      reasonsOf(row, 'en'),
      ...row.cells.filter((_, index) => kept[index]),
    ]);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function reasonsOf({ violations }: StoredRow, lang: Lang): string {
  return violations
    .map((violation) => {
      const words = violationWords(violation, lang);
      return violation.column ? `${violation.column}: ${words}` : words;
    })
    .join(' · ');
}
