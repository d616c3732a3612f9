// The plan as files: a table for Excel, which can be changed there and sent again.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { workbookType } from '../../shared/workbook/workbook-type.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { created, endpoint, written } from '../http/endpoint.ts';
import { firstSheet } from '../http/first-sheet.ts';
import { readFileBody } from '../http/json-body.ts';
import { may } from '../http/permissions.ts';
import { writeParts } from '../http/write-parts.ts';
import { planBook, planCsv } from './plan-lines.ts';
import { takePlanFile } from './take-plan-file.ts';

/** of a file that is taken in: 5,000 rows */
const mostBytes = 4 * 1024 * 1024;

const Written = v.object({ lang: v.optional(v.picklist(['th', 'en']), 'th') });
const Taken = v.object({ dryRun: v.optional(v.picklist(['true', 'false'])) });
type OfWritten = { query: v.InferOutput<typeof Written> };

export const planFileRoutes = Router()
  .get(
    paths.projectsCsv(),
    may('read-plan'),
    endpoint(
      { query: Written, summary: 'All projects and results as CSV, a line a result' },
      writeCsv,
    ),
  )
  .get(
    paths.projectsBook(),
    may('read-plan'),
    endpoint({ query: Written, summary: 'The same as a workbook' }, writeBook),
  );

/** A file of projects and results, as `text/csv` or a workbook. */
export const takeFile = endpoint(
  { query: Taken, rate: 'people', takesItsTime: true, replies: replies.projects.POST },
  async ({ query }: { query: v.InferOutput<typeof Taken> }, call: Call) => {
    const { context, user, req, res } = call;
    const dryRun = query.dryRun === 'true';
    const bytes = await readFileBody(req, res, { bytes: mostBytes });
    const csv = req.is(workbookType) ? await firstSheet(bytes) : bytes;
    const read = await takePlanFile(context, csv, { user, audit: auditOf(call), dryRun });
    return dryRun ? read : created(read);
  },
);

async function writeCsv({ query }: OfWritten, { context, res }: Call) {
  res.attachment('rabfang-plan.csv').type('text/csv; charset=utf-8');
  res.set('Cache-Control', 'no-store').send(await planCsv(context, query.lang));
  return written;
}

async function writeBook({ query }: OfWritten, { context, res }: Call) {
  res.attachment('rabfang-plan.xlsx').type(workbookType);
  res.set('Cache-Control', 'no-store');
  await writeParts(res, await planBook(context, query.lang));
  return written;
}
