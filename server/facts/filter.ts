// A question becomes one small table a word: a row is in if the AND of its entries says so. No closures, no branch a filter.
import type { Filters } from '../../shared/api/figures.ts';
import type { Scope } from '../../shared/api/session.ts';
import { provincesInRegion, regions } from '../../shared/places/provinces.ts';
import { provincesOf } from '../../shared/places/scope.ts';
import { awaitedStatuses } from '../../shared/survey/decisions.ts';
import { channels } from '../../shared/survey/response.ts';
import type { Dictionary } from './codes.ts';
import {
  channelCode,
  channelOfWho,
  dayCode,
  dayCount,
  isWithdrawn,
  keyCount,
  provinceOfShelf,
  rowStatuses,
  severityOfKey,
  shelfCount,
  statusOfWho,
  strategyCodes,
  strategyOfKey,
  subPlanOfKey,
  typeOfWho,
  whoBits,
  whoCount,
} from './codes.ts';
import type { Columns } from './columns.ts';
import { type LinkFilter, linkFilterOf } from './link-sets.ts';
import type { Shelf } from './shelf.ts';
import { Towards } from './towards.ts';

export interface FactsQuestion {
  readonly survey: string;
  readonly filters: Filters;
  readonly scope: Scope;
  /** districts, offices and sub-plans are wanted as well: counted row by row, in a view of their own */
  readonly rows?: boolean;
}

/** bits of a table's entry: passes every filter · is received, does not count yet, and passes every filter but status */
export const counts = 1;
export const waits = 2;
const both = counts | waits;

/** what `status` selects when nothing is asked: everything that counts */
const countingStatuses = ['received', 'endorsed', 'approved'];

export interface Selection {
  /** shelves to visit, ascending */
  readonly shelves: readonly number[];
  readonly who: Uint8Array;
  readonly day: Uint8Array;
  readonly key: Uint8Array;
  /** what decides beside the key; absent: nothing */
  readonly links: LinkFilter | undefined;
  /** day codes, inclusive; absent = every response */
  readonly days: { readonly from: number; readonly to: number } | undefined;
  /** something asked for has no code yet: the tables hold until the next value gets its code */
  readonly provisional: boolean;
  /** a batch or an office is asked for */
  readonly rare: boolean;
  /** districts, offices and sub-plans are counted as well, these by what issues count towards; absent: they are not */
  readonly towards: Towards | undefined;
  passesRare(shelf: Shelf, r: number): boolean;
}

/** Equal keys, equal figures: sorted lists, places and scope as one list of shelves. */
export function factsKeyOf({ survey, filters, scope, rows = false }: FactsQuestion): string {
  const { province: _p, region: _r, from, to, ...lists } = filters;
  const sorted = Object.entries(lists)
    .map(([name, values]) => [name, [...new Set(values)].sort()])
    .sort();
  return JSON.stringify([survey, shelvesOf(filters, scope), from, to, sorted, rows]);
}

/** The same places without any other filter: what reports in the round, at the price of these places alone. */
export function roundOf({ survey, scope, filters }: FactsQuestion): FactsQuestion {
  const { province, region } = filters;
  return { survey, scope, filters: { ...(province && { province }), ...(region && { region }) } };
}

/** Only what is inside the scope can be chosen, whatever the filters ask for. */
export function shelvesOf(filters: Filters, scope: Scope): number[] {
  const mine = provincesOf(scope);
  const inRegion =
    filters.region &&
    regions
      .filter(({ id }) => filters.region?.includes(id))
      .flatMap(({ id }) => provincesInRegion(id).map(({ code }) => code));
  return Array.from({ length: shelfCount }, (_, shelf) => shelf).filter((shelf) => {
    const province = provinceOfShelf(shelf);
    if (mine !== 'all' && !mine.includes(province)) return false;
    if (inRegion && !inRegion.includes(province)) return false;
    return !filters.province || filters.province.includes(province);
  });
}

export function select(
  { survey, filters, scope, rows = false }: FactsQuestion,
  columns: Pick<Columns, 'dictionaries' | 'linkSets'>,
  approvedOnly: boolean,
): Selection {
  const { dictionaries, linkSets } = columns;
  const surveyCode = dictionaries.surveys.find(survey);
  const batches = codesOf(filters.batch, dictionaries.batches);
  const offices = codesOf(filters.office, dictionaries.offices);
  const subPlans = codesOf(filters.subPlan, dictionaries.subPlans(survey));
  const links = linkFilterOf(filters, linkSets, subPlans);
  return {
    shelves: shelvesOf(filters, scope),
    who: whoTable(filters, surveyCode, approvedOnly),
    ...dayTable(filters),
    key: keyTable(filters, links ? undefined : subPlans),
    links,
    provisional:
      surveyCode === undefined ||
      (batches?.size ?? 0) < (filters.batch?.length ?? 0) ||
      (offices?.size ?? 0) < (filters.office?.length ?? 0) ||
      (subPlans?.size ?? 0) < (filters.subPlan?.length ?? 0) ||
      (filters.subPlan !== undefined && !links),
    rare: batches !== undefined || offices !== undefined,
    towards: rows ? new Towards(columns, survey) : undefined,
    passesRare: (shelf, r) =>
      (!batches || batches.has(shelf.batch[r] ?? 0)) &&
      (!offices || offices.has(shelf.office[r] ?? 0)),
  };
}

/** undefined: everything; what nobody ever sent has no code and selects nothing */
function codesOf(
  values: readonly string[] | undefined,
  dictionary: Dictionary,
): Set<number> | undefined {
  return (
    values &&
    new Set(values.flatMap((value) => (value === 'none' ? 0 : (dictionary.find(value) ?? []))))
  );
}

/**
 * What counts: a received response counts at once, except a citizen's own report and in a survey that counts approved ones
 * only; these wait, and are found with the status `pending`. So does what the office has approved where the nation decides after it.
 */
function whoTable(filters: Filters, survey: number | undefined, approvedOnly: boolean): Uint8Array {
  const table = new Uint8Array(whoCount);
  if (survey === undefined) return table;
  const statuses = filters.status ?? countingStatuses;
  const citizen = channelCode('citizen');
  for (let rest = 0; rest < 1 << whoBits; rest++) {
    const channel = channels[channelOfWho(rest)];
    const status = rowStatuses[statusOfWho(rest)];
    if (isWithdrawn(rest) || !channel || !status) continue;
    if (filters.channel && !filters.channel.includes(channel)) continue;
    if (filters.respondent && !filters.respondent.includes(typeName(typeOfWho(rest)))) continue;
    const waitsFor = waitingNames.find((name) => awaitedStatuses[name] === status);
    const pending = waitsFor !== undefined && (approvedOnly || channelOfWho(rest) === citizen);
    const passes = statuses.some(
      (one) => one === (pending ? 'pending' : status) || one === waitsFor,
    );
    table[(survey << whoBits) | rest] = (passes ? counts : 0) | (pending ? waits : 0);
  }
  return table;
}

const waitingNames = ['for-office', 'for-national'] as const;

const typeName = (code: number): string => ['none', 'agency', 'citizen'][code] ?? '';

const everyDay = new Uint8Array(dayCount).fill(both);

function dayTable({ from, to }: Filters): Pick<Selection, 'day' | 'days'> {
  if (from === undefined && to === undefined) return { day: everyDay, days: undefined };
  const days = {
    from: from === undefined ? 1 : dayCode(from),
    to: to === undefined ? dayCount - 1 : dayCode(to),
  };
  return { day: new Uint8Array(dayCount).fill(both, days.from, days.to + 1), days };
}

function keyTable(filters: Filters, subPlans: Set<number> | undefined): Uint8Array {
  const table = new Uint8Array(keyCount);
  for (let key = 0; key < keyCount; key++) {
    const strategy = strategyCodes[strategyOfKey(key)];
    const severity = severityOfKey(key);
    if (!strategy || (filters.strategy && !filters.strategy.includes(strategy))) continue;
    if (filters.severity && !filters.severity.includes(severity === 0 ? 'none' : String(severity)))
      continue;
    if (!subPlans || subPlans.has(subPlanOfKey(key))) table[key] = both;
  }
  return table;
}
