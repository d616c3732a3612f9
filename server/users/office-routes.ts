// Offices: their names for everybody who signed in; adding and changing them for administrators.
import { Router } from 'express';
import * as v from 'valibot';
import {
  NewOffice,
  NewReasonTemplate,
  OfficeChange,
  ReasonTemplateChange,
} from '../../shared/api/offices.ts';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { created, endpoint } from '../http/endpoint.ts';
import { pageQuery, readPage } from '../http/page.ts';
import { may } from '../http/permissions.ts';
import { addOffice, changeOffice } from '../offices/change-offices.ts';
import { listOffices } from '../offices/read-offices.ts';
import { addTemplate, changeTemplate, readTemplates } from '../offices/reason-templates.ts';
import { countPeopleOf } from './read-people.ts';

const OfficeKey = v.object({ id: v.pipe(v.string(), v.maxLength(100)) });
const ReasonKey = v.object({ ...OfficeKey.entries, reason: v.pipe(v.string(), v.maxLength(100)) });
const Listing = v.object(pageQuery);

export const officeRoutes = Router()
  .get(
    paths.offices(),
    may('read-offices'),
    endpoint(
      { query: Listing, replies: replies.offices.GET, summary: 'The offices, by their ids' },
      list,
    ),
  )
  .post(
    paths.offices(),
    may('manage-offices'),
    endpoint(
      { body: NewOffice, rate: 'people', replies: replies.offices.POST, summary: 'Add an office' },
      add,
    ),
  )
  .patch(
    paths.office(':id'),
    may('manage-offices'),
    endpoint(
      {
        params: OfficeKey,
        body: OfficeChange,
        rate: 'people',
        replies: replies.office.PATCH,
        summary: 'Change an office, close it or open it again; none is ever removed',
      },
      change,
    ),
  )
  .get(
    paths.reasonTemplates(':id'),
    may('read-offices'),
    endpoint(
      {
        params: OfficeKey,
        replies: replies.reasonTemplates.GET,
        summary: 'Reasons that an office gives often for sending back and rejecting',
      },
      reasons,
    ),
  )
  .post(
    paths.reasonTemplates(':id'),
    may('manage-reasons'),
    endpoint(
      {
        params: OfficeKey,
        body: NewReasonTemplate,
        rate: 'people',
        replies: replies.reasonTemplates.POST,
        summary: 'Add a reason; an officer to those of the own office',
      },
      addReason,
    ),
  )
  .patch(
    paths.reasonTemplate(':id', ':reason'),
    may('manage-reasons'),
    endpoint(
      {
        params: ReasonKey,
        body: ReasonTemplateChange,
        rate: 'people',
        replies: replies.reasonTemplate.PATCH,
        summary: 'Change a reason, retire it or offer it again; none is ever removed',
      },
      changeReason,
    ),
  );

async function reasons({ params }: { params: v.InferOutput<typeof OfficeKey> }, call: Call) {
  return { items: await readTemplates(call.context, params.id), next: null };
}

async function addReason(
  { params, body }: { params: v.InferOutput<typeof OfficeKey>; body: NewReasonTemplate },
  call: Call,
) {
  const by = { user: call.user, audit: auditOf(call) };
  return created(await addTemplate(call.context, params.id, body, by));
}

async function changeReason(
  { params, body }: { params: v.InferOutput<typeof ReasonKey>; body: ReasonTemplateChange },
  call: Call,
) {
  const key = { office: params.id, id: params.reason };
  const by = { user: call.user, audit: auditOf(call) };
  return await changeTemplate(call.context, key, body, by);
}

async function list({ query }: { query: v.InferOutput<typeof Listing> }, { context }: Call) {
  return await listOffices(context, readPage(query));
}

async function add({ body }: { body: NewOffice }, call: Call) {
  return created(await addOffice(call.context, body, call.scope, auditOf(call)));
}

async function change(
  { params, body }: { params: v.InferOutput<typeof OfficeKey>; body: OfficeChange },
  call: Call,
) {
  const { context, scope } = call;
  const peopleOf = (office: string) => countPeopleOf(context, office);
  return await changeOffice(context, params.id, body, scope, {
    peopleOf,
    audit: auditOf(call),
  });
}
