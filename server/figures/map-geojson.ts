// The map for a geographic information system: the outline of each province with its numbers. It leaves the house, so small
// numbers are not in it.
import { Router } from 'express';
import * as v from 'valibot';
import type { Strip } from '../../shared/api/figures.ts';
import { paths } from '../../shared/api/paths.ts';
import { mapForOutside } from '../../shared/figures/map-for-outside.ts';
import { isSmall } from '../../shared/figures/not-for-outside.ts';
import { polygonsOf } from '../../shared/places/province-shapes.ts';
import { provinceByCode } from '../../shared/places/provinces.ts';
import { areaOf } from '../../shared/places/scope.ts';
import type { Call } from '../context.ts';
import { filterQuery, readFilters } from '../facts/read-filters.ts';
import { endpoint, written } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { refuseUnknown } from '../plan/refuse-unknown.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { forGeojson } from './geojson-rings.ts';
import { shape } from './shape.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const Query = v.object(filterQuery);

export const mapRoutes = Router().get(
  paths.mapGeojson(':survey'),
  may('read-figures'),
  endpoint(
    {
      params: SurveyKey,
      query: Query,
      summary: 'The figure `map` as GeoJSON; numbers that are not for outside are null',
    },
    getMap,
  ),
);

async function getMap(
  { params, query }: { params: { survey: string }; query: v.InferOutput<typeof Query> },
  { context, scope, res }: Call,
) {
  const survey = await readSurvey(context, params.survey);
  context.facts.setSurvey(survey);
  const filters = readFilters(query, survey);
  await refuseUnknown(context, filters);
  const seen = areaOf(scope) === null ? filters : { ...filters, scope };
  const { seenUntil, isBehind } = context.following;
  const answer = await context.facts.ask({ survey: survey.id, filters, scope }, (view) => ({
    asOf: view.asOf.toISOString(),
    ...(view.leftOut > 0 && { setAside: view.leftOut }),
    ...(isBehind && { seenUntil: seenUntil.toISOString() }),
    filters: seen,
    ...shape(view.count(), ['by-province'], survey.provincesExpected),
  }));
  const { figures: _, strip, ...marks } = answer;
  res.attachment(`rabfang-${survey.id}-map.geojson`).type('application/geo+json');
  res.set('Cache-Control', 'private, no-cache').end(
    JSON.stringify({
      type: 'FeatureCollection',
      ...marks,
      strip: withoutFew(strip),
      features: mapForOutside(answer).map(({ province, ...row }) => ({
        type: 'Feature',
        id: province,
        properties: { ...namesOf(province), ...row },
        geometry: { type: 'MultiPolygon', coordinates: forGeojson(polygonsOf(province)) },
      })),
    }),
  );
  return written;
}

/** Of how many, from where, and what waits: but no count of 1 to 4. */
function withoutFew({ issues, responses, of, pending, unmatched, ...provinces }: Strip) {
  const counts = Object.entries({ issues, responses, of, pending, unmatched });
  return {
    ...Object.fromEntries(counts.map(([name, count]) => [name, isSmall(count) ? null : count])),
    ...provinces,
  };
}

function namesOf(code: string): { nameTh: string | null; nameEn: string | null } {
  const name = provinceByCode(code)?.name;
  return { nameTh: name?.th ?? null, nameEn: name?.en ?? null };
}
