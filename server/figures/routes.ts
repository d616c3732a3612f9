// Figures: what the responses add up to, all from one question to the facts; and news that they changed.

import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Router } from 'express';
import * as v from 'valibot';
import { textFigures } from '../../shared/api/derived-figures.ts';
import { type AnyFigure, figureNames } from '../../shared/api/figures.ts';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { countsFrom } from '../../shared/survey/counts-from.ts';
import type { Call } from '../context.ts';
import type { FactsAnswer } from '../facts/answer.ts';
import { filterQuery, readFilters } from '../facts/read-filters.ts';
import { endpoint, notModified, written } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { refuseUnknown } from '../plan/refuse-unknown.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { followChanges } from './follow-changes.ts';
import { topicsOf } from './pareto.ts';
import { type AskedFigures, everyFigure, replyOf, toTheMinute } from './reply-of.ts';
import { wantsRows } from './row-figures.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const Query = v.object({
  ...filterQuery,
  figures: v.exactOptional(v.union([v.string(), v.array(v.string())])),
});
type Query = v.InferOutput<typeof Query>;

export const figureRoutes = Router()
  .get(
    paths.figures(':survey'),
    may('read-figures'),
    endpoint(
      {
        params: SurveyKey,
        query: Query,
        replies: replies.figures.GET,
        summary: 'What the responses add up to; `figures` picks some of them',
      },
      getFigures,
    ),
  )
  .get(
    paths.figureChanges(':survey'),
    may('read-figures'),
    endpoint(
      { params: SurveyKey, summary: 'Server-sent events: figures may have changed' },
      followChanges,
    ),
  );

async function getFigures(
  { params, query }: { params: { survey: string }; query: Query },
  { context, scope, req, res }: Call,
) {
  const survey = await readSurvey(context, params.survey);
  context.facts.setSurvey(survey);
  const { figures: names, ...rest } = query;
  const wanted = readNames(names);
  const rows = wantsRows(wanted);
  const question = { survey: survey.id, filters: readFilters(rest, survey), scope, rows };
  await refuseUnknown(context, question.filters);
  const topics = wanted.includes('pareto') ? await topicsOf(context, question) : undefined;
  const { seenUntil, isBehind } = context.following;
  const behind = isBehind ? toTheMinute(seenUntil) : undefined;
  const answer = await context.facts.ask(question, (view) =>
    answerOf(
      view,
      {
        ...question,
        behind,
        expected: survey.provincesExpected,
        countsFrom: countsFrom(survey),
        subPlans: survey.subPlans,
        ...(topics && { topics }),
      },
      wanted,
    ),
  );
  const headers = {
    ETag: answer.etag,
    // moves on while nothing changes: in the bytes it would make every tag another
    'Seen-Until': seenUntil.toISOString(),
    'Cache-Control': 'private, no-cache',
    Vary: 'Accept-Encoding',
  };
  if (isKnown(req.get('if-none-match'), answer.etag)) return notModified(headers);
  res.set({ ...headers, 'Content-Type': 'application/json; charset=utf-8' });
  if (req.acceptsEncodings('gzip')) {
    answer.gzip ??= gzipSync(answer.json);
    res.set('Content-Encoding', 'gzip').end(answer.gzip);
  } else res.end(answer.json);
  return written;
}

interface Answer {
  readonly etag: string;
  readonly json: Buffer;
  /** made once somebody asks for it */
  gzip?: Buffer;
}

/** ways to ask for one view whose bytes are kept */
const keptAnswers = 16;

/** in every tag, so that a tag of before a restart never matches */
const boot = randomBytes(6).toString('base64url');

/** The bytes of a view's answer are made once a revision, for each choice of figures and way to ask. */
function answerOf(view: FactsAnswer, question: AskedFigures, wanted: readonly AnyFigure[]): Answer {
  const { filters, scope, behind, expected, countsFrom: from, subPlans, topics } = question;
  const ids = subPlans.map(({ id }) => id);
  const asked = [filters, scope, behind, expected, from, ids, topics];
  const key = JSON.stringify([view.revision, wanted, ...asked]);
  const kept = view.kept.get(key);
  if (kept) return kept as Answer; // only this file keeps anything with a view
  const reply = replyOf(view, question, wanted);
  const way = createHash('sha256').update(key).digest('base64url').slice(0, 8);
  const made = {
    etag: `W/"${boot}.${view.revision}.${way}"`,
    json: Buffer.from(JSON.stringify(reply)),
  };
  if (view.kept.size >= keptAnswers) view.kept.clear();
  view.kept.set(key, made);
  return made;
}

function isKnown(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((tag) => [etag, '*'].includes(tag.trim())) ?? false;
}

const askable: readonly AnyFigure[] = [...everyFigure, ...textFigures];

function readNames(given: string | readonly string[] | undefined): readonly AnyFigure[] {
  if (given === undefined) return figureNames;
  const names = [given].flat().flatMap((text) => text.split(','));
  const unknown = names.find((name) => !askable.some((figure) => figure === name));
  if (unknown === undefined) return askable.filter((figure) => names.includes(figure));
  throw problem('unreadable', {
    detail: `There is no figure \`${unknown.slice(0, 100)}\`; there are: ${askable.join(', ')}.`,
    errors: [{ pointer: '/query/figures' }],
  });
}
