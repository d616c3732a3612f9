// Whether a line of a file says what is stored under the id that it names. Only the file's own columns are compared, without the
// sub-plan and the channel, as with every identity; of a response with several issues a line says one.
import { answerText } from '../survey/answer-text.ts';
import { fieldsIn, type PartOfResponse, type PlacedField } from '../survey/fields/fields.ts';
import type { CheckedResponse, Position } from '../survey/response.ts';
import type { MappedColumn } from './map-columns.ts';

const notCompared: ReadonlySet<string> = new Set(['subPlan', 'channel']);

/** `line`: the row as it would be stored. */
export function isSaidBefore(
  line: CheckedResponse,
  stored: CheckedResponse,
  columns: readonly MappedColumn[],
): boolean {
  const inFile = new Set(columns.map(({ field }) => partlyPosition(field)));
  const isSame = (part: PartOfResponse, a: object, b: object) =>
    fieldsIn(part).every(
      (field) =>
        notCompared.has(field.name) || !inFile.has(field.name) || said(a, field) === said(b, field),
    );
  const [issue] = line.issues;
  return (
    isSame('', line, stored) &&
    isSame('/place', line.place, stored.place) &&
    isSame('/respondent', line.respondent, stored.respondent) &&
    issue !== undefined &&
    stored.issues.some((one) => isSame('/issues/-', issue, one)) &&
    answersIn(columns).every((key) => answer(line, key) === answer(stored, key))
  );
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
