// The plan: projects below the sub-plans, and what they reach.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import {
  indicatorKey,
  NewProject,
  ProjectChange,
  projectStates,
  ReportedResult,
} from '../../shared/api/plan.ts';
import { replies } from '../../shared/api/replies.ts';
import { workbookType } from '../../shared/workbook/workbook-type.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { created, endpoint } from '../http/endpoint.ts';
import { orCsv } from '../http/or-csv.ts';
import { pageQuery, readPage } from '../http/page.ts';
import { may } from '../http/permissions.ts';
import { addProject, changeProject, reportResult } from './change-projects.ts';
import { planFileRoutes, takeFile } from './file-routes.ts';
import { listProjects, readStoredProject, toProject } from './read-projects.ts';

const short = v.pipe(v.string(), v.maxLength(100));
const ProjectKey = v.object({ id: short });
const ResultKey = v.object({
  id: short,
  year: v.pipe(v.string(), v.regex(/^2[56]\d\d$/), v.transform(Number)),
  indicator: v.pipe(v.string(), v.regex(indicatorKey)),
});
const Listing = v.object({
  ...pageQuery,
  q: v.optional(short),
  subPlan: v.optional(short),
  office: v.optional(short),
  province: v.optional(short),
  state: v.optional(v.picklist(projectStates)),
});

type OfProject = { params: v.InferOutput<typeof ProjectKey> };

const projectRoutes = Router()
  .get(
    paths.projects(),
    may('read-plan'),
    endpoint(
      {
        query: Listing,
        replies: replies.projects.GET,
        summary: 'The projects of the plan with their results, by their codes',
      },
      list,
    ),
  )
  .post(
    paths.projects(),
    may('edit-plan'),
    orCsv(
      endpoint(
        {
          body: NewProject,
          rate: 'people',
          replies: replies.projects.POST,
          summary:
            'Add a project below one or more sub-plans; or add and change many, and their results, by a file as text/csv or .xlsx (`dryRun=true`: only its check)',
        },
        add,
      ),
      takeFile,
      workbookType,
    ),
  )
  .get(
    paths.project(':id'),
    may('read-plan'),
    endpoint({ params: ProjectKey, replies: replies.project.GET, summary: 'One project' }, read),
  )
  .patch(
    paths.project(':id'),
    may('edit-plan'),
    endpoint(
      {
        params: ProjectKey,
        body: ProjectChange,
        rate: 'people',
        replies: replies.project.PATCH,
        summary: 'Change a project, or retire it; none is ever removed',
      },
      change,
    ),
  )
  .put(
    paths.projectResult(':id', ':year', ':indicator'),
    may('report-results'),
    endpoint(
      {
        params: ResultKey,
        body: ReportedResult,
        rate: 'people',
        replies: replies.projectResult.PUT,
        summary: 'What a project was to reach and has reached in a fiscal year, by one indicator',
      },
      putResult,
    ),
  );

export const planRoutes = [planFileRoutes, projectRoutes];

const byOf = (call: Call) => ({ user: call.user, audit: auditOf(call) });

async function list({ query }: { query: v.InferOutput<typeof Listing> }, { context }: Call) {
  const { limit: _limit, after: _after, ...wanted } = query;
  return await listProjects(context, wanted, readPage(query));
}

async function add({ body }: { body: NewProject }, call: Call) {
  return created(await addProject(call.context, body, byOf(call)));
}

async function read({ params }: OfProject, { context }: Call) {
  return toProject(await readStoredProject(context, params.id), context.now());
}

async function change({ params, body }: OfProject & { body: ProjectChange }, call: Call) {
  return await changeProject(call.context, params.id, body, byOf(call));
}

async function putResult(
  { params, body }: { params: v.InferOutput<typeof ResultKey>; body: ReportedResult },
  call: Call,
) {
  return await reportResult(call.context, params, body, byOf(call));
}
