// What a number counts, as CSV for a spreadsheet: UTF-8 with BOM, CRLF, formulas neutralised, one line for each issue that passes
// the filters, so that the lines are the number.
import { paths } from '../../shared/api/paths.ts';
import { answerText } from '../../shared/survey/answer-text.ts';
import {
  answerKeyOf,
  extraQuestions,
  type SurveyDefinition,
} from '../../shared/survey/definition.ts';
import { exportColumns } from '../../shared/survey/fields/export-columns.ts';
import type { PartOfResponse } from '../../shared/survey/fields/fields.ts';
import { type IssueFilters, passesIssue } from '../../shared/survey/issue-filter.ts';
import type { CheckedIssue } from '../../shared/survey/response.ts';
import { csvLine } from '../../shared/text/formula.ts';
import type { Context } from '../context.ts';
import type { FactsQuestion } from '../facts/answer.ts';
import { responsesIn } from './read-responses.ts';
import type { StoredResponse } from './response.model.ts';

interface Line {
  readonly stored: StoredResponse;
  readonly issue: CheckedIssue;
  /** its position among the response's issues, from 1 */
  readonly no: number;
}

type Column = readonly [name: string, cell: (line: Line) => unknown];

const ofResponse = (cell: (stored: StoredResponse) => unknown) => (line: Line) => cell(line.stored);
const partOf = (
  part: PartOfResponse,
  from: (line: Line) => object,
  filesOnly = false,
): readonly Column[] =>
  exportColumns(part, filesOnly).map(({ name, cell }) => [name, (line) => cell({ ...from(line) })]);

const columns: readonly Column[] = [
  ['response_id', ofResponse(({ _id }) => _id)],
  ['receipt', ofResponse(({ receipt }) => receipt)],
  ['received_at', ofResponse(({ receivedAt }) => receivedAt.toISOString())],
  ['status', ofResponse(({ status }) => status)],
  ...partOf('', ({ stored }) => stored),
  ...partOf('/place', ({ stored }) => stored.place),
  ...partOf('/respondent', ({ stored }) => stored.respondent),
  ['channel', ofResponse(({ channel }) => channel)],
  ...partOf('', ({ stored }) => stored, true),
  ['office', ofResponse(({ office }) => office)],
  ['batch', ofResponse(({ batch }) => batch)],
  ['row', ofResponse(({ row }) => row)],
  ['line', ofResponse(({ line }) => line)],
  // where the texts are empty, why
  ['erased_at', ofResponse(({ erasedAt }) => erasedAt?.toISOString())],
  ['issue', ({ no }) => no],
  ['issue_id', ({ issue }) => issue.id],
];

const ofIssue: readonly Column[] = partOf('/issues/-', ({ issue }) => issue);

/** Links, one beside the other: the pictures stay in the house. `origin`: where browsers find it, when that is known. */
const photosAt =
  (origin = '') =>
  ({ stored, issue }: Line): string =>
    (issue.photos ?? [])
      .map((digest) => origin + paths.photo(stored.survey, stored._id, digest))
      .join(' ');

const pageSize = 500;
/** characters */
const pieceLength = 64 * 1024;

/** Pieces of the file; constant memory. */
export async function* exportCsv(
  context: Context,
  survey: SurveyDefinition,
  question: FactsQuestion,
): AsyncGenerator<string> {
  const photos: Column = ['photos', photosAt(context.config.origin)];
  const all = [...columns, photos, ...ofIssue, ...answersTo(survey)];
  yield `\uFEFF${csvLine(all.map(([name]) => name))}`;
  let after: string | null = null;
  do {
    const page: { ids: readonly string[]; next: string | null } = await context.facts.find(
      question,
      { limit: pageSize, after },
    );
    let piece = '';
    for await (const stored of responsesIn(question.scope, context).each(page.ids)) {
      for (const line of linesOf(stored, question.filters))
        piece += csvLine(all.map(([, cell]) => toCell(cell(line))));
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = '';
    }
    yield piece;
    after = page.next;
  } while (after !== null);
}

/** One column for each of the survey's own questions; it is read from files again under the same name. */
function answersTo({ questions }: SurveyDefinition): readonly Column[] {
  return extraQuestions(questions).map((question) => {
    const key = answerKeyOf(question) ?? '';
    return [`answers/${key}`, ({ stored }) => answerText(stored.answers[key])];
  });
}

function linesOf(stored: StoredResponse, filters: IssueFilters): readonly Line[] {
  return stored.issues
    .map((issue, index) => ({ stored, issue, no: index + 1 }))
    .filter(({ issue }) => passesIssue(issue, filters));
}

function toCell(value: unknown): string | number {
  if (typeof value === 'number') return value;
  return value === null || value === undefined ? '' : String(value);
}
