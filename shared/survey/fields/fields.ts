// The field registry: every value that each response has, whatever its survey asks besides. Rules, form, files, export,
// re-check, pages, schemas and description go over it. One field more is an entry here; the compiler then asks for its
// words (words.ts) and its names in files (names-in-files.ts). Mind what is stored already: the digest of a response holds every
// field, so a field more has to be `sparse`, or nothing sent before is known again.
import { limits } from '../limits.ts';
import type { WarningCode } from '../violation.ts';

/** How a value is read, stored and written; `kinds/` has the rules of each. */
export type CoreKind =
  | 'day'
  | 'province'
  | 'district'
  | 'text'
  | 'position'
  | 'respondent-type'
  | 'strategy'
  | 'sub-plan'
  | 'severity'
  | 'affected';

/** Where a field stands in a response: at its top, in one of its objects, or in each of its issues. */
export type PartOfResponse = '' | '/place' | '/respondent' | '/issues/-';

export interface FieldEntry {
  /** JSON pointer into a response; `-` stands for each issue's index */
  readonly pointer: string;
  readonly kind: CoreKind;
  /** a response without it cannot be stored, whatever the definition says; the code that says so */
  readonly required?: 'missing-province' | 'missing-title';
  /** the form asks until it is answered; from files, which have gaps, a response is stored without it */
  readonly expected?: true;
  /** said when it is missing and need not be there */
  readonly missing?: WarningCode;
  /** of texts: code points after normalisation */
  readonly maxLength?: number;
  /** of texts: may have several lines */
  readonly lines?: true;
  /** only asked of this kind of respondent */
  readonly onlyOf?: 'agency' | 'citizen';
  /** not asked of anybody: only a file's own column gives it */
  readonly filesOnly?: true;
  /** the form asks for it only where a survey's definition does */
  readonly onRequest?: true;
  /** not stored while it is empty: responses from before the field came are the same as those that leave it out */
  readonly sparse?: true;
}

/** In the order in which the questions are asked, and columns are offered. */
export const fields = {
  province: { pointer: '/place/province', kind: 'province', required: 'missing-province' },
  district: { pointer: '/place/district', kind: 'district', maxLength: limits.text },
  subdistrict: { pointer: '/place/subdistrict', kind: 'text', maxLength: limits.text },
  day: { pointer: '/day', kind: 'day', expected: true, missing: 'date-missing' },
  position: { pointer: '/place/position', kind: 'position' },
  respondent: { pointer: '/respondent/type', kind: 'respondent-type', expected: true },
  agency: {
    pointer: '/respondent/agency',
    kind: 'text',
    maxLength: limits.text,
    onlyOf: 'agency',
  },
  strategy: { pointer: '/issues/-/strategy', kind: 'strategy', expected: true },
  subPlan: { pointer: '/issues/-/subPlan', kind: 'sub-plan' },
  title: {
    pointer: '/issues/-/title',
    kind: 'text',
    required: 'missing-title',
    maxLength: limits.title,
  },
  detail: { pointer: '/issues/-/detail', kind: 'text', maxLength: limits.detail, lines: true },
  suggestion: {
    pointer: '/issues/-/suggestion',
    kind: 'text',
    maxLength: limits.detail,
    lines: true,
    onRequest: true,
    sparse: true,
  },
  severity: {
    pointer: '/issues/-/severity',
    kind: 'severity',
    expected: true,
    missing: 'severity-missing',
  },
  affected: { pointer: '/issues/-/affected', kind: 'affected' },
  channel: { pointer: '/channelText', kind: 'text', maxLength: limits.text, filesOnly: true },
} as const satisfies Readonly<Record<string, FieldEntry>>;

export type Fields = typeof fields;
export type FieldName = keyof Fields;
export type AskedField = {
  [F in FieldName]: Fields[F] extends { filesOnly: true } ? never : F;
}[FieldName];

export type IssueField = {
  [F in AskedField]: Fields[F]['pointer'] extends `/issues/-/${string}` ? F : never;
}[AskedField];

export interface PlacedField extends FieldEntry {
  readonly name: FieldName;
  readonly part: PartOfResponse;
  /** its name within its part: `/respondent/type` → `type` */
  readonly member: string;
  /** beside it: a text that is no known value (`strategyText`), a district's code; null: nothing */
  readonly besideMember: string | null;
}

/** what a kind keeps beside a value; the types in parts.ts repeat it */
const ending: Readonly<Partial<Record<CoreKind, string>>> = {
  'respondent-type': 'Text',
  strategy: 'Text',
  'sub-plan': 'Text',
  district: 'Code',
};

export const allFields: readonly PlacedField[] = Object.entries(fields).map(([name, field]) => {
  const end = field.pointer.lastIndexOf('/');
  const member = field.pointer.slice(end + 1);
  return {
    ...field,
    // the entries' own keys, and the pointers above; Object.entries only knows texts
    name: name as FieldName,
    part: field.pointer.slice(0, end) as PartOfResponse,
    member,
    besideMember: ending[field.kind] === undefined ? null : member + ending[field.kind],
  };
});

/** In the order of a response's own members. */
export const parts: readonly PartOfResponse[] = ['', '/place', '/respondent', '/issues/-'];

const byPart = new Map(
  parts.map((part) => [part, allFields.filter((field) => field.part === part)]),
);
const byPointer = new Map(allFields.map((field) => [field.pointer, field]));

export function fieldsIn(part: PartOfResponse): readonly PlacedField[] {
  return byPart.get(part) ?? [];
}

/** `/issues/1/title`, `/place/position/lat` → the field it is about. */
export function fieldAt(pointer: string): PlacedField | undefined {
  const general = pointer.replace(/^\/issues\/\d+/, '/issues/-');
  return byPointer.get(general) ?? byPointer.get(general.replace(/\/[^/]*$/, ''));
}
