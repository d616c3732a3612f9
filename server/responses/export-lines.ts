// What a number counts, line by line: one for each issue that passes the filters, so that the lines are the number; and the columns
// that files have of it.
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
import type { Context } from '../context.ts';
import type { FactsQuestion } from '../facts/answer.ts';
import { responsesIn } from './read-responses.ts';
import type { StoredResponse } from './response.model.ts';
import { withLinks } from './with-links.ts';

export interface ExportLine {
  readonly stored: StoredResponse;
  readonly issue: CheckedIssue;
  /** its position among the response's issues, from 1 */
  readonly no: number;
}

/** its name, and what stands in it; nothing: null, undefined or an empty text */
export type LineColumn = readonly [name: string, cell: (line: ExportLine) => unknown];

const ofResponse = (cell: (stored: StoredResponse) => unknown) => (line: ExportLine) =>
  cell(line.stored);
const partOf = (
  part: PartOfResponse,
  from: (line: ExportLine) => object,
  filesOnly = false,
): readonly LineColumn[] =>
  exportColumns(part, filesOnly).map(({ name, cell }) => [name, (line) => cell({ ...from(line) })]);

const columns: readonly LineColumn[] = [
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

const ofIssue: readonly LineColumn[] = partOf('/issues/-', ({ issue }) => issue);

/** Links, one beside the other: the pictures stay in the house. `origin`: where browsers find it, when that is known. */
const photosAt =
  (origin = '') =>
  ({ stored, issue }: ExportLine): string =>
    (issue.photos ?? [])
      .map((digest) => origin + paths.photo(stored.survey, stored._id, digest))
      .join(' ');

/** ids that are looked for in one go */
const pageSize = 2000;
/** lines that are given in one go, or a few more */
const pieceSize = 200;

/** The columns of a round's files, in their order. */
export function exportedColumns(
  survey: SurveyDefinition,
  { config }: Pick<Context, 'config'>,
): readonly LineColumn[] {
  const photos: LineColumn = ['photos', photosAt(config.origin)];
  return [...columns, photos, ...ofIssue, ...answersTo(survey)];
}

/** The lines behind a number, newest first, in pieces; constant memory. */
export async function* exportedLines(
  context: Context,
  question: FactsQuestion,
): AsyncGenerator<readonly ExportLine[]> {
  let after: string | null = null;
  do {
    const page: { ids: readonly string[]; next: string | null } = await context.facts.find(
      question,
      { limit: pageSize, after },
    );
    let piece: ExportLine[] = [];
    for await (const stored of responsesIn(question.scope, context).each(page.ids)) {
      piece.push(...linesOf(withLinks(context, stored), question.filters));
      if (piece.length < pieceSize) continue;
      yield piece;
      piece = [];
    }
    yield piece;
    after = page.next;
  } while (after !== null);
}

/** One column for each of the survey's own questions; it is read from files again under the same name. */
function answersTo({ questions }: SurveyDefinition): readonly LineColumn[] {
  return extraQuestions(questions).map((question) => {
    const key = answerKeyOf(question) ?? '';
    return [`answers/${key}`, ({ stored }) => answerText(stored.answers[key])];
  });
}

function linesOf(stored: StoredResponse, filters: IssueFilters): readonly ExportLine[] {
  return stored.issues
    .map((issue, index) => ({ stored, issue, no: index + 1 }))
    .filter(({ issue }) => passesIssue(issue, filters));
}
