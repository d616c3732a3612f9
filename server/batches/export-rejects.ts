// The rejected rows of a batch as a file to be fixed and sent again: row, line and reasons, then the file's mapped columns.
import { isRejectHeader, rejectHeaders } from '../../shared/batch/reject-columns.ts';
import { violationWords } from '../../shared/survey/violation-words.ts';
import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import { parseDay } from '../../shared/text/dates.ts';
import { csvLine } from '../../shared/text/formula.ts';
import type { Lang } from '../../shared/text/names.ts';
import type { Context } from '../context.ts';
import { rootReceipt, type StoredBatch, type StoredRow } from './batch.model.ts';
import { rowsAfter } from './read-rows.ts';

/** characters of a piece */
const pieceLength = 64 * 1024;

/** Pieces of the file (BOM, CRLF, formulas neutralised); constant memory. */
export async function* exportRejects(
  context: Pick<Context, 'db'>,
  batch: StoredBatch,
  lang: Lang,
): AsyncGenerator<string> {
  // a file of rejects that was sent back has these columns already
  const kept = batch.headers.map((header) => !isRejectHeader(header));
  const day = dayColumn(batch);
  yield `\uFEFF${csvLine([...rejectHeaders(rootReceipt(batch), lang), ...batch.headers.filter((_, index) => kept[index])])}`;
  let piece = '';
  for await (const row of rowsAfter(context, batch._id, 0, 'reject')) {
    // nothing is left of it that could be mended
    if (row.erased) continue;
    const cells = row.cells.map((cell, index) => (index === day ? asRead(cell, batch) : cell));
    piece += csvLine([
      row.row,
      row.line,
      reasonsOf(row, 'th'),
      reasonsOf(row, 'en'),
      ...cells.filter((_, index) => kept[index]),
    ]);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Where the order of day and month had to be found out: in another file it may be found out differently. */
function dayColumn({ dateOrder, notes, mapping, headers }: StoredBatch): number {
  const isPlain = dateOrder !== 'mdy' && !notes.some(({ code }) => code === 'dates-mixed-order');
  const header = mapping.find(([, field]) => field === 'day')?.[0];
  return isPlain || header === undefined ? -1 : headers.indexOf(header);
}

/** `10/05/2026` as the day it was read as, which cannot be taken for another one. */
function asRead(cell: string, { dateOrder, startedAt }: StoredBatch): string {
  return parseDay(cell, bangkokDay(startedAt), dateOrder).day ?? cell;
}

function reasonsOf({ violations }: StoredRow, lang: Lang): string {
  return violations
    .map((violation) => {
      const words = violationWords(violation, lang);
      return violation.column ? `${violation.column}: ${words}` : words;
    })
    .join(' · ');
}
