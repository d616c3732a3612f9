// Widths, codes and packing of the columns. Nothing else in the server knows a code or a bit; what does not fit is refused.
import type { Status } from '../../shared/api/responses.ts';
import { provinces } from '../../shared/places/provinces.ts';
import type { Channel, RespondentType } from '../../shared/survey/response.ts';
import { channels, respondentTypes } from '../../shared/survey/response.ts';
import type { Strategy } from '../../shared/survey/strategies.ts';
import { strategies } from '../../shared/survey/strategies.ts';

/** Something has no code: a 65th survey, a 64th sub-plan, a day outside the calendar. */
export class CodeLimit extends RangeError {
  constructor(what: string, value: unknown) {
    super(`The facts have no room for ${what} ${String(value)}.`);
    this.name = 'CodeLimit';
  }
}

/** One value that nothing here has ever had: the response that has it is left out, the others are counted. */
export class StrangeValue extends CodeLimit {}

function within(what: string, code: number, limit: number): number {
  if (Number.isInteger(code) && code >= 0 && code < limit) return code;
  throw new StrangeValue(what, code);
}

/** A dictionary that grows as values come. Codes begin at `first`: 1 where 0 means "has none". */
export class Dictionary {
  readonly #what: string;
  readonly #first: number;
  readonly #limit: number;
  readonly #added: () => void;
  readonly #codes = new Map<string, number>();
  readonly #values: string[] = [];

  /** codes stay under `limit`; `added` is called for each new one */
  constructor(what: string, limit: number, first: 0 | 1, added: () => void = () => {}) {
    this.#what = what;
    this.#limit = limit;
    this.#first = first;
    this.#added = added;
  }

  /** @throws CodeLimit when it is full */
  code(value: string): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const next = this.#first + this.#codes.size;
    if (next >= this.#limit) throw new CodeLimit(this.#what, value);
    this.#codes.set(value, next);
    this.#values.push(value);
    this.#added();
    return next;
  }

  find(value: string): number | undefined {
    return this.#codes.get(value);
  }

  value(code: number): string | undefined {
    return this.#values[code - this.#first];
  }

  /** all, in the order of their codes */
  get values(): readonly string[] {
    return this.#values;
  }
}

export const capacity = { surveys: 64, subPlans: 64, offices: 1 << 16, batches: 2 ** 31 } as const;

// shelves: one a province, in the order of the provinces; 0 is for a response without a known one

export const shelfCount = provinces.length + 1;
const shelfByProvince = new Map(provinces.map(({ code }, index) => [code, index + 1]));

export const shelfOf = (province: string): number => shelfByProvince.get(province) ?? 0;
export const provinceOfShelf = (shelf: number): string => provinces[shelf - 1]?.code ?? 'none';

// days: 1 is 1900-01-01, 0 is "no day"

const dayMs = 86_400_000;
const firstDay = Date.UTC(1900, 0, 1);
const dayBits = 16;
export const dayCount = 1 << dayBits;
export const dayMask = dayCount - 1;

/** undefined for what is no day or lies outside 1900-01-01 … 2079-06-05 */
export function dayCodeOf(day: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // some engines roll 31 February over into March
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return undefined;
  const code = (time - firstDay) / dayMs + 1;
  return code >= 1 && code < dayCount ? code : undefined;
}

/** what was worked out before: responses come with the same few days again and again */
const codeByDay = new Map<string, number>();

/** null has code 0. @throws CodeLimit */
export function dayCode(day: string | null): number {
  if (day === null) return 0;
  const code = codeByDay.get(day) ?? dayCodeOf(day);
  if (code === undefined) throw new StrangeValue('the day', day);
  codeByDay.set(day, code);
  return code;
}

/** month number of each day code: 0 = no day, 1 = January 1900 */
export const monthOfDay = new Uint16Array(dayCount);
for (let code = 1; code < dayCount; code++) {
  const date = new Date(firstDay + (code - 1) * dayMs);
  monthOfDay[code] = (date.getUTCFullYear() - 1900) * 12 + date.getUTCMonth() + 1;
}
export const monthCount = (monthOfDay[dayCount - 1] ?? 0) + 1;

/** `YYYY-MM`; null for month number 0 */
export function monthName(month: number): string | null {
  if (month === 0) return null;
  const year = 1900 + Math.floor((month - 1) / 12);
  return `${year}-${String(((month - 1) % 12) + 1).padStart(2, '0')}`;
}

// the who word of a response: survey 6 · withdrawn 1 · respondent type 2 · status 3 · channel 3

/** gone: removed, the row remembers the version · buried: replaced by a later row of the same response */
export type RowStatus = Status | 'gone' | 'buried';
export const rowStatuses: readonly RowStatus[] = [
  'received',
  'endorsed',
  'approved',
  'returned',
  'rejected',
  'gone',
  'buried',
];
export const whoCount = 1 << 15;
/** the part of a who word that is the same in every survey */
export const whoBits = 9;
/** the who word without its survey */
export const whoMask = (1 << whoBits) - 1;
const statusShift = 3;
export const typeShift = 6;
export const typeMask = 3;
const withdrawnShift = 8;
export const channelOfWho = (who: number): number => who & 7;
export const statusOfWho = (who: number): number => (who >> statusShift) & 7;
export const typeOfWho = (who: number): number => (who >> typeShift) & typeMask;
export const isWithdrawn = (who: number): boolean => ((who >> withdrawnShift) & 1) === 1;
export const surveyOfWho = (who: number): number => who >> whoBits;
export const gone = rowStatuses.indexOf('gone');
export const buried = rowStatuses.indexOf('buried');
export const withStatus = (who: number, status: number): number =>
  (who & ~(7 << statusShift)) | (status << statusShift);

export interface Who {
  readonly survey: number;
  readonly withdrawn: boolean;
  readonly type: RespondentType | null;
  readonly status: RowStatus;
  readonly channel: Channel;
}

/** @throws CodeLimit */
export function packWho({ survey, withdrawn, type, status, channel }: Who): number {
  return (
    (within('survey number', survey, capacity.surveys) << whoBits) |
    ((withdrawn ? 1 : 0) << withdrawnShift) |
    (typeCode(type) << typeShift) |
    (known('status', rowStatuses, status) << statusShift) |
    known('channel', channels, channel)
  );
}

export const typeCode = (type: RespondentType | null): number =>
  type === null ? 0 : known('respondent type', respondentTypes, type) + 1;
export const channelCode = (channel: string): number => known('channel', channels, channel);
export const statusCode = (status: string): number => known('status', rowStatuses, status);

function known<T extends string>(what: string, values: readonly T[], value: string): number {
  const code = values.indexOf(value as T); // only looked up: what is not among them is refused below
  if (code < 0) throw new StrangeValue(what, value);
  return code;
}

// the when word of a response: district within its province 6 · day 16

/** 0 when unknown; otherwise the last two of DOPA's four digits, 1 to 63 */
export function districtCode(code: string | null): number {
  return code === null ? 0 : within('the district', Number(code.slice(2)), 64);
}
export const packWhen = (district: number, day: number): number =>
  (within('district number', district, 64) << dayBits) | within('day number', day, dayCount);
export const dayOfWhen = (when: number): number => when & dayMask;
export const districtOfWhen = (when: number): number => when >> dayBits;

// the key of an issue: sub-plan 6 · strategy 3 · severity 3 · affected known 1

export const keyCount = 1 << 13;
/** strategy, severity and known: what is counted together */
export const keyBits = 7;
export const strategyCodes = ['none', ...strategies] as const;
/** room for the codes of a strategy in an index */
const strategyBits = 3;
export const strategySlots = 1 << strategyBits;
export const strategyMask = strategySlots - 1;
export const strategyShift = 4;
/** the part of a key that is counted together */
export const cellMask = (1 << keyBits) - 1;
export const strategyOfKey = (key: number): number => (key >> strategyShift) & strategyMask;
export const severityOfKey = (key: number): number => (key >> 1) & 7;
export const affectedKnown = (key: number): boolean => (key & 1) === 1;
export const subPlanOfKey = (key: number): number => key >> keyBits;

/** of no issue: there is no strategy of this code, so no table lets it through */
export const keyOfNothing = strategyMask << strategyShift;

export const strategyCode = (strategy: Strategy | null): number =>
  strategy === null ? 0 : known('strategy', strategies, strategy) + 1;

/** `subPlan`: a code; `severity`: 1 to 5. @throws CodeLimit */
export function packKey(
  subPlan: number,
  strategy: Strategy | null,
  severity: number | null,
  affected: number | null,
): number {
  return (
    (within('sub-plan number', subPlan, capacity.subPlans) << keyBits) |
    (strategyCode(strategy) << strategyShift) |
    (within('severity', severity ?? 0, 6) << 1) |
    (affected === null ? 0 : 1)
  );
}

/** people of one issue as they stand in its column. @throws CodeLimit */
export const affectedCode = (affected: number | null): number =>
  within('the number of people', affected ?? 0, 2 ** 31);
