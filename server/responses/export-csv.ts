// What a number counts, as CSV for a spreadsheet: UTF-8 with BOM, CRLF, formulas neutralised, one line for each issue that passes
// the filters, so that the lines are the number.
import { type IssueFilters, passesIssue } from '../../shared/survey/issue-filter.ts';
import { csvLine } from '../../shared/text/formula.ts';
import type { Context } from '../context.ts';
import type { Question } from '../facts/facts.ts';
import { responsesIn } from './read-responses.ts';
import type { StoredResponse } from './response.model.ts';

const columns = [
  'response_id',
  'receipt',
  'received_at',
  'status',
  'day',
  'province',
  'district',
  'subdistrict',
  'latitude',
  'longitude',
  'respondent',
  'agency',
  'channel',
  'channel_text',
  'office',
  'batch',
  'row',
  'line',
  'issue',
  'strategy',
  'strategy_text',
  'sub_plan',
  'title',
  'detail',
  'severity',
  'affected',
] as const;

const pageSize = 500;

/** Pieces of the file, a page of responses each; constant memory. */
export async function* exportCsv(context: Context, question: Question): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(columns)}`;
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
  const { place, respondent, issues } = stored;
  const start = [
    stored._id,
    stored.receipt,
    stored.receivedAt.toISOString(),
    stored.status,
    stored.day,
    place.province,
    place.district,
    place.subdistrict,
    place.position?.lat,
    place.position?.lng,
    respondent.type ?? respondent.typeText,
    respondent.agency,
    stored.channel,
    stored.channelText,
    stored.office,
    stored.batch,
    stored.row,
    stored.line,
  ];
  return issues
    .flatMap((issue, i) => (passesIssue(issue, filters) ? [{ issue, no: i + 1 }] : []))
    .map(({ issue, no }) =>
      csvLine(
        [
          ...start,
          no,
          issue.strategy,
          issue.strategyText,
          issue.subPlan ?? issue.subPlanText,
          issue.title,
          issue.detail,
          issue.severity,
          issue.affected,
        ].map((value) => (value === null || value === undefined ? '' : String(value))),
      ),
    )
    .join('');
}
