// Whether a line of a file says what is stored under the id that it names. Only the file's own columns are compared, without the
// sub-plan and the channel, as with every identity; of a response with several issues a line says one.
import { answerText } from '../survey/answer-text.ts';
import { fieldsIn, type PartOfResponse, type PlacedField, parts } from '../survey/fields/fields.ts';
import type { CheckedResponse, Position } from '../survey/response.ts';
import type { MappedColumn } from './map-columns.ts';
import { oncePerTable } from './once-per-table.ts';

const notCompared: ReadonlySet<string> = new Set(['subPlan', 'channel']);

/** `line`: the row as it would be stored. */
export function isSaidBefore(
  line: CheckedResponse,
  stored: CheckedResponse,
  columns: readonly MappedColumn[],
): boolean {
  const said = saidIn(line, columns);
  return stored.issues.some((issue) => {
    const before = saidIn({ ...stored, issues: [issue] }, columns);
    return said.every((value, at) => value === before[at]);
  });
}

export const holdsSomething = (value: Said): boolean => value !== null && value !== '';

export type Said = string | number | boolean | null;

/** What a response of one issue says in a file with these columns, in the order of `namesSaid`. */
export function saidIn(response: CheckedResponse, columns: readonly MappedColumn[]): Said[] {
  return compared(columns).map(({ read }) => read(response));
}

/** Names of the fields that are compared, and `answers/<key>`. */
export function namesSaid(columns: readonly MappedColumn[]): readonly string[] {
  return compared(columns).map(({ name }) => name);
}

interface ComparedField {
  readonly name: string;
  readonly read: (response: CheckedResponse) => Said;
}

const compared = oncePerTable((columns): readonly ComparedField[] => {
  const inFile = new Set(columns.map(({ field }) => partlyPosition(field)));
  const fields = parts.flatMap((part) =>
    fieldsIn(part)
      .filter(({ name }) => !notCompared.has(name) && inFile.has(name))
      .map((field) => ({
        name: field.name,
        read: (response: CheckedResponse) => said(partOf(response, part), field),
      })),
  );
  const answers = answersIn(columns).map((key) => ({
    name: `answers/${key}`,
    read: (response: CheckedResponse) => answer(response, key),
  }));
  return [...fields, ...answers];
});

function partOf(response: CheckedResponse, part: PartOfResponse): object {
  if (part === '/place') return response.place;
  if (part === '/respondent') return response.respondent;
  return part === '' ? response : (response.issues[0] ?? {});
}

function partlyPosition(field: MappedColumn['field']): string | null {
  return field === 'lat' || field === 'lng' ? 'position' : field;
}

/** A text that is no known value was said in the place of one. A file holds no accuracy. */
function said(part: object, { member, kind }: PlacedField): Said {
  const values = part as Readonly<Record<string, unknown>>; // read by name alone
  const value = values[member] ?? values[`${member}Text`] ?? null;
  if (kind !== 'position' || value === null) return value as Said; // no other field holds an object
  const { lat, lng } = value as Position; // what a position is stored as
  return `${lat},${lng}`;
}

function answersIn(columns: readonly MappedColumn[]): readonly string[] {
  return columns.flatMap(({ field }) =>
    field?.startsWith('answers/') ? [field.slice('answers/'.length)] : [],
  );
}

function answer({ answers }: CheckedResponse, key: string): string | number {
  return answerText(answers[key]);
}
