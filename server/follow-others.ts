// How this process follows what others write, as far as others can: composed here, because the features know their documents and
// the follower knows none.
import type { Context } from './context.ts';
import type { Others } from './db/database.ts';
import type { Token } from './db/watch.ts';
import type { Countable } from './facts/countable.ts';
import { loadFacts } from './facts/load.ts';
import { agreesWith, type Stored } from './facts/self-check.ts';
import { AskedChanges, type Asking } from './following/asked.ts';
import { type ChangeSource, Follower } from './following/follower.ts';
import { alone, type Following } from './following/following.ts';
import { type Telling, ToldChanges } from './following/told.ts';
import {
  everyLink,
  hearLinks,
  hearLinksOf,
  linkStampsSince,
  prepareLinkStamps,
  watchedLinks,
} from './links/hear-links.ts';
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
import { storedCountables } from './responses/stored-countables.ts';
import { hearSurvey, hearSurveys, watchedSurveys } from './surveys/hear-surveys.ts';
import { readSurveys } from './surveys/read-survey.ts';

type Watching = Extract<Others, { kind: 'told' }>['watch'];
type Counting = Pick<Context, 'db' | 'facts' | 'log' | 'now' | 'stopping'>;

/** What facts stand with already, before a start has read anything. */
export interface Begun {
  /** where to go on hearing; undefined where nobody else writes */
  readonly after?: Token;
}

/** Facts that count everything that is stored, and from then on what others store. */
export interface FollowedFacts {
  readonly following: Following;
  /** resolves when the facts are complete */
  begin(): Promise<void>;
  /** Once the server stops. @returns where to go on: everything before is counted; undefined where nobody tells it */
  ended(): Promise<Token>;
}

export function followOthers(context: Counting, begun?: Begun): FollowedFacts {
  const source = sourceOf(context);
  if (!source) {
    const begin = () => (begun ? goOn(context) : countAll(context));
    return { following: alone(context.now), begin, ended: async () => undefined };
  }
  const countAnew = async () => {
    context.facts.beginAnew();
    await countAll(context);
  };
  const follower = new Follower(source, { ...context, countAnew });
  let following: Promise<void> | undefined;
  const begin = async () => {
    if (!(begun && (await catchUp(context, follower, begun)))) {
      await follower.begin();
      await countAll(context);
    }
    following = follower.follow();
  };
  const ended = async () => {
    await following;
    return following && source.token;
  };
  return { following: follower, begin, ended };
}

/** With what was kept: hears what happened since. @returns whether the facts are complete now */
async function catchUp(context: Counting, follower: Follower, { after }: Begun): Promise<boolean> {
  const { facts, log, db } = context;
  try {
    await setSurveys(context);
    const most = Math.max(leastWorthHearing, facts.size.responses / hearingCosts);
    await follower.beginAfter(after, most);
    if (await agreesInTime(storedCountables(db), context, follower)) {
      await goOn(context);
      return true;
    }
    log.warn('what was counted before does not fit what is stored: all of it is counted anew');
  } catch (err) {
    context.stopping.throwIfAborted();
    log.info({ err }, 'what happened since the last stop cannot be heard: all is counted anew');
  }
  facts.beginAnew();
  return false;
}

/** a change that is heard costs some times as much as a response that is read */
const hearingCosts = 4;
const leastWorthHearing = 10_000;

/** Others go on writing: what differs is looked at again once everything was heard that was there to be read. */
async function agreesInTime(
  stored: Stored,
  { facts }: Counting,
  follower: Follower,
): Promise<boolean> {
  for (let look = 0; look < 3; look++) {
    if (await agreesWith(stored, facts)) return true;
    await follower.hearAllUntilNow();
  }
  return false;
}

async function countAll(context: Counting): Promise<void> {
  await setSurveys(context);
  const { db } = context;
  const everything = { responses: everyResponse(db), links: everyLink(db) };
  await loadFacts(context, everything, db.damage.examined);
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
  const links = watchedLinks.collection.schema.get('collection');
  const deleted = new Set<string>();
  return {
    watch: (after) => watch([watchedResponses, watchedSurveys, watchedLinks], after),
    take: ({ collection, id, document }) => {
      if (collection === surveys) hearSurvey(context, { document });
      else if (collection === links) {
        // none is ever deleted, but by an operator: the next start counts without it
        if (document) hearLinks(context, document as Parameters<typeof hearLinks>[1]);
      } else if (document)
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
    prepare: async () => {
      await prepareStamps(context);
      await prepareLinkStamps(context);
    },
    changedSince: async function* (from) {
      yield* stampsSince(context, from);
      yield* linkStampsSince(context, from);
    },
    isKnown: (stamp) => !isLinkId(stamp._id) && isHeardOf(context, stamp),
    take: async (ids) => {
      const responses = ids.filter((id) => !isLinkId(id));
      await hearResponses(context, responses);
      await hearLinksOf(context, ids.filter(isLinkId));
    },
    takeSmall: () => hearSurveys(context),
  };
}

/** `{response}#{issue}`; a response's id has no such sign */
const isLinkId = (id: string): boolean => id.includes('#');
