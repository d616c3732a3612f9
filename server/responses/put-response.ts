// One response from the form or the API: the same rules, the same insert; repeating is safe because the sender made the id.
import type { HowFilled } from '../../shared/api/filling.ts';
import type { Scope, User } from '../../shared/api/session.ts';
import { districtsOf } from '../../shared/places/districts.ts';
import { isInScope } from '../../shared/places/scope.ts';
import { checkResponse } from '../../shared/survey/check-response.ts';
import type { RawResponse } from '../../shared/survey/response.ts';
import { digestOf } from '../../shared/survey/response-digest.ts';
import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { isOpen, notOpen } from '../surveys/not-open.ts';
import { readDefinitionFor, type SurveyRound } from '../surveys/read-survey.ts';
import { type Collector, collectorOf } from './handed-in.ts';
import type { Entry, Inserted } from './insert-responses.ts';
import { insertResponses } from './insert-responses.ts';
import { holds, readKnown } from './known.ts';
import { reviseResponse } from './revise-response.ts';
import { sha256 } from './sha256.ts';

interface Sent {
  readonly id: string;
  readonly raw: RawResponse;
  /** of a response that was sent back: the one that was seen */
  readonly revision?: number | undefined;
  /** who filled it in, when it was not who sends it */
  readonly collectedBy?: string | undefined;
  readonly filling?: HowFilled | undefined;
}

/** @throws revision-stale, response-invalid, not-allowed (outside the scope), not-a-colleague, survey-closed, response-differs */
export async function putResponse(
  context: Context,
  survey: SurveyRound,
  sent: Sent,
  user: User,
): Promise<Inserted> {
  const today = bangkokDay(context.now());
  const definition = await readDefinitionFor(context, survey, sent.raw.version);
  const { response, violations } = checkResponse(definition, publishedIn(sent.raw, survey), {
    today,
    districts: districtsOf,
  });
  if (!response) throw problem('response-invalid', { violations });
  refuseOutside(user.scope, response.place.province);
  const { revision } = sent;
  if (revision !== undefined)
    return reviseResponse(
      context,
      { survey: survey.id, id: sent.id, revision, response, violations },
      user,
    );
  const { username: by, office, ...handedIn } = await senderOf(context, sent, user);
  const { id, filling } = sent;
  const entry = { id, response, violations, by, office, filling, ...handedIn };
  if (!isOpen(survey, context.now())) return replayOnly(context, survey, entry);
  const [inserted] = await insertResponses(context, survey, [entry]);
  if (!inserted) throw new Error('one entry gives one outcome');
  if (inserted.outcome === 'different' && inserted.stored.held) {
    throw problem('not-ready', { detail: 'A file with this id is being loaded.', retryAfter: 10 });
  }
  if (inserted.outcome === 'different') {
    throw problem('response-differs', {
      detail: 'Send it under a new id, or keep the stored one.',
    });
  }
  return inserted;
}

/** Who sends it, or the colleague for whom they hand it in. */
async function senderOf(
  context: Context,
  { collectedBy }: Sent,
  user: User,
): Promise<Collector & { readonly handedInBy?: string }> {
  const { username, office } = user;
  if (collectedBy === undefined || collectedBy === username) return { username, office };
  return { ...(await collectorOf(context, collectedBy, user)), handedInBy: username };
}

/** A version that nobody has published yet would say something else once somebody has. */
function publishedIn(raw: RawResponse, { version }: SurveyRound): RawResponse {
  return typeof raw.version === 'number' && raw.version > version ? { ...raw, version } : raw;
}

function refuseOutside(scope: Scope, province: string): void {
  if (isInScope(scope, province)) return;
  throw problem('not-allowed', {
    detail: 'The province is outside of where you may send responses for.',
    violations: [{ code: 'outside-scope', level: 'error', pointer: '/place/province', province }],
  });
}

/** A closed survey still acknowledges what it has: the first answer may have been lost on the way. */
async function replayOnly(context: Context, survey: SurveyRound, entry: Entry): Promise<Inserted> {
  const stored = (await readKnown(context, [entry.id])).get(entry.id);
  if (
    stored?.survey === survey.id &&
    !stored.held &&
    holds(stored, digestOf(entry.response, sha256))
  )
    return { outcome: 'same', stored };
  throw notOpen(survey, context.now());
}
