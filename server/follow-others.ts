// How this process follows what others write, as far as others can: composed here, because the features know their documents and
// the follower knows none.
import type { Context } from './context.ts';
import type { Others } from './db/database.ts';
import type { Countable } from './facts/countable.ts';
import { loadFacts } from './facts/load.ts';
import { AskedChanges, type Asking } from './following/asked.ts';
import { type ChangeSource, Follower } from './following/follower.ts';
import { alone, type Following } from './following/following.ts';
import { type Telling, ToldChanges } from './following/told.ts';
import { everyResponse } from './responses/every-response.ts';
import {
  hearDeletions,
  hearResponse,
  hearResponses,
  isHeardOf,
  prepareStamps,
  stampsSince,
  watchedResponses,
} from './responses/hear-responses.ts';
import { hearSurvey, hearSurveys, watchedSurveys } from './surveys/hear-surveys.ts';
import { readSurveys } from './surveys/read-survey.ts';

type Watching = Extract<Others, { kind: 'told' }>['watch'];
type Counting = Pick<Context, 'db' | 'facts' | 'log' | 'now' | 'stopping'>;

/** Facts that count everything that is stored, and from then on what others store. */
export interface FollowedFacts {
  readonly following: Following;
  /** resolves when the facts are complete */
  begin(): Promise<void>;
}

/** `begun`: the facts stand already as they are stored */
export function followOthers(context: Counting, begun = false): FollowedFacts {
  const source = sourceOf(context);
  const begin = () => (begun ? goOn(context) : countAll(context));
  if (!source) return { following: alone(context.now), begin };
  const countAnew = async () => {
    context.facts.beginAnew();
    await countAll(context);
  };
  const follower = new Follower(source, { ...context, countAnew });
  const beginFollowing = async () => {
    await follower.begin();
    await begin();
    void follower.follow();
  };
  return { following: follower, begin: beginFollowing };
}

async function countAll(context: Counting): Promise<void> {
  await setSurveys(context);
  await loadFacts(context, everyResponse(context.db), context.db.damage.examined);
}

/** With what was counted before. Should the file turn out damaged, the start ends all the same. */
async function goOn(context: Counting): Promise<void> {
  const { facts, log, now, db } = context;
  await setSurveys(context);
  facts.complete(now());
  log.info({ ...facts.size, kept: true }, 'facts are complete');
  await db.damage.examined;
}

async function setSurveys(context: Counting): Promise<void> {
  for (const survey of await readSurveys(context)) context.facts.setSurvey(survey);
}

function sourceOf(context: Counting): ChangeSource | undefined {
  const { others } = context.db;
  if (others.kind === 'told') return new ToldChanges(tellingOf(context, others.watch));
  if (others.kind === 'asked') return new AskedChanges(askingOf(context, others.time));
  return undefined;
}

function tellingOf(context: Counting, watch: Watching): Telling {
  const surveys = watchedSurveys.collection.schema.get('collection');
  const deleted = new Set<string>();
  return {
    watch: (after) => watch([watchedResponses, watchedSurveys], after),
    take: ({ collection, id, document }) => {
      if (collection === surveys) hearSurvey(context, { document });
      else if (document)
        hearResponse(context, document as Countable); // the fields that are watched
      else deleted.add(id);
    },
    settle: async () => {
      await hearDeletions(context, [...deleted]);
      deleted.clear();
    },
  };
}

function askingOf(context: Counting, time: () => Promise<Date>): Asking {
  return {
    time,
    now: context.now,
    onSkew: (ms) =>
      context.log.warn({ ms }, 'this clock and that of the database differ: figures may come late'),
    prepare: () => prepareStamps(context),
    changedSince: (from) => stampsSince(context, from),
    isKnown: (stamp) => isHeardOf(context, stamp),
    take: (ids) => hearResponses(context, ids),
    takeSmall: () => hearSurveys(context),
  };
}
