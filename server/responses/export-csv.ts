// What a number counts, as CSV for a spreadsheet: UTF-8 with BOM, CRLF, formulas neutralised, one line for each issue that passes
// the filters, so that the lines are the number.
import { exportColumns } from '../../shared/survey/fields/export-columns.ts';
import { type IssueFilters, passesIssue } from '../../shared/survey/issue-filter.ts';
import { csvLine } from '../../shared/text/formula.ts';
import type { Context } from '../context.ts';
import type { Question } from '../facts/facts.ts';
import { responsesIn } from './read-responses.ts';
import type { StoredResponse } from './response.model.ts';

type Column = readonly [name: string, cell: (stored: StoredResponse) => unknown];

const outer: readonly Column[] = [
  ['response_id', ({ _id }) => _id],
  ['receipt', ({ receipt }) => receipt],
  ['received_at', ({ receivedAt }) => receivedAt.toISOString()],
  ['status', ({ status }) => status],
  ...exportColumns('').map(({ name, cell }): Column => [name, (stored) => cell({ ...stored })]),
  ...exportColumns('/place').map(({ name, cell }): Column => [name, ({ place }) => cell(place)]),
  ...exportColumns('/respondent').map(
    ({ name, cell }): Column => [name, ({ respondent }) => cell(respondent)],
  ),
  ['channel', ({ channel }) => channel],
  ...exportColumns('', true).map(
    ({ name, cell }): Column => [name, (stored) => cell({ ...stored })],
  ),
  ['office', ({ office }) => office],
  ['batch', ({ batch }) => batch],
  ['row', ({ row }) => row],
  ['line', ({ line }) => line],
];
const ofIssue = exportColumns('/issues/-');

const pageSize = 500;

/** Pieces of the file, a page of responses each; constant memory. */
export async function* exportCsv(context: Context, question: Question): AsyncGenerator<string> {
  yield `\uFEFF${csvLine([...outer.map(([name]) => name), 'issue', ...ofIssue.map(({ name }) => name)])}`;
  let after: string | null = null;
  do {
    const page: { ids: readonly string[]; next: string | null } = await context.facts.find(
      question,
      { limit: pageSize, after },
    );
    const found = await responsesIn(question.scope, context).many(page.ids);
    yield found.map((stored) => linesOf(stored, question.filters)).join('');
    after = page.next;
  } while (after !== null);
}

function linesOf(stored: StoredResponse, filters: IssueFilters): string {
  const start = outer.map(([, cell]) => cell(stored));
  return stored.issues
    .flatMap((issue, index) => (passesIssue(issue, filters) ? [{ issue, no: index + 1 }] : []))
    .map(({ issue, no }) => [...start, no, ...ofIssue.map(({ cell }) => cell(issue))])
    .map((cells) => csvLine(cells.map(toText)))
    .join('');
}

const toText = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);
