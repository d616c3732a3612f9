// What one header says its column is. The order of the steps decides; it stands in the comments (a)–(d).
import { type CsvField, csvFields, namesInFiles } from '../survey/fields/names-in-files.ts';
import type { AnswerColumns } from './answer-columns.ts';
import { personalNames, runningNumberNames } from './column-names.ts';
import { headerKey } from './header-key.ts';

export interface Recognised {
  readonly as: CsvField | 'number' | 'personal';
  /** the header is exactly a known name, or only contains one */
  readonly exact: boolean;
  /** an exact name that gives way to any other column of the same field */
  readonly weak: boolean;
}

interface Name {
  readonly key: string;
  readonly field: CsvField;
}

const names: readonly Name[] = csvFields.flatMap((field) =>
  namesInFiles[field].names.map((name) => ({ key: headerKey(name), field })),
);
const exactNames = new Map<string, CsvField>(names.map(({ key, field }) => [key, field]));
const pairs: readonly Name[] = csvFields
  .filter((field) => namesInFiles[field].named)
  .flatMap((field) => names.filter((name) => name.field === field))
  .flatMap(({ key, field }) => [
    { key: `ชื่อ${key}`, field },
    { key: `${key}name`, field },
  ]);
const pairNames = new Map(pairs.map(({ key, field }) => [key, field]));
const personalKeys = personalNames.map(headerKey);
const personalSet = new Set(personalKeys);
const runningSet = new Set(runningNumberNames.map(headerKey));
/** give way to a column that says more: a bare ประเภท, and suggestions beside details */
const weakKeys = new Set(['ประเภท', 'type', 'ข้อเสนอแนะ'].map(headerKey));

const minContained = 4;
const length = (text: string): number => [...text].length;
const longestFirst = (a: Name, b: Name): number => length(b.key) - length(a.key);
const holdsPersonal = [...names, ...pairs]
  .filter(({ key }) => personalKeys.some((word) => key.includes(word)))
  .sort(longestFirst);
const containable: readonly Name[] = [...names, { key: 'วันเกิดเหตุ', field: 'day' as const }]
  .filter(({ key }) => length(key) >= minContained)
  .sort(longestFirst);
const containablePersonal = personalKeys.filter((key) => length(key) >= minContained);

/** null: nothing that is known. `answers`: columns of the survey's own questions, which never hide a core or personal one. */
export function recogniseHeader(
  header: string,
  answers: AnswerColumns = new Map(),
): Recognised | null {
  const key = headerKey(header);
  if (key === '') return null;
  // (a) exactly a known name
  const field = exactNames.get(key);
  if (runningSet.has(key)) return { as: 'number', exact: true, weak: false };
  if (field) return { as: field, exact: true, weak: weakKeys.has(key) };
  if (personalSet.has(key)) return { as: 'personal', exact: true, weak: false };
  const answer = answers.get(key);
  if (answer) return { as: answer, exact: true, weak: false };
  // (b) ชื่อ before or `name` after one
  const named = pairNames.get(key);
  if (named) return { as: named, exact: true, weak: false };
  return containedIn(key);
}

function containedIn(key: string): Recognised | null {
  // (c) a field's name that itself holds a personal word, then personal words
  const holding = holdsPersonal.find((name) => key.includes(name.key));
  if (holding) return { as: holding.field, exact: false, weak: false };
  if (holdsPersonalWord(key)) return { as: 'personal', exact: false, weak: false };
  // (d) the longest field name inside
  const contained = containable.find((name) => key.includes(name.key));
  return contained ? { as: contained.field, exact: false, weak: false } : null;
}

function holdsPersonalWord(key: string): boolean {
  const cleared = key
    .replaceAll('ออนไลน์', '')
    .replaceAll('วันเกิดเหตุ', '')
    // a telephone is personal at the start, or as somebody's number
    .replace(/(?<!^|เบอร์|หมายเลข|เลข)โทรศัพท์/g, '');
  return containablePersonal.some((word) => cleared.includes(word));
}
