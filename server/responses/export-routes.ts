// The responses behind a number as files: each is an entry of the record before its first byte is sent.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import { workbookType } from '../../shared/workbook/workbook-type.ts';
import { auditedChanges, auditOf } from '../audit/audit-of.ts';
import type { Call, Context } from '../context.ts';
import type { FactsQuestion } from '../facts/answer.ts';
import { filterQuery, readFilters } from '../facts/read-filters.ts';
import { endpoint, written } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { writeParts } from '../http/write-parts.ts';
import { refuseUnknown } from '../plan/refuse-unknown.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { exportBook } from './export-book.ts';
import { exportCsv } from './export-csv.ts';
import { exportGeojson } from './export-geojson.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const Filtered = v.object(filterQuery);

interface FileKind {
  readonly ending: 'csv' | 'xlsx' | 'geojson';
  readonly type: string;
  readonly make: (
    context: Context,
    survey: SurveyDefinition,
    question: FactsQuestion,
  ) => AsyncIterable<string | Uint8Array>;
}

const csv: FileKind = { ending: 'csv', type: 'text/csv; charset=utf-8', make: exportCsv };
const book: FileKind = { ending: 'xlsx', type: workbookType, make: exportBook };
const geojson: FileKind = {
  ending: 'geojson',
  type: 'application/geo+json',
  make: exportGeojson,
};

export const exportRoutes = Router()
  .get(
    paths.responsesCsv(':survey'),
    may('export-responses'),
    endpoint(
      { params: SurveyKey, query: Filtered, summary: 'The same as CSV, one line an issue' },
      exported(csv),
    ),
  )
  .get(
    paths.responsesBook(':survey'),
    may('export-responses'),
    endpoint(
      { params: SurveyKey, query: Filtered, summary: 'The same as a workbook, one row an issue' },
      exported(book),
    ),
  )
  .get(
    paths.responsesGeojson(':survey'),
    may('export-responses'),
    endpoint(
      { params: SurveyKey, query: Filtered, summary: 'The same as GeoJSON, one feature an issue' },
      exported(geojson),
    ),
  );

interface Request {
  readonly params: { survey: string };
  readonly query: v.InferOutput<typeof Filtered>;
}

function exported({ ending, type, make }: FileKind) {
  return async ({ params, query }: Request, call: Call) => {
    const { context, scope, res } = call;
    const survey = await readSurvey(context, params.survey);
    if (!context.facts.ready)
      throw problem('not-ready', { detail: 'The responses are being counted.' });
    const question = { survey: params.survey, filters: readFilters(query, survey), scope };
    await refuseUnknown(context, question.filters);
    const changes = auditedChanges({}, question.filters);
    await auditOf(call).note({ what: 'exported', on: `survey:${params.survey}`, changes });
    res.attachment(`rabfang-${params.survey}.${ending}`).type(type);
    await writeParts(res.set('Cache-Control', 'no-store'), make(context, survey, question));
    return written;
  };
}
