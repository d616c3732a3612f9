// The survey rounds, and the one that a person looks at. Those that are worked in are kept on this device for the field.
import { paths } from '../../shared/api/paths.ts';
import type { Survey } from '../../shared/api/surveys.ts';
import type { Question } from '../../shared/survey/definition.ts';
import { ApiProblem, api } from './api.ts';
import { lookAtRound, rememberedRound, rememberRound, roundOfPage } from './chosen-round.ts';
import { newestFirst, pickRound } from './pick-round.ts';
import { session } from './session.ts';
import { createWatched, useWatched } from './watched.ts';

export interface CurrentSurvey {
  /** the one that is looked at */
  readonly survey: Survey | null;
  /** all that were published, newest first; without network those that are worked in */
  readonly surveys: readonly Survey[];
  /** an address asks for this one, and there is none of it */
  readonly unknown: string | null;
  /** an address asks for one that may have been published since the rounds were read: they are read again */
  readonly isLookedFor: boolean;
  /** why there is none, when it could not be read */
  readonly error: ApiProblem | null;
}

const key = 'rabfang.surveys';
/** where one alone was kept before there was a choice */
const keyOfOne = 'rabfang.survey';

/** what a survey did not say that was kept here before surveys were rounds */
const unsaid: Partial<Survey> = { state: 'open', stateReason: null, strategies: [], subPlans: [] };

function remembered(): readonly Survey[] {
  try {
    const one = localStorage.getItem(keyOfOne);
    const kept = JSON.parse(localStorage.getItem(key) ?? (one ? `[${one}]` : '[]')) as Survey[];
    return kept.filter(Boolean).map((survey) => ({ ...unsaid, ...survey }));
  } catch {
    return [];
  }
}

const personNow = (): string | null => session.get().user?.username ?? null;

let reader = personNow();
/** the server has said which there are */
let isAnswered = false;
/** what an address asked for when they were read last */
let lookedFor: string | null = null;
const store = createWatched<CurrentSurvey>(current(remembered(), null));
roundOfPage.subscribe(lookAgain);
session.subscribe(attend);

function current(surveys: readonly Survey[], error: ApiProblem | null): CurrentSurvey {
  const asked = roundOfPage.get();
  const survey = pickRound(surveys, asked, reader === null ? null : rememberedRound(reader));
  const isMissing = isAnswered && asked !== null && !surveys.some(({ id }) => id === asked);
  const isLookedFor = isMissing && asked !== lookedFor;
  const unknown = isMissing && !isLookedFor ? asked : null;
  return { survey, surveys: newestFirst(surveys), unknown, isLookedFor, error };
}

function lookAgain(): void {
  const { surveys, error } = store.get();
  store.set(current(surveys, error));
  if (store.get().isLookedFor) void refreshSurvey();
}

/** Each has a choice of their own, and what somebody else looked at is over. */
function attend(): void {
  const person = personNow();
  if (person === reader) return;
  const isAnother = reader !== null;
  reader = person;
  if (isAnother) lookAtRound(null);
  lookAgain();
  workIn(store.get().survey);
}

/** Somebody who has never chosen stays where they work until it closes, whatever else opens. */
function workIn(survey: Survey | null): void {
  if (survey && reader !== null && roundOfPage.get() === null)
    rememberRound(reader, { id: survey.id, chosen: false });
}

/** For this page, and on this device until another one is chosen. */
export function chooseRound(id: string): void {
  if (reader !== null) rememberRound(reader, { id, chosen: true });
  lookAtRound(id);
}

let asking: Promise<void> | undefined;

/** They were read a moment ago: a page that begins does not ask once more. */
const freshMs = 5000;
let readAt = 0;

export function keepSurveyFresh(): void {
  if (Date.now() - readAt > freshMs) void refreshSurvey();
}

/** Reads the rounds again, once for all who want it now; the remembered ones stay when the server cannot be reached. */
export function refreshSurvey(): Promise<void> {
  asking ??= readRounds().finally(() => {
    asking = undefined;
  });
  return asking;
}

async function readRounds(): Promise<void> {
  const asked = roundOfPage.get();
  try {
    const { items } = await api(paths.surveys());
    isAnswered = true;
    readAt = Date.now();
    lookedFor = asked;
    const now = current(items, null);
    keep(now);
    store.set(now);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    lookedFor = asked;
    store.set(current(store.get().surveys, error));
  }
}

function keep({ surveys, survey }: CurrentSurvey): void {
  workIn(survey);
  const worked = surveys.filter((one) => one.open || one.id === survey?.id);
  try {
    localStorage.setItem(key, JSON.stringify(worked));
    localStorage.removeItem(keyOfOne);
  } catch {
    // without room for it the field needs the network
  }
}

/** The questions of the survey as it is known now, outside of a component. */
/** Empty while none is known. */
export function surveyId(): string {
  return store.get().survey?.id ?? '';
}

export function surveyQuestions(): readonly Question[] {
  // on the wire a kind is any text, since old pages may meet new kinds; those are passed over
  return (store.get().survey?.questions ?? []) as readonly Question[];
}

export function useSurvey(): CurrentSurvey {
  return useWatched(store);
}
