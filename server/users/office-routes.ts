// Offices: their names for everybody who signed in; adding and changing them for administrators.
import { Router } from 'express';
import * as v from 'valibot';
import { NewOffice, OfficeChange } from '../../shared/api/offices.ts';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { created, endpoint } from '../http/endpoint.ts';
import { pageQuery, readPage } from '../http/page.ts';
import { may } from '../http/permissions.ts';
import { addOffice, changeOffice } from '../offices/change-offices.ts';
import { listOffices } from '../offices/read-offices.ts';
import { countPeopleOf } from './read-people.ts';

const OfficeKey = v.object({ id: v.pipe(v.string(), v.maxLength(100)) });
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
  );

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
