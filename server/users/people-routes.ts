// People: list, add, add many, change, disable, invite; and the invitations by which they set their own passwords.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import {
  AcceptedInvitation,
  NewPerson,
  PersonChange,
  personStates,
} from '../../shared/api/people.ts';
import { replies } from '../../shared/api/replies.ts';
import { roles } from '../../shared/api/session.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { created, endpoint } from '../http/endpoint.ts';
import { largeBody, readFileBody } from '../http/json-body.ts';
import { counterOf, networkOf } from '../http/limits.ts';
import { orCsv } from '../http/or-csv.ts';
import { pageQuery, readPage } from '../http/page.ts';
import { may } from '../http/permissions.ts';
import { Problem } from '../http/problem.ts';
import { addPeople } from './add-people.ts';
import { askForCode } from './ask-for-code.ts';
import { addPerson, changePerson, invitePerson } from './change-people.ts';
import { enter } from './enter.ts';
import { acceptInvitation, readInvitation } from './invitations.ts';
import { refuseWherePasswordsAreOff } from './passwords-off.ts';
import { listPeople, readPerson } from './read-people.ts';

const PersonKey = v.object({ username: v.pipe(v.string(), v.maxLength(100), v.toLowerCase()) });
const InvitationKey = v.object({ code: v.pipe(v.string(), v.maxLength(100)) });
const Listing = v.object({
  ...pageQuery,
  role: v.optional(v.picklist(roles)),
  office: v.optional(v.pipe(v.string(), v.maxLength(100))),
  state: v.optional(v.picklist(personStates)),
  q: v.optional(v.pipe(v.string(), v.maxLength(100))),
});
const yesOrNo = v.optional(v.picklist(['true', 'false']), 'false');
const AddingMany = v.object({ dryRun: yesOrNo, renew: yesOrNo });

type OfPerson = { params: v.InferOutput<typeof PersonKey> };
type OfInvitation = { params: v.InferOutput<typeof InvitationKey> };

export const peopleRoutes = Router()
  .get(
    paths.people(),
    may('manage-people'),
    endpoint(
      {
        query: Listing,
        replies: replies.people.GET,
        summary: 'The people whom one manages, by their user names',
      },
      list,
    ),
  )
  .post(
    paths.people(),
    may('manage-people'),
    orCsv(
      endpoint(
        {
          body: NewPerson,
          rate: 'people',
          replies: replies.people.POST,
          summary:
            'Add a person, who sets their password by the invitation; or many, by a file as text/csv (`dryRun=true`: only its check)',
        },
        add,
      ),
      endpoint(
        { query: AddingMany, rate: 'people', takesItsTime: true, replies: replies.people.POST },
        addMany,
      ),
    ),
  )
  .get(
    paths.person(':username'),
    may('manage-people'),
    endpoint({ params: PersonKey, replies: replies.person.GET, summary: 'One person' }, read),
  )
  .patch(
    paths.person(':username'),
    may('manage-people'),
    endpoint(
      {
        params: PersonKey,
        body: PersonChange,
        rate: 'people',
        replies: replies.person.PATCH,
        summary:
          'Change a person, disable them (all sessions and tokens end at once) or enable them',
      },
      change,
    ),
  )
  .post(
    paths.personInvitation(':username'),
    may('manage-people'),
    endpoint(
      {
        params: PersonKey,
        rate: 'people',
        replies: replies.personInvitation.POST,
        summary: 'A new invitation, shown this once; older ones are over',
      },
      invite,
    ),
  )
  .get(
    paths.invitation(':code'),
    may('accept-invitation'),
    endpoint(
      {
        params: InvitationKey,
        replies: replies.invitation.GET,
        summary: 'Whom an invitation is for',
      },
      whoIsInvited,
    ),
  )
  .post(
    paths.invitation(':code'),
    may('accept-invitation'),
    endpoint(
      {
        params: InvitationKey,
        body: AcceptedInvitation,
        replies: replies.invitation.POST,
        summary: 'Set the password, once; one is signed in then',
      },
      accept,
    ),
  );

async function list({ query }: { query: v.InferOutput<typeof Listing> }, { context, user }: Call) {
  const { limit: _limit, after: _after, ...filter } = query;
  return await listPeople(context, user, filter, readPage(query));
}

async function add({ body }: { body: NewPerson }, call: Call) {
  return created(await addPerson(call.context, call.user, body, auditOf(call)));
}

async function addMany({ query }: { query: v.InferOutput<typeof AddingMany> }, call: Call) {
  const { context, user, req, res } = call;
  const dryRun = query.dryRun === 'true';
  const bytes = await readFileBody(req, res, { bytes: largeBody });
  const added = await addPeople(context, user, bytes, {
    dryRun,
    renew: query.renew === 'true',
    audit: auditOf(call),
  });
  return dryRun ? added : created(added);
}

async function read({ params }: OfPerson, { context, user }: Call) {
  return await readPerson(context, user, params.username);
}

async function change({ params, body }: OfPerson & { body: PersonChange }, call: Call) {
  return await changePerson(call.context, call.user, params.username, body, auditOf(call));
}

async function invite({ params }: OfPerson, call: Call) {
  const { context, user } = call;
  return created(await invitePerson(context, user, params.username, auditOf(call)));
}

async function whoIsInvited({ params }: OfInvitation, call: Call) {
  const { _id, name, invitation } = await slowly(call, () =>
    readInvitation(call.context, params.code),
  );
  return { username: _id, name, expiresAt: invitation.expiresAt.toISOString() };
}

async function accept(
  { params, body }: OfInvitation & { body: v.InferOutput<typeof AcceptedInvitation> },
  call: Call,
) {
  const accepted = await slowly(call, () =>
    acceptInvitation(
      call.context,
      params.code,
      body.password,
      async (invited) => {
        refuseWherePasswordsAreOff(call.context, invited);
        await askForCode(call, invited, body.code);
      },
      auditOf(call),
    ),
  );
  return await enter(call, accepted);
}

/** An address that tries many codes waits. @throws too-many-requests */
async function slowly<T>({ context, req }: Call, work: () => Promise<T>): Promise<T> {
  const who = counterOf(networkOf(req.ip ?? ''));
  context.limits.check('wrong invitations', who);
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && error.type === 'invitation-over')
      context.limits.add('wrong invitations', who, 1);
    throw error;
  }
}
