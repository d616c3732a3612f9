// What a number counts, as CSV for a spreadsheet: UTF-8 with BOM, CRLF, formulas neutralised, one line for each issue.
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import { csvLine } from '../../shared/text/formula.ts';
import type { Context } from '../context.ts';
import type { FactsQuestion } from '../facts/answer.ts';
import { exportedColumns, exportedLines } from './export-lines.ts';

/** Pieces of the file; constant memory. */
export async function* exportCsv(
  context: Context,
  survey: SurveyDefinition,
  question: FactsQuestion,
): AsyncGenerator<string> {
  const columns = exportedColumns(survey, context);
  yield `\uFEFF${csvLine(columns.map(([name]) => name))}`;
  for await (const lines of exportedLines(context, question)) {
    let piece = '';
    for (const line of lines) piece += csvLine(columns.map(([, cell]) => toCell(cell(line))));
    yield piece;
  }
}

function toCell(value: unknown): string | number {
  if (typeof value === 'number') return value;
  return value === null || value === undefined ? '' : String(value);
}
