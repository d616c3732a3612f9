// Filters as they stand in a URL: repeatable or comma-separated, ANDed. What is not known is refused by name, never ignored:
// a figure that silently left a filter out would be a wrong number.
import * as v from 'valibot';
import {
  eachFilter,
  type FilterName,
  type Filters,
  filterNames,
} from '../../shared/api/figures.ts';
import { statuses } from '../../shared/api/responses.ts';
import { provinces, regionIds } from '../../shared/places/provinces.ts';
import { awaitedStatuses } from '../../shared/survey/decisions.ts';
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import { channels, respondentTypes } from '../../shared/survey/response.ts';
import { strategies } from '../../shared/survey/strategies.ts';
import { problem } from '../http/problem.ts';
import { dayCodeOf } from './codes.ts';

export type FilterQuery = Readonly<Record<string, string | readonly string[]>>;

const given = v.exactOptional(v.union([v.string(), v.array(v.string())]));

/** the filters as a query has them; what they may hold is said by `readFilters` */
export const filterQuery = eachFilter(given);

type ListName = Exclude<FilterName, 'from' | 'to'>;
type Survey = Pick<SurveyDefinition, 'subPlans'>;

const provinceCodes = provinces.map(({ code }) => code);
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `none` selects what has no value */
const known: Readonly<Record<ListName, (value: string, survey: Survey | undefined) => boolean>> = {
  province: among([...provinceCodes, 'none']),
  region: among(regionIds),
  strategy: among([...strategies, 'none']),
  subPlan: (value, survey) =>
    value === 'none' || !survey || survey.subPlans.some(({ id }) => id === value),
  respondent: among([...respondentTypes, 'none']),
  channel: among(channels),
  severity: among(['1', '2', '3', '4', '5', 'none']),
  // `pending`: does not count yet · `for-…`: waits for that decision, whether it counts or not
  status: among([...statuses, 'pending', ...Object.keys(awaitedStatuses)]),
  // whether there is one, is asked where they are kept (offices/read-offices.ts)
  office: (value) => value.length <= 100,
  batch: (value) => value === 'none' || uuid.test(value),
  // whether there is one, is asked where they are kept (plan/read-projects.ts)
  project: (value) => value.length <= 100,
  linked: among(['none', 'some']),
};

/** @throws unreadable for an unknown filter or value; unknown sub-plans only with the survey at hand */
export function readFilters(query: FilterQuery, survey?: Survey): Filters {
  const filters: { -readonly [K in keyof Filters]: Filters[K] } = {};
  for (const [name, given] of Object.entries(query)) {
    if (name === 'from' || name === 'to') filters[name] = readLimit(name, given);
    else if (isListName(name)) filters[name] = readList(name, given, survey);
    else
      throw unreadable(
        name,
        `There is no filter \`${name}\`; there are: ${filterNames.join(', ')}.`,
      );
  }
  if (filters.from !== undefined && filters.to !== undefined && filters.from > filters.to)
    throw unreadable('to', '`to` lies before `from`.');
  return filters;
}

function readList(name: ListName, given: string | readonly string[], survey: Survey | undefined) {
  const values = [given].flat().flatMap((text) => text.split(','));
  for (const value of values) {
    if (!known[name](value, survey))
      throw unreadable(name, `\`${name}\` cannot be \`${value.slice(0, 100)}\`.`);
  }
  return [...new Set(values)].sort();
}

/** A day that exists, Common Era, inside the calendar of the facts. */
function readLimit(name: 'from' | 'to', given: string | readonly string[]): string {
  if (typeof given !== 'string') throw unreadable(name, `\`${name}\` may stand once.`);
  if (dayCodeOf(given) === undefined)
    throw unreadable(
      name,
      `\`${name}\` must be a day as YYYY-MM-DD in the Common Era, between 1900 and 2079.`,
    );
  return given;
}

function isListName(name: string): name is ListName {
  return Object.hasOwn(known, name);
}

function among(values: readonly string[]): (value: string) => boolean {
  const set = new Set(values);
  return (value) => set.has(value);
}

function unreadable(name: string, detail: string) {
  return problem('unreadable', { detail, errors: [{ pointer: `/query/${name.slice(0, 100)}` }] });
}
