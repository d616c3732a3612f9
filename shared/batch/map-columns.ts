// From the header row to columns: which field each one is, which are left out, and what a person has to decide.

import { keyPattern } from '../survey/definition.ts';
import { type CsvField, csvFields, requiredFields } from '../survey/fields/names-in-files.ts';
import { removePersonalData } from '../text/personal-data.ts';
import { normaliseLine } from '../text/thai.ts';
import type { AnswerColumns } from './answer-columns.ts';
import type { InspectionProblem, MappingTarget } from './inspection.ts';
import type { Recognised } from './recognise-header.ts';
import { recogniseHeader } from './recognise-header.ts';

export interface MappedColumn {
  /** position in the file, from 0 */
  readonly index: number;
  /** as it stands in the file, tidied, without personal data */
  readonly header: string;
  readonly field: CsvField | null;
  readonly personal: boolean;
  readonly runningNumber: boolean;
  readonly certainty: 'sure' | 'likely' | 'none';
}

export type MappingNote =
  | { readonly code: 'column-missing'; readonly field: CsvField }
  /** several columns only contain this field's name; the first was taken */
  | { readonly code: 'column-doubtful'; readonly field: CsvField; readonly column: string }
  /** the dates of this column have the month before the day */
  | { readonly code: 'dates-month-first'; readonly column: string }
  /** the mapping names a header that the file does not have */
  | { readonly code: 'mapping-unused'; readonly column: string };

export interface Mapped {
  readonly columns: readonly MappedColumn[];
  readonly notes: readonly MappingNote[];
  readonly problem?: InspectionProblem;
}

/** Fields whose absence is worth a note. */
const noted: readonly CsvField[] = [
  'district',
  'day',
  'respondent',
  'strategy',
  'detail',
  'severity',
  'affected',
];

export function isMappingTarget(name: string): name is MappingTarget {
  return name === 'number' || name === 'personal' || name === 'ignore' || isField(name);
}

const isField = (name: string): name is CsvField =>
  (csvFields as readonly string[]).includes(name) || isAnswer(name);

/** Whether the survey has such a question is seen when the columns are mapped. */
const isAnswer = (name: string): name is `answers/${string}` =>
  name.startsWith('answers/') && keyPattern.test(name.slice('answers/'.length));

/** `mapping`: header → target, decided by a person; the other headers are recognised by their names. */
export function mapColumns(
  headers: readonly string[],
  mapping: Readonly<Record<string, MappingTarget>> = {},
  answers: AnswerColumns = new Map(),
): Mapped {
  const tidy = headers.map(tidyHeader);
  const decided = new Map(
    Object.entries(mapping).map(([header, target]) => [tidyHeader(header), target]),
  );
  const seen = new Set<string>();
  const targets = tidy.map((header): MappingTarget | undefined => {
    if (seen.has(header)) return undefined; // a decision is about the first column of that name
    seen.add(header);
    return decided.get(header);
  });
  const guesses = tidy.map((header, index) =>
    targets[index] ? null : recogniseHeader(header, answers),
  );
  const claims = new Map(
    [...csvFields, ...new Set(answers.values())].map((field): [CsvField, Claim] => [
      field,
      claim(field, targets, guesses),
    ]),
  );
  const columns = tidy.map((header, index) =>
    toColumn(header, index, targets[index], guesses[index] ?? null, claims),
  );
  const unused = [...decided.keys()].filter((header) => !seen.has(header));
  const problem = problemOf(claims, tidy, decided.size > 0);
  return { columns, notes: notesOf(claims, tidy, unused), ...(problem && { problem }) };
}

/** Headers are kept and shown, so nobody's number may stand in them. */
const tidyHeader = (header: string): string =>
  removePersonalData(normaliseLine(header.slice(0, longestHeader))).text;
/** characters of a header that are kept */
const longestHeader = 1000;

interface Claim {
  /** the column that is the field */
  readonly taken: number | null;
  /** columns a person has to choose from; empty when it is clear */
  readonly rivals: readonly number[];
  readonly doubtful: boolean;
}

function claim(
  field: CsvField,
  targets: readonly (MappingTarget | undefined)[],
  guesses: readonly (Recognised | null)[],
): Claim {
  const where = (test: (index: number) => boolean) => guesses.map((_, index) => index).filter(test);
  const chosen = where((index) => targets[index] === field);
  if (chosen.length > 0) return oneOf(chosen);
  const claiming = where((index) => guesses[index]?.as === field);
  const strong = claiming.filter((index) => guesses[index]?.exact && !guesses[index]?.weak);
  if (strong.length > 0) return oneOf(strong);
  const weak = claiming.filter((index) => guesses[index]?.weak);
  const contained = claiming.filter((index) => !guesses[index]?.exact);
  if (contained.length > 1 && requiredFields.includes(field)) return oneOf(contained);
  const [taken = null] = [...contained, ...weak];
  return { taken, rivals: [], doubtful: contained.length > 1 };
}

function oneOf(columns: readonly number[]): Claim {
  return { taken: columns[0] ?? null, rivals: columns.length > 1 ? columns : [], doubtful: false };
}

function toColumn(
  header: string,
  index: number,
  target: MappingTarget | undefined,
  guess: Recognised | null,
  claims: ReadonlyMap<CsvField, Claim>,
): MappedColumn {
  const as = target ?? guess?.as ?? 'ignore';
  const field = isField(as) && claims.get(as)?.taken === index ? as : null;
  const known = field !== null || as === 'personal' || as === 'number';
  const certainty = !known ? 'none' : target || guess?.exact ? 'sure' : 'likely';
  return {
    index,
    header,
    field,
    personal: as === 'personal',
    runningNumber: as === 'number',
    certainty,
  };
}

function problemOf(
  claims: ReadonlyMap<CsvField, Claim>,
  headers: readonly string[],
  decided: boolean,
): InspectionProblem | undefined {
  const found = [...claims].filter(([, { taken }]) => taken !== null).map(([field]) => field);
  const missing = requiredFields.filter((field) => !found.includes(field));
  const besides = found.filter((field) => !requiredFields.includes(field)).length;
  if (missing.length > 0 && besides < 2 && !decided) return { type: 'no-header' };
  const twice = [...claims]
    .filter(([, { rivals }]) => rivals.length > 0)
    .map(([field, { rivals }]) => ({
      field,
      headers: rivals.map((index) => headers[index] ?? ''),
    }));
  if (missing.length === 0 && twice.length === 0) return undefined;
  return { type: 'mapping-needed', missing, twice };
}

function notesOf(
  claims: ReadonlyMap<CsvField, Claim>,
  headers: readonly string[],
  unused: readonly string[],
): MappingNote[] {
  const missing = noted.filter((field) => (claims.get(field)?.taken ?? null) === null);
  const doubtful = [...claims].filter(([, { doubtful }]) => doubtful);
  return [
    ...missing.map((field) => ({ code: 'column-missing' as const, field })),
    ...doubtful.map(([field, { taken }]) => ({
      code: 'column-doubtful' as const,
      field,
      column: headers[taken ?? 0] ?? '',
    })),
    ...unused.map((column) => ({ code: 'mapping-unused' as const, column })),
  ];
}
