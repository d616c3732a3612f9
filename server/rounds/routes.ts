// Rounds: one list for all who signed in; adding, editing, publishing, closing for administrators of the whole country.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { DraftChange, NewRound, Publishing, RoundStateChange } from '../../shared/api/rounds.ts';
import { areaOf } from '../../shared/places/scope.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { auditedChanges, auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { created, endpoint, nothing } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { addRound } from '../surveys/add-round.ts';
import { findRound, refuseRegional } from '../surveys/change-round.ts';
import { publishRound } from '../surveys/publish-round.ts';
import { listRounds, toRound } from '../surveys/read-rounds.ts';
import { changeDraft, dropDraft, toRoundDraft } from '../surveys/round-draft.ts';
import { setRoundState } from '../surveys/set-state.ts';
import { impactOf } from './impact.ts';

const RoundKey = v.object({ id: v.pipe(v.string(), v.maxLength(100)) });
/** notices and questions in two languages */
const draftBytes = 512 * 1024;

export const roundRoutes = Router()
  .get(
    paths.rounds(),
    may('read-rounds'),
    endpoint({ replies: replies.rounds.GET, summary: 'All rounds, newest first' }, list),
  )
  .post(
    paths.rounds(),
    may('manage-rounds'),
    endpoint(
      { body: NewRound, replies: replies.rounds.POST, summary: 'A new round, as a draft' },
      add,
    ),
  )
  .get(
    paths.draft(':id'),
    may('manage-rounds'),
    endpoint(
      {
        params: RoundKey,
        replies: replies.draft.GET,
        summary:
          'What is edited of a round, how it differs from what is published, and what has to be mended',
      },
      getDraft,
    ),
  )
  .patch(
    paths.draft(':id'),
    may('manage-rounds'),
    endpoint(
      {
        params: RoundKey,
        body: DraftChange,
        bodyBytes: draftBytes,
        replies: replies.draft.PATCH,
        summary: 'Change the draft; `revision` is the number that was seen',
      },
      patchDraft,
    ),
  )
  .delete(
    paths.draft(':id'),
    may('manage-rounds'),
    endpoint(
      { params: RoundKey, replies: replies.draft.DELETE, summary: 'Throw the draft away' },
      drop,
    ),
  )
  .get(
    paths.draftImpact(':id'),
    may('manage-rounds'),
    endpoint(
      {
        params: RoundKey,
        replies: replies.draftImpact.GET,
        summary: 'What publishing the draft touches',
      },
      impact,
    ),
  )
  .post(
    paths.roundVersions(':id'),
    may('manage-rounds'),
    endpoint(
      {
        params: RoundKey,
        body: Publishing,
        replies: replies.roundVersions.POST,
        summary: 'Publish the draft as the next version',
      },
      publish,
    ),
  )
  .post(
    paths.roundState(':id'),
    may('manage-rounds'),
    endpoint(
      {
        params: RoundKey,
        body: RoundStateChange,
        replies: replies.roundState.POST,
        summary: 'Close a round, open it again, or put it away, with the reason',
      },
      setState,
    ),
  );

type Params = { params: v.InferOutput<typeof RoundKey> };

async function list(_input: object, { context, user, scope }: Call) {
  const runsThem = user.role === 'administrator' && areaOf(scope) === null;
  return { items: await listRounds(context, runsThem), next: null };
}

async function add({ body }: { body: NewRound }, call: Call) {
  const { context, user, scope } = call;
  refuseRegional(scope);
  const { id, ...given } = body;
  const changes = auditedChanges({}, given);
  const added = await auditOf(call).before(
    { what: 'round-added', on: `survey:${id}`, changes },
    () => addRound(context, body, user.username),
  );
  return created(toRound(added, context.now(), true));
}

async function getDraft({ params }: Params, { context, scope }: Call) {
  refuseRegional(scope);
  return toRoundDraft(await findRound(context, params.id));
}

async function patchDraft(
  { params, body }: Params & { body: DraftChange },
  { context, user, scope }: Call,
) {
  refuseRegional(scope);
  return toRoundDraft(await changeDraft(context, params.id, body, user.username));
}

async function drop({ params }: Params, call: Call) {
  const { context, scope } = call;
  refuseRegional(scope);
  await auditOf(call).before({ what: 'round-draft-dropped', on: `survey:${params.id}` }, () =>
    dropDraft(context, params.id),
  );
  return nothing();
}

async function impact({ params }: Params, { context, scope }: Call) {
  refuseRegional(scope);
  return await impactOf(context, params.id);
}

async function publish({ params, body }: Params & { body: Publishing }, call: Call) {
  const { context, user, scope } = call;
  refuseRegional(scope);
  const { version } = await findRound(context, params.id);
  const changes = auditedChanges({ version }, { version: version + 1 });
  const after = await auditOf(call).before(
    { what: 'round-published', on: `survey:${params.id}`, changes },
    () => publishRound(context, params.id, user.username, body.revision),
  );
  return created(toRound(after, context.now(), true));
}

async function setState({ params, body }: Params & { body: RoundStateChange }, call: Call) {
  const { context, user, scope } = call;
  refuseRegional(scope);
  const { state } = await findRound(context, params.id);
  const reason = removePersonalData(body.reason).text;
  const changes = auditedChanges({ state, reason: null }, { state: body.state, reason });
  const after = await auditOf(call).before(
    { what: 'round-state-changed', on: `survey:${params.id}`, changes },
    () => setRoundState(context, params.id, body, user.username),
  );
  return toRound(after, context.now(), true);
}
