// A survey's definition by its id. Whatever wrote it, what cannot be understood is said, and does not fail in the middle of a rule. Every response asks for it, so it is remembered for a second.
import * as v from 'valibot';
import { Survey } from '../../shared/api/surveys.ts';
import { completed } from '../../shared/survey/core-questions.ts';
import {
  extraKinds,
  type Question,
  type RoundState,
  type SurveyDefinition,
} from '../../shared/survey/definition.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { problem } from '../http/problem.ts';
import { type StoredSurvey, storedSurveys } from './survey.model.ts';
import { storedSurveyVersions, versionKeyOf } from './survey-version.model.ts';

/** A definition, and how its round stands. */
export interface SurveyRound extends SurveyDefinition {
  readonly state: RoundState;
  readonly stateReason: string | null;
  /** null: stored by a version that did not say */
  readonly stateSince: string | null;
}

const rememberMs = 1000;
const remembered = new WeakMap<Database, Map<string, { survey: SurveyRound; at: number }>>();

/** @throws not-found (also: not published yet), storage-damaged for a definition that cannot be understood */
export async function readSurvey({ db }: Pick<Context, 'db'>, id: string): Promise<SurveyRound> {
  const known = remembered.get(db) ?? new Map();
  remembered.set(db, known);
  const hit = known.get(id);
  if (hit && performance.now() - hit.at < rememberMs) return hit.survey;
  const stored = await db.model(storedSurveys).findById(id).lean();
  if (!stored || stored.state === 'draft')
    throw problem('not-found', { detail: 'There is no such survey.' });
  const survey = toDefinition(stored);
  if (!survey) throw damaged();
  known.set(id, { survey, at: performance.now() });
  return survey;
}

/** What was remembered is read again; a read that is under way remembers nothing any more. */
export function forgetSurveys(db: Database): void {
  remembered.set(db, new Map());
}

const damaged = () =>
  problem('storage-damaged', {
    detail: 'The definition of this survey cannot be understood.',
    retryAfter: 60,
  });

const versions = new WeakMap<Database, Map<string, SurveyDefinition>>();

/** The survey as this version of it was published; undefined: that is not known here. */
export async function readVersion(
  { db }: Pick<Context, 'db'>,
  round: SurveyRound,
  version: number,
): Promise<SurveyRound | undefined> {
  if (version === round.version) return round;
  if (version > round.version) return undefined;
  const known = versions.get(db) ?? new Map();
  versions.set(db, known);
  const key = versionKeyOf(round.id, version);
  const before = known.get(key) ?? (await readStoredVersion(db, key));
  if (before) known.set(key, before);
  const { state, stateReason, stateSince } = round;
  return before && { ...before, state, stateReason, stateSince };
}

async function readStoredVersion(db: Database, key: string): Promise<SurveyDefinition | undefined> {
  const stored = await db.model(storedSurveyVersions).findById(key).lean();
  if (!stored) return undefined;
  const { survey, version, content } = stored;
  const definition = understood({
    id: survey,
    version,
    ...content,
    state: 'open',
    stateReason: null,
    stateSince: null,
  });
  if (!definition) throw damaged();
  return definition;
}

/**
 * By what a response is judged: the version that it was made under. One of before, of which nothing is kept, and one that was never
 * published are judged by today's.
 */
export async function readDefinitionFor(
  context: Pick<Context, 'db'>,
  survey: SurveyRound,
  version: unknown,
): Promise<SurveyRound> {
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return survey;
  return (await readVersion(context, survey, version)) ?? survey;
}

export const mostSurveys = 64;

/** All published ones that can be understood (the facts have room for 64), newest first. */
export async function readSurveys({ db }: Pick<Context, 'db'>): Promise<SurveyRound[]> {
  const stored = await db.model(storedSurveys).find({}).sort({ _id: -1 }).limit(mostSurveys).lean();
  return stored
    .filter(({ state }) => state !== 'draft')
    .map(toDefinition)
    .filter((survey) => survey !== undefined);
}

function toDefinition(stored: StoredSurvey): SurveyRound | undefined {
  const { _id, revision: _r, draft: _d, states = [], publishedAt: _p, ...rest } = stored;
  const since = states.findLast(({ state }) => state === stored.state)?.at;
  return understood({ id: _id, ...rest, stateSince: since?.toISOString() ?? null });
}

/** undefined for what is no definition */
function understood(given: SurveyRound): SurveyRound | undefined {
  if (!v.is(v.array(v.looseObject({})), given.questions)) return undefined;
  const survey = { ...given, questions: given.questions.map(completed) };
  return v.is(Definition, survey) && survey.questions.every(hasKnownKind) ? survey : undefined;
}

const Definition = v.omit(Survey, ['open']);

const hasKnownKind = ({ pointer, kind }: Question): boolean =>
  !pointer.startsWith('/answers/') || extraKinds.some((extra) => extra === kind);
