// From the header row to columns: which field each one is, which are left out, and what a person has to decide.

import { keyPattern } from '../survey/definition.ts';
import { type CsvField, csvFields, requiredFields } from '../survey/fields/names-in-files.ts';
import { removePersonalData } from '../text/personal-data.ts';
import { normaliseLine } from '../text/thai.ts';
import type { AnswerColumns } from './answer-columns.ts';
import {
  type Claim,
  type Claiming,
  claimColumn,
  type Guess,
  guessOf,
  withoutDetails,
} from './claim-columns.ts';
import type { FileNote } from './file-note.ts';
import type { InspectionProblem, MappingTarget } from './inspection.ts';
import { headerClaims } from './recognise-header.ts';

export interface MappedColumn {
  /** position in the file, from 0 */
  readonly index: number;
  /** as it stands in the file, tidied, without personal data */
  readonly header: string;
  readonly field: CsvField | null;
  readonly personal: boolean;
  readonly runningNumber: boolean;
  readonly certainty: 'sure' | 'likely' | 'none';
  /** the field that its header hints at; its cells do not bear it out, or a person has to say so */
  readonly proposed?: CsvField;
}

export interface Mapped {
  readonly columns: readonly MappedColumn[];
  readonly notes: readonly FileNote[];
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
  return name === 'number' || name === 'personal' || name === 'ignore' || isColumnField(name);
}

export function isColumnField(name: string): name is CsvField {
  return (csvFields as readonly string[]).includes(name) || isAnswer(name);
}

/** Whether the survey has such a question is seen when the columns are mapped. */
const isAnswer = (name: string): name is `answers/${string}` =>
  name.startsWith('answers/') && keyPattern.test(name.slice('answers/'.length));

/**
 * `mapping`: header → target, decided by a person; the other headers are recognised by their names. `rows`: the first cells of
 * the table, which bear a guess out or do not.
 */
export function mapColumns(
  headers: readonly string[],
  mapping: Readonly<Record<string, MappingTarget>> = {},
  answers: AnswerColumns = new Map(),
  rows: readonly (readonly string[])[] = [],
): Mapped {
  const tidy = headers.map(tidyHeader);
  const decided = new Map(
    Object.entries(mapping).map(([header, target]) => [tidyHeader(header), target]),
  );
  const targets = targetsOf(tidy, decided);
  const found = tidy.map((header, index): Guess => {
    if (targets[index]) return { guess: null, proposed: null };
    return guessOf(headerClaims(header, answers), () => cellsIn(rows, index));
  });
  const claiming = withoutDetails(
    found.map(({ guess }) => guess),
    targets,
  );
  const fields = [...csvFields, ...new Set(answers.values())];
  const claims = withoutSecondPosition(
    new Map(fields.map((field) => [field, claimColumn(field, claiming)])),
    claiming,
  );
  const columns = tidy.map((header, index) =>
    toColumn(
      header,
      index,
      targets[index],
      { guess: claiming.guesses[index] ?? null, proposed: found[index]?.proposed ?? null },
      claims,
    ),
  );
  const unused = [...decided.keys()].filter((header) => !tidy.includes(header));
  const problem = problemOf(claims, columns, decided.size > 0);
  const notes = [...notesOf(claims, columns, unused), ...guessNotes(columns, found)];
  return { columns, notes, ...(problem && { problem }) };
}

function* cellsIn(rows: readonly (readonly string[])[], index: number): Generator<string> {
  for (const cells of rows) yield cells[index] ?? '';
}

/** Tools write a position in one column and its parts in two more. */
function withoutSecondPosition(
  claims: ReadonlyMap<CsvField, Claim>,
  { guesses }: Claiming,
): ReadonlyMap<CsvField, Claim> {
  const taken = (field: CsvField) => claims.get(field)?.taken ?? null;
  const whole = taken('position');
  const isSecond = whole !== null && guesses[whole]?.byTool && taken('lat') !== null;
  if (!isSecond || taken('lng') === null) return claims;
  return new Map(claims).set('position', { taken: null, rivals: [], doubtful: false });
}

/** A decision is about the first column of that name. */
function targetsOf(
  headers: readonly string[],
  decided: ReadonlyMap<string, MappingTarget>,
): readonly (MappingTarget | undefined)[] {
  const seen = new Set<string>();
  return headers.map((header) => {
    if (seen.has(header)) return undefined;
    seen.add(header);
    return decided.get(header);
  });
}

/** Headers are kept and shown, so nobody's number may stand in them. */
const tidyHeader = (header: string): string =>
  removePersonalData(normaliseLine(header.slice(0, longestHeader))).text;
/** characters of a header that are kept */
const longestHeader = 1000;

function toColumn(
  header: string,
  index: number,
  target: MappingTarget | undefined,
  { guess, proposed }: Guess,
  claims: ReadonlyMap<CsvField, Claim>,
): MappedColumn {
  const as = target ?? guess?.as ?? 'ignore';
  const field = isColumnField(as) && claims.get(as)?.taken === index ? as : null;
  const known = field !== null || as === 'personal' || as === 'number';
  const certainty = !known ? 'none' : target || guess?.exact ? 'sure' : 'likely';
  const isOpen = proposed !== null && claims.get(proposed)?.taken === null;
  return {
    index,
    header,
    field,
    personal: as === 'personal',
    runningNumber: as === 'number',
    certainty,
    ...(isOpen && { proposed }),
  };
}

/** What was taken although no header says it surely. */
function guessNotes(columns: readonly MappedColumn[], found: readonly Guess[]): FileNote[] {
  return columns.flatMap(({ header, field, certainty, index }): FileNote[] => {
    if (field === null) return [];
    if (certainty === 'likely') return [{ code: 'column-guessed', header, field }];
    const isDay = field === 'day' && found[index]?.guess?.byTool;
    return isDay ? [{ code: 'day-from', column: header }] : [];
  });
}

function problemOf(
  claims: ReadonlyMap<CsvField, Claim>,
  columns: readonly MappedColumn[],
  decided: boolean,
): InspectionProblem | undefined {
  const found = [...claims].filter(([, { taken }]) => taken !== null).map(([field]) => field);
  const missing = requiredFields.filter((field) => !found.includes(field));
  const hinted = new Set([...found, ...columns.flatMap(({ proposed }) => proposed ?? [])]);
  const besides = [...hinted].filter((field) => !requiredFields.includes(field)).length;
  const isUnknown = missing.some((field) => !hinted.has(field));
  if (isUnknown && besides < 2 && !decided) return { type: 'no-header' };
  const twice = [...claims]
    .filter(([, { rivals }]) => rivals.length > 0)
    .map(([field, { rivals }]) => ({
      field,
      headers: rivals.map((index) => columns[index]?.header ?? ''),
    }));
  if (missing.length === 0 && twice.length === 0) return undefined;
  return { type: 'mapping-needed', missing, twice };
}

function notesOf(
  claims: ReadonlyMap<CsvField, Claim>,
  columns: readonly MappedColumn[],
  unused: readonly string[],
): FileNote[] {
  const missing = noted.filter((field) => (claims.get(field)?.taken ?? null) === null);
  const doubtful = [...claims].filter(([, { doubtful }]) => doubtful);
  return [
    ...missing.map((field) => ({ code: 'column-missing' as const, field })),
    ...doubtful.map(([field, { taken }]) => ({
      code: 'column-doubtful' as const,
      field,
      column: columns[taken ?? 0]?.header ?? '',
    })),
    ...unused.map((column) => ({ code: 'mapping-unused' as const, column })),
  ];
}
