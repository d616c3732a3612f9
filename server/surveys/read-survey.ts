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

/** A definition, and how its round stands. */
export interface SurveyRound extends SurveyDefinition {
  readonly state: RoundState;
  readonly stateReason: string | null;
}

const rememberMs = 1000;
const remembered = new WeakMap<Database, Map<string, { survey: SurveyRound; at: number }>>();

/** @throws not-found, storage-damaged for a definition that cannot be understood */
export async function readSurvey({ db }: Pick<Context, 'db'>, id: string): Promise<SurveyRound> {
  const known = remembered.get(db) ?? new Map();
  remembered.set(db, known);
  const hit = known.get(id);
  if (hit && performance.now() - hit.at < rememberMs) return hit.survey;
  const stored = await db.model(storedSurveys).findById(id).lean();
  if (!stored) throw problem('not-found', { detail: 'There is no such survey.' });
  const survey = toDefinition(stored);
  if (!survey)
    throw problem('storage-damaged', {
      detail: 'The definition of this survey cannot be understood.',
      retryAfter: 60,
    });
  known.set(id, { survey, at: performance.now() });
  return survey;
}

export const mostSurveys = 64;

/** All that can be understood (the facts have room for 64), newest first. */
export async function readSurveys({ db }: Pick<Context, 'db'>): Promise<SurveyRound[]> {
  const stored = await db.model(storedSurveys).find({}).sort({ _id: -1 }).limit(mostSurveys).lean();
  return stored.map(toDefinition).filter((survey) => survey !== undefined);
}

/** undefined for what is no definition */
function toDefinition({
  _id,
  revision: _revision,
  ...rest
}: StoredSurvey): SurveyRound | undefined {
  if (!v.is(v.array(v.looseObject({})), rest.questions)) return undefined;
  const survey = { id: _id, ...rest, questions: rest.questions.map(completed) };
  return v.is(Definition, survey) && survey.questions.every(hasKnownKind) ? survey : undefined;
}

const Definition = v.omit(Survey, ['open']);

const hasKnownKind = ({ pointer, kind }: Question): boolean =>
  !pointer.startsWith('/answers/') || extraKinds.some((extra) => extra === kind);

/** While its state is open, from `opensAt` (inclusive) to `closesAt` (exclusive); null = not limited. */
export function isOpen(survey: SurveyRound, now: Date): boolean {
  const { state, opensAt, closesAt } = survey;
  if (state !== 'open') return false;
  return (!opensAt || new Date(opensAt) <= now) && (!closesAt || now < new Date(closesAt));
}
