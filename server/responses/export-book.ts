// What a number counts, as a workbook: the columns of the CSV, days as days, instants by the clocks of Thailand.
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import { dayCell, instantCell, type SheetCell } from '../../shared/workbook/cells.ts';
import type { Context } from '../context.ts';
import type { FactsQuestion } from '../facts/answer.ts';
import { bookFile } from '../http/book-file.ts';
import { exportedColumns, exportedLines } from './export-lines.ts';

/** Pieces of the file; constant memory. */
export function exportBook(
  context: Context,
  survey: SurveyDefinition,
  question: FactsQuestion,
): AsyncGenerator<Uint8Array> {
  const columns = exportedColumns(survey, context);
  const rows = async function* () {
    for await (const lines of exportedLines(context, question))
      for (const line of lines) yield columns.map(([name, cell]) => toCell(name, cell(line)));
  };
  const head = columns.map(([name]) => name);
  return bookFile([{ name: survey.id, about: [], head, rows: rows() }]);
}

function toCell(name: string, value: unknown): SheetCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  const text = String(value);
  if (name === 'day') return dayCell(text);
  return /_at$/.test(name) && text !== '' ? instantCell(Date.parse(text)) : text;
}
