// What every part of the check shares: the definition, the moment, the list of violations, and reading one value.
import type { District } from '../places/districts.ts';
import type { DateOrder } from '../text/date-order.ts';
import { type PersonalDataCode, removePersonalData } from '../text/personal-data.ts';
import { cleanText } from '../text/thai.ts';
import { isDamaged, isSpreadsheetError, withoutWrappers } from '../text/wrappers.ts';
import type { SeverityDirection } from './coded-values.ts';
import type { SurveyDefinition } from './definition.ts';
import type { KnownReadings } from './known-readings.ts';
import { limits } from './limits.ts';
import type { Raw } from './response.ts';
import { errorCodes, type Violation, type ViolationCode } from './violation.ts';

export interface CheckContext {
  /** today in Asia/Bangkok, `YYYY-MM-DD` */
  readonly today: string;
  /** which end of a severity *number* is the worst; words never turn */
  readonly severityDirection?: SeverityDirection;
  /** which comes first in a day written with numbers alone; absent: the day, as in Thailand */
  readonly dateOrder?: DateOrder;
  /** The districts of a province, `districtsOf`; without it a district stays text. */
  readonly districts?: (provinceCode: string) => readonly District[];
  /** false: what is checked has been through the rules before, so nothing in it was put there by another program */
  readonly wrapped?: false;
  /** of a file that is read row after row: what its cells were read as. Good for one definition, and one context of it */
  readonly known?: KnownReadings;
  /** Questions this source does not ask at all (`/day`, `/issues/-/severity`): no warning that they are missing. */
  readonly absent?: ReadonlySet<string>;
}

export interface Check {
  readonly definition: SurveyDefinition;
  readonly context: CheckContext;
  readonly violations: Violation[];
}

const errors: ReadonlySet<string> = new Set(errorCodes);

export function report(
  check: Check,
  code: ViolationCode,
  pointer: string,
  parameters?: Readonly<Record<string, unknown>>,
): void {
  const level = errors.has(code) ? 'error' : 'warning';
  check.violations.push({ code, level, pointer, ...parameters });
}

export type Members = Readonly<Record<string, unknown>>;

/** The members of an object; none when nothing was given, and `wrong-type` when it is something else. */
export function fieldsOf(
  check: Check,
  value: unknown,
  pointer: string,
  known: ReadonlySet<string>,
): Members {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    report(check, 'wrong-type', pointer, { expected: 'object' });
    return {};
  }
  for (const key of Object.keys(value)) {
    if (!known.has(key)) report(check, 'unknown-field', pointer, { field: shown(key) });
  }
  return value as Members; // narrowed to a plain object above
}

/** One value as text, tidy, on one line unless `lines`. */
export interface TidyCell {
  readonly raw: Raw;
  readonly text: string;
  /** it was no text and no number, and that has been reported */
  readonly wrong: boolean;
  /** what a spreadsheet wrote where it had no value: shown, and no answer */
  readonly error?: string;
}

/** characters of one value before it is tidied: four for each of the longest text's */
const longestRead = 4 * limits.detail;

export function tidyCell(check: Check, value: unknown, pointer: string, lines = false): TidyCell {
  if (typeof value !== 'string') return cellOfOther(check, value, pointer);
  const given = value.length > longestRead ? cut(check, value, pointer) : value;
  const bare = check.context.wrapped === false ? given : withoutWrappers(given);
  const cell = tidyText(check, value, bare, pointer, lines);
  if (!isSpreadsheetError(cell.text)) return cell;
  report(check, 'spreadsheet-error', pointer);
  return { ...cell, text: '', error: cell.text };
}

/** A name that a sender gave to a member of an object: no program wraps those. */
export function tidyKey(check: Check, key: string, pointer: string): TidyCell {
  return tidyText(check, key, key.slice(0, longestRead), pointer, false);
}

function tidyText(
  check: Check,
  raw: string,
  given: string,
  pointer: string,
  lines: boolean,
): TidyCell {
  const { text, controls } = cleanText(given);
  if (controls) report(check, 'control-characters', pointer);
  if (isDamaged(text)) report(check, 'damaged-text', pointer);
  const isOneLine = lines || !text.includes('\n');
  return { raw, text: isOneLine ? text : text.replace(/\n+/g, ' '), wrong: false };
}

/** No rule reads more of a value: what is longer is an error, whatever it would tidy to. */
function cut(check: Check, value: string, pointer: string): string {
  report(check, 'text-too-long', pointer, { limit: longestRead, length: value.length });
  return value.slice(0, longestRead);
}

function cellOfOther(check: Check, value: unknown, pointer: string): TidyCell {
  if (value === undefined || value === null) return { raw: value, text: '', wrong: false };
  if (typeof value === 'number') return { raw: value, text: String(value), wrong: false };
  report(check, 'wrong-type', pointer, { expected: 'text' });
  return { raw: null, text: '', wrong: true };
}

/** What a rejected or unread value is shown as: without personal data, at most 60 code units. */
export function shown(text: string): string {
  const short = text.length > 400 ? text.slice(0, 400) : text;
  return cap(removePersonalData(short).text, 60);
}

/** Cut at `most` code units without tearing a character. */
export function cap(text: string, most: number): string {
  if (text.length <= most) return text;
  const torn = (text.charCodeAt(most - 1) & 0xfc00) === 0xd800;
  return `${text.slice(0, torn ? most - 1 : most)}…`;
}

/** A value that was understood whole, so that nothing personal can be in it. */
export function asIs({ raw, text, error }: TidyCell): Raw {
  if (error !== undefined) return error;
  return typeof raw === 'string' ? text : raw;
}

export const longestSafe = 20_000;

/** A value that need not be kept as text: numbers as they were, texts tidy and without personal data. */
export function safeOf(cell: TidyCell): Raw {
  if (cell.text === '') return asIs(cell);
  const { text, found } = removePersonalData(cell.text);
  if (typeof cell.raw === 'number' && found.every(({ code }) => isKept(code))) return cell.raw;
  return cap(text, longestSafe);
}

const isKept = (code: PersonalDataCode): boolean =>
  code === 'juristic-id' || code === 'pii-possible-name';
