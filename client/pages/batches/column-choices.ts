// Which column is what: the detection, with what the person chose on top.
import type { Batch } from '../../../shared/api/batches.ts';
import { answerColumns } from '../../../shared/batch/answer-columns.ts';
import type {
  InspectedColumn,
  Inspection,
  MappingTarget,
} from '../../../shared/batch/inspection.ts';
import type { Question } from '../../../shared/survey/definition.ts';
import {
  type CsvField,
  csvFields,
  requiredFields,
} from '../../../shared/survey/fields/names-in-files.ts';
import type { FileDecisions } from '../../data/kept-mends.ts';
import type { UploadSettings } from '../../data/upload.ts';
import type { Choices, Desk } from './upload-steps.ts';

/** In the order in which people look for one; the survey's own questions last. */
export function fieldsToChoose(questions: readonly Question[]): readonly CsvField[] {
  return [
    ...requiredFields,
    ...csvFields.filter((field) => !requiredFields.includes(field)),
    ...new Set(answerColumns(questions).values()),
  ];
}

/** What a column is now; null while a person has to choose between it and another. */
export function targetOf(
  column: InspectedColumn,
  { mapping = {} }: Choices,
  troubles: readonly Trouble[] = [],
): MappingTarget | null {
  const chosen = Object.hasOwn(mapping, column.header) ? mapping[column.header] : undefined;
  if (chosen) return chosen;
  if (isDisputed(column, troubles)) return null;
  if (column.personal) return 'personal';
  if (column.runningNumber) return 'number';
  return column.field ?? 'ignore';
}

export function isDisputed({ header }: InspectedColumn, troubles: readonly Trouble[]): boolean {
  return troubles.some((trouble) => trouble.kind === 'twice' && trouble.headers.includes(header));
}

/** The choices with this column turned into something else. */
export function withTarget(
  choices: Choices,
  header: string,
  target: MappingTarget,
): Pick<Choices, 'mapping'> {
  return { mapping: { ...choices.mapping, [header]: target } };
}

export type Trouble =
  | { readonly kind: 'missing'; readonly field: CsvField }
  | { readonly kind: 'twice'; readonly field: CsvField; readonly headers: readonly string[] };

/** What stands in the way of sending: a required field without a column, a field with several. */
export function troublesOf({ problem }: Pick<Inspection, 'problem'>): readonly Trouble[] {
  if (problem?.type !== 'mapping-needed') return [];
  return [
    ...problem.missing.map((field): Trouble => ({ kind: 'missing', field })),
    ...problem.twice.map((claim): Trouble => ({ kind: 'twice', ...claim })),
  ];
}

/** Columns whose guess a person should look at. */
export function toConfirm(columns: readonly InspectedColumn[], choices: Choices): number {
  return guessed(columns, choices).length;
}

/** The guesses nobody has looked at yet: they are sent only when a person has. */
export function guessed(
  columns: readonly InspectedColumn[],
  choices: Choices,
): readonly InspectedColumn[] {
  return columns.filter((column) => isGuess(column, choices));
}

export function isGuess(
  { certainty, field, header }: InspectedColumn,
  { mapping }: Choices,
): boolean {
  return certainty === 'likely' && field !== null && !(mapping && header in mapping);
}

/** Exactly what was shown, so that the server does not detect it differently from the rest of the file. */
export function settingsOf({
  inspection,
  choices,
}: Pick<Desk, 'inspection' | 'choices'>): UploadSettings {
  if (!inspection) return {};
  const { encoding, delimiter, headerLine, columns, dateOrder } = inspection;
  const severityDirection = choices.severityDirection ?? inspection.severityDirection;
  // of headers that repeat, the first is meant
  const named = columns.filter(
    ({ header }, index) =>
      header !== '' && columns.findIndex((one) => one.header === header) === index,
  );
  return {
    ...(encoding ? { encoding } : {}),
    ...(delimiter ? { delimiter } : {}),
    ...(headerLine ? { headerLine } : {}),
    mapping: Object.fromEntries(
      named.map((column) => [column.header, targetOf(column, choices) ?? 'ignore']),
    ),
    severityDirection,
    ...(choices.fillDown?.length ? { fillDown: choices.fillDown } : {}),
    // day first is also what is read while nothing is known: the server may see more of the file
    ...(choices.dateOrder || dateOrder === 'mdy' ? { dateOrder } : {}),
  };
}

/** A file that is sent again is read as it was read the first time. */
export function choicesOf({
  encoding,
  delimiter,
  headerLine,
  mapping,
  severityDirection,
  dateOrder,
  fillDown,
}: Batch): Choices {
  return {
    ...(encoding ? { encoding: encoding as NonNullable<Choices['encoding']> } : {}),
    ...(delimiter ? { delimiter: delimiter as NonNullable<Choices['delimiter']> } : {}),
    ...(headerLine ? { headerLine } : {}),
    mapping: mapping as Readonly<Record<string, MappingTarget>>,
    // as it was sent before
    ...(fillDown?.length ? { fillDown: fillDown as NonNullable<Choices['fillDown']> } : {}),
    severityDirection,
    dateOrder,
  };
}

/** What was decided on it then; whether rows may change what is stored is asked again where that was not said. */
export function decisionsOf({ policy, choices }: Batch): FileDecisions {
  return { policy, changed: choices?.changed ?? 'ask' };
}
