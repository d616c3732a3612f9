// Whether a line of a file says what is stored under the id that it names. Only the file's own columns are compared, without the
// sub-plan and the channel, as with every identity; of a response with several issues a line says one.
import { answerText } from '../survey/answer-text.ts';
import { fieldsIn, type PartOfResponse, type PlacedField, parts } from '../survey/fields/fields.ts';
import type { CheckedResponse, Position } from '../survey/response.ts';
import type { MappedColumn } from './map-columns.ts';

const notCompared: ReadonlySet<string> = new Set(['subPlan', 'channel']);

/** `line`: the row as it would be stored. */
export function isSaidBefore(
  line: CheckedResponse,
  stored: CheckedResponse,
  columns: readonly MappedColumn[],
): boolean {
  return stored.issues.some(
    (issue) => compareSaid(line, { ...stored, issues: [issue] }, columns).differing.length === 0,
  );
}

export interface Compared {
  /** names of the fields, and `answers/<key>` */
  readonly differing: readonly string[];
  /** the others that hold something */
  readonly agreeing: readonly string[];
}

/** Two responses of one issue each, as far as the columns go. */
export function compareSaid(
  line: CheckedResponse,
  stored: CheckedResponse,
  columns: readonly MappedColumn[],
): Compared {
  const differing: string[] = [];
  const agreeing: string[] = [];
  const add = (name: string, a: unknown, b: unknown) => {
    if (a !== b) differing.push(name);
    else if (a !== null && a !== '') agreeing.push(name);
  };
  const inFile = new Set(columns.map(({ field }) => partlyPosition(field)));
  for (const part of parts) {
    for (const field of fieldsIn(part)) {
      if (notCompared.has(field.name) || !inFile.has(field.name)) continue;
      add(field.name, said(partOf(line, part), field), said(partOf(stored, part), field));
    }
  }
  for (const key of answersIn(columns))
    add(`answers/${key}`, answer(line, key), answer(stored, key));
  return { differing, agreeing };
}

function partOf(response: CheckedResponse, part: PartOfResponse): object {
  if (part === '/place') return response.place;
  if (part === '/respondent') return response.respondent;
  return part === '' ? response : (response.issues[0] ?? {});
}

function partlyPosition(field: MappedColumn['field']): string | null {
  return field === 'lat' || field === 'lng' ? 'position' : field;
}

/** A text that is no known value was said in the place of one. A file holds no accuracy. */
function said(part: object, { member, kind }: PlacedField): unknown {
  const values: Readonly<Record<string, unknown>> = { ...part };
  const value = values[member] ?? values[`${member}Text`] ?? null;
  if (kind !== 'position' || value === null) return value;
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
