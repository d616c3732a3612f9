// Says that figures may have changed, as server-sent events: at most two a second, so that a batch is no storm.

import { isInScope } from '../../shared/places/scope.ts';
import type { Call } from '../context.ts';
import { written } from '../http/endpoint.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { isStillIn } from '../users/read-identity.ts';

const apartMs = 500;
const heartbeatMs = 15_000;
/** within this time every process has heard of a change, as each engine tells it */
const heardByAllMs = { none: undefined, told: 1000, asked: 2000 } as const;

/** Ends with the server, the session, or the reader. */
export async function followChanges(
  { params }: { params: { survey: string } },
  { context, user, scope, req, res }: Call,
) {
  await readSurvey(context, params.survey);
  if (res.destroyed) return written;
  const { facts, following, limits, stopping } = context;
  res.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    // compression would hold the events back
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  if (req.method === 'HEAD') {
    res.end(); // nothing of a stream will ever be sent to who asks for its head
    return written;
  }
  const release = limits.hold('streams', user.username);
  res.write('retry: 3000\n\n');
  const end = () => res.end();
  const say = async (words: string) => {
    const alive = await isStillIn(context, res);
    if (res.writableEnded) return;
    if (alive) res.write(words);
    else end();
  };
  // the figures may be asked for at a process that hears of it later: they are to be asked for once more then
  const againMs = heardByAllMs[context.db.others.kind];
  const changes = atMostEvery(apartMs, againMs, () => say('event: change\ndata: {}\n\n'));
  const endListening = facts.onChange(({ survey, province }) => {
    if (survey !== params.survey) return;
    if (province === null || isInScope(scope, province)) changes.happened();
  });
  const endFollowing = following.onChange(() => changes.happened());
  const heartbeat = setInterval(() => say(': still here\n\n'), heartbeatMs);
  stopping.addEventListener('abort', end);
  res.once('close', () => {
    release();
    endListening();
    endFollowing();
    changes.stop();
    clearInterval(heartbeat);
    stopping.removeEventListener('abort', end);
  });
  if (stopping.aborted) end();
  return written;
}

/**
 * Calls `tell` at the first of several happenings and again when they go on, never twice within `ms`; and once more when nothing
 * has happened for `lastlyMs`.
 */
function atMostEvery(ms: number, lastlyMs: number | undefined, tell: () => void) {
  let timer: NodeJS.Timeout | undefined;
  let last: NodeJS.Timeout | undefined;
  let again = false;
  const run = () => {
    tell();
    again = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (again) run();
    }, ms);
  };
  const soon = () => {
    again = true;
    if (!timer) run();
  };
  return {
    happened: () => {
      soon();
      clearTimeout(last);
      if (lastlyMs !== undefined) last = setTimeout(soon, lastlyMs);
    },
    stop: () => {
      clearTimeout(timer);
      clearTimeout(last);
    },
  };
}
