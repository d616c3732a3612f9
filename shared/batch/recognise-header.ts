// What one header says its column is. The order of the steps decides; it stands in the comments (a)–(e).
import { type CsvField, csvFields, namesInFiles } from '../survey/fields/names-in-files.ts';
import type { AnswerColumns } from './answer-columns.ts';
import { birthWord, isIncidentDay } from './birth-dates.ts';
import {
  personalHeaders,
  personalNames,
  runningNumberNames,
  titleProposals,
} from './column-names.ts';
import { genericClaims, genericNames, isForbidden } from './generic-words.ts';
import { headerKey } from './header-key.ts';
import { headerWords, holdsWord, isLatin } from './header-words.ts';

export interface Recognised {
  readonly as: CsvField | 'number' | 'personal';
  /** the header is exactly a known name, or only contains one */
  readonly exact: boolean;
  /** an exact name that gives way to any other column of the same field */
  readonly weak: boolean;
  /** of several columns of a field that is no exact name, the one with the smallest is meant */
  readonly rank: number;
  /** only what the cells bear out counts */
  readonly tested: boolean;
  /** from a column that a tool adds */
  readonly byTool?: true;
  /** never taken, only proposed */
  readonly proposal?: true;
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
const toolNames = new Map(
  csvFields.flatMap((field) =>
    (namesInFiles[field].byTools ?? []).map(
      (name, order) => [headerKey(name), { field, order }] as const,
    ),
  ),
);
const personalKeys = personalNames.map(headerKey);
const personalSet = new Set([...personalKeys, ...personalHeaders.map(headerKey)]);
const runningSet = new Set(runningNumberNames.map(headerKey));
const titleProposalKeys = new Set(titleProposals.map(headerKey));
const genericKeys = new Set(genericNames.map(headerKey));
/** gives way to a column that says more */
const weakKeys = new Set(['ประเภท', 'type'].map(headerKey));

const minContained = 4;
const length = (text: string): number => [...text].length;
const longestFirst = (a: Name, b: Name): number => length(b.key) - length(a.key);
const holdsPersonal = [...names, ...pairs]
  .filter(({ key }) => personalKeys.some((word) => key.includes(word)))
  .sort(longestFirst);
const specific: readonly Name[] = names
  .filter(({ key }) => length(key) >= minContained && !genericKeys.has(key))
  .sort(longestFirst);
const thaiSpecific = specific.filter(({ key }) => !isLatin(key));
const latinSpecific = specific
  .filter(({ key }) => isLatin(key))
  .map(({ key, field }) => ({ key: key.replace(/[^a-z]/g, ''), field }));
const containablePersonal = personalKeys.filter((key) => length(key) >= minContained);
const placeFields: ReadonlySet<string> = new Set(['province', 'district', 'subdistrict']);

/** ranks of what is no exact name: the nearest header, the day of an incident, a bare ประเภท, what a tool added */
const ranks = { incident: 1000, weak: 1500, tool: 2000 } as const;
const sure = { exact: true, weak: false, rank: 0, tested: false } as const;
const personal: Recognised = { ...sure, as: 'personal' };

/** null: nothing that is known. `answers`: columns of the survey's own questions, which never hide a core or personal one. */
export function recogniseHeader(
  header: string,
  answers: AnswerColumns = new Map(),
): Recognised | null {
  return headerClaims(header, answers).find(({ proposal }) => !proposal) ?? null;
}

/** Everything that the header may be, the likeliest first. */
export function headerClaims(
  header: string,
  answers: AnswerColumns = new Map(),
): readonly Recognised[] {
  const key = headerKey(header);
  if (key === '') return [];
  const words = headerWords(header);
  const proposal = mayBeTitle(key, words) ? [toProposal('title')] : [];
  const whole = wholeHeader(key, answers);
  if (whole) return [whole, ...proposal];
  // (c) the part behind a path, as tools that group questions write it
  const behind = behindPath(header, key, words);
  if (behind) return [behind];
  return [...containedIn(key, words), ...proposal];
}

function wholeHeader(key: string, answers: AnswerColumns = new Map()): Recognised | null {
  // (a) exactly a known name
  const field = exactNames.get(key);
  if (runningSet.has(key)) return { ...sure, as: 'number' };
  if (field)
    return { ...sure, as: field, ...(weakKeys.has(key) && { weak: true, rank: ranks.weak }) };
  if (personalSet.has(key)) return personal;
  const tool = toolNames.get(key);
  if (tool) {
    const rank = ranks.tool + tool.order;
    return { as: tool.field, exact: true, weak: true, rank, tested: true, byTool: true };
  }
  const answer = answers.get(key);
  if (answer) return { ...sure, as: answer };
  // (b) ชื่อ before or `name` after one
  const named = pairNames.get(key);
  return named ? { ...sure, as: named } : null;
}

const toolPosition = /^_.*_(latitude|longitude)$/i;
const steps = new Set(['/', '-', '.', ':']);

/** `problem/title`, `problem-title`, `visit.severity`, `_gps_latitude` */
function behindPath(header: string, key: string, words: ReadonlySet<string>): Recognised | null {
  const line = header.slice(0, 300).replace(/\s+/g, ' ').trim();
  const axis = toolPosition.exec(line)?.[1];
  if (axis) return { ...sure, as: /^lat/i.test(axis) ? 'lat' : 'lng', tested: true };
  const at = [...line].findLastIndex((letter) => steps.has(letter));
  if (at < 1) return null;
  const lastKey = headerKey([...line].slice(at + 1).join(''));
  if (genericKeys.has(lastKey) && isForbidden(key, words)) return null;
  const found = wholeHeader(lastKey);
  if (!found || found.as === 'number') return null;
  if (found.as === 'personal') return found;
  if (holdsPersonalWord(headerKey([...line].slice(0, at).join(''))) && !placeFields.has(found.as))
    return personal;
  return { ...found, tested: true };
}

function containedIn(key: string, words: ReadonlySet<string>): readonly Recognised[] {
  // (d) a field's name that itself holds a personal word, then personal words
  const holding = holdsPersonal.find((name) => key.includes(name.key));
  if (holding) return [contained(holding.field, key, length(holding.key))];
  if (birthWord(key, words) || holdsPersonalWord(key)) return [{ ...personal, exact: false }];
  if (isIncidentDay(key, words)) return [{ ...contained('day', key, 0), rank: ranks.incident }];
  // (e) names that only one field has; generic words beside a specific one
  const nearest = new Map<CsvField, number>();
  const claim = (field: CsvField, matched: number) =>
    nearest.set(field, Math.max(matched, nearest.get(field) ?? 0));
  for (const name of thaiSpecific) if (key.includes(name.key)) claim(name.field, name.key.length);
  for (const name of latinSpecific) if (words.has(name.key)) claim(name.field, name.key.length);
  for (const { field, matched } of genericClaims(key, words)) claim(field, matched);
  return [...nearest]
    .map(([field, matched]) => contained(field, key, matched))
    .sort((a, b) => a.rank - b.rank);
}

/** `matched`: how many characters of the header speak for the field; the fewer others, the nearer. */
function contained(as: CsvField, key: string, matched: number): Recognised {
  return { as, exact: false, weak: false, rank: Math.max(0, key.length - matched), tested: true };
}

function mayBeTitle(key: string, words: ReadonlySet<string>): boolean {
  if (titleProposalKeys.has(key)) return true;
  const isAbout = ['ปัญหา', 'เรื่อง', 'problem', 'issue'].some((word) => holdsWord(word, key, words));
  return isAbout && !isForbidden(key, words);
}

function toProposal(as: CsvField): Recognised {
  return { ...contained(as, '', 0), proposal: true };
}

function holdsPersonalWord(key: string): boolean {
  const cleared = key
    .replaceAll('ออนไลน์', '')
    .replace(/วัน(?:ที่)?เกิด(?=เหตุ|ปัญหา|ภัย|อุบัติ)/g, '')
    // a telephone is personal at the start, or as somebody's number
    .replace(/(?<!^|เบอร์|หมายเลข|เลข)โทรศัพท์/g, '');
  return containablePersonal.some((word) => cleared.includes(word));
}
