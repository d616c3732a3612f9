// Figures as a workbook: a sheet each, with what was counted above its numbers. It leaves the house, so small numbers are not in it.
import { Router } from 'express';
import * as v from 'valibot';
import {
  type CountsOf,
  type FigureName,
  figureNames,
  filterNames,
} from '../../shared/api/figures.ts';
import { paths } from '../../shared/api/paths.ts';
import { figureTable, type TabledFigure } from '../../shared/figures/figure-tables.ts';
import { aboveWords, cellWords, figureWords } from '../../shared/figures/figure-words.ts';
import { isSmall } from '../../shared/figures/not-for-outside.ts';
import { areaOf } from '../../shared/places/scope.ts';
import { type Lang, langs, nameIn } from '../../shared/text/names.ts';
import type { Sheet } from '../../shared/workbook/parts.ts';
import { workbookType } from '../../shared/workbook/workbook-type.ts';
import type { Call } from '../context.ts';
import { filterQuery, readFilters } from '../facts/read-filters.ts';
import { bookFile } from '../http/book-file.ts';
import { endpoint, written } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { writeParts } from '../http/write-parts.ts';
import { refuseUnknown } from '../plan/refuse-unknown.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { shape } from './shape.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const Query = v.object({
  ...filterQuery,
  figures: v.exactOptional(v.union([v.string(), v.array(v.string())])),
  lang: v.exactOptional(v.picklist(langs)),
});
type Query = v.InferOutput<typeof Query>;

export const figuresBookRoutes = Router().get(
  paths.figuresBook(':survey'),
  may('read-figures'),
  endpoint(
    {
      params: SurveyKey,
      query: Query,
      summary:
        'Figures as a workbook, a sheet each; `lang` th (usual) or en; small numbers are hidden',
    },
    getBook,
  ),
);

/** in the order of their sheets */
const tabled = Object.keys(figureWords) as TabledFigure[];

async function getBook(
  { params, query }: { params: { survey: string }; query: Query },
  { context, scope, res }: Call,
) {
  const survey = await readSurvey(context, params.survey);
  context.facts.setSurvey(survey);
  const { figures: given, lang = 'th', ...rest } = query;
  const filters = readFilters(rest, survey);
  const wanted = readNames(given);
  await refuseUnknown(context, filters);
  const { seenUntil, isBehind } = context.following;
  const counts = await context.facts.ask({ survey: survey.id, filters, scope }, (view) => ({
    asOf: view.asOf.toISOString(),
    ...(isBehind && { seenUntil: seenUntil.toISOString() }),
    filters: areaOf(scope) === null ? filters : { ...filters, scope },
    ...shape(view.count(), figureNames, survey.provincesExpected),
  }));
  const about = { round: nameIn(survey, lang), source: context.config.origin ?? 'Rabfang', lang };
  const sheets = wanted.map((name) => sheetOf(name, counts, about));
  res.attachment(`rabfang-${survey.id}-figures.xlsx`).type(workbookType);
  await writeParts(res.set('Cache-Control', 'private, no-cache'), bookFile(sheets));
  return written;
}

interface About {
  readonly round: string;
  readonly source: string;
  readonly lang: Lang;
}

function sheetOf(name: TabledFigure, counts: CountsOf<FigureName>, about: About): Sheet {
  const { lang, round, source } = about;
  const { asOf, seenUntil, filters, strip } = counts;
  const line = (word: keyof typeof aboveWords, value: string) => [aboveWords[word][lang], value];
  const outside = (n: number) => (isSmall(n) ? cellWords.hidden[lang] : String(n));
  const chosen = filterNames
    .filter((filter) => filters[filter] !== undefined)
    .map((filter) => `${filter}=${[filters[filter]].flat().join(',')}`);
  const area = filters.scope === undefined ? null : areaOf(filters.scope);
  const lines = [
    line('figure', figureWords[name][lang]),
    line('round', round),
    line('filters', [...(area ? [area] : []), ...chosen].join(' · ') || cellWords.all[lang]),
    line('issues', outside(strip.issues)),
    line('responses', outside(strip.responses)),
    line('provinces', `${strip.provincesReporting}/${strip.provincesExpected}`),
    line('asOf', asOf),
    ...(seenUntil === undefined ? [] : [line('behind', seenUntil)]),
    line('small', aboveWords.smallWhy[lang]),
    line('source', source),
  ];
  // of so few nothing is for outside
  const table = isSmall(strip.responses) ? { head: [], rows: [] } : figureTable(name, counts, lang);
  return { name: figureWords[name][lang], about: lines, ...table };
}

function readNames(given: string | readonly string[] | undefined): readonly TabledFigure[] {
  if (given === undefined) return tabled;
  const names = [given].flat().flatMap((text) => text.split(','));
  const unknown = names.find((name) => !tabled.some((figure) => figure === name));
  if (unknown === undefined) return tabled.filter((figure) => names.includes(figure));
  throw problem('unreadable', {
    detail: `There is no sheet of \`${unknown.slice(0, 100)}\`; there are: ${tabled.join(', ')}.`,
    errors: [{ pointer: '/query/figures' }],
  });
}
