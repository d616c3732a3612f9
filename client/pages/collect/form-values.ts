// What stands in the form, as typed, and its two-way street to the raw response that drafts and the rules use.
import { photoDigestPattern } from '../../../shared/photos/photo.ts';
import {
  type AskedField,
  allFields,
  type FieldName,
  fieldsIn,
  type IssueField,
} from '../../../shared/survey/fields/fields.ts';
import { isIssueId, issueIds, positionId } from '../../../shared/survey/issue-ids.ts';
import { putAt, toPath, valueAt } from '../../../shared/survey/pointers.ts';
import {
  type Position,
  type RawIssue,
  type RawResponse,
  respondentTypes,
} from '../../../shared/survey/response.ts';
import { type Strategy, strategies } from '../../../shared/survey/strategies.ts';

/** The texts of one problem; of the strategy `unsure` is an answer, the empty text is none. */
export type IssueValues = { readonly [F in IssueField]: string } & {
  /** the issue's id: it stays with the card, and with what is stored, when others are removed */
  readonly key: string;
  /** by their digests */
  readonly photos: readonly string[];
};

type OuterField = Exclude<AskedField, IssueField | 'position'>;

/** Every text as typed or chosen: a province by its code, a severity as '1' to '5'; empty where there is none. */
export type FormValues = { readonly [F in OuterField]: string } & {
  readonly position: Position | null;
  readonly issues: readonly IssueValues[];
  readonly answers: Answers;
};

/** By the key of the survey's own question: what was typed, or the keys of what was chosen. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

const outerFields = allFields.filter(
  ({ part, kind, filesOnly }) => part !== '/issues/-' && kind !== 'position' && !filesOnly,
);
const issueFields = fieldsIn('/issues/-');

export function emptyIssue(key: string): IssueValues {
  return { key, ...texts(issueFields, () => ''), photos: [] };
}

export function emptyValues(day: string, start: Partial<FormValues> = {}): FormValues {
  const empty = texts<OuterField>(outerFields, () => '');
  return {
    ...empty,
    day,
    position: null,
    issues: [emptyIssue(positionId(0))],
    answers: {},
    ...start,
  };
}

/** One text a field. */
function texts<F extends FieldName>(
  fields: readonly { readonly name: FieldName }[],
  textOf: (name: F) => string,
): { readonly [K in F]: string } {
  // the caller names the fields that its list holds
  const entries = fields.map(({ name }) => [name, textOf(name as F)]);
  return Object.fromEntries(entries);
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** The response as the rules and the server take it. What is asked of another kind of respondent is left out. */
export function toRaw(values: FormValues, surveyVersion: number): RawResponse {
  const raw = { version: surveyVersion, channel: 'form' };
  for (const { name, pointer, onlyOf } of outerFields) {
    const isAsked = onlyOf === undefined || onlyOf === values.respondent;
    putAt(raw, toPath(pointer), isAsked ? orNull(values[name as OuterField]) : null);
  }
  putAt(raw, toPath('/place/position'), values.position);
  return { ...raw, issues: values.issues.map(toRawIssue), answers: toAnswers(values.answers) };
}

/** What was left empty is not sent. */
function toAnswers(answers: Answers): Answers {
  const given = Object.entries(answers).filter(([, value]) =>
    typeof value === 'string' ? value.trim() !== '' : value.length > 0,
  );
  return Object.fromEntries(given);
}

function toRawIssue(issue: IssueValues): RawIssue {
  const entries = issueFields.map(({ name, member, kind }) => {
    const text = issue[name as IssueField];
    if (kind === 'severity') return [member, text === '' ? null : Number(text)];
    return [member, text === 'unsure' && kind === 'strategy' ? null : orNull(text)];
  });
  const photos = issue.photos.length > 0 && { photos: issue.photos };
  return { id: issue.key, ...Object.fromEntries(entries), ...photos };
}

/** For the device's memory: "not sure" is remembered as an answer, which the server only knows as no strategy. */
export function toDraft(safe: RawResponse, values: FormValues): RawResponse {
  const issues = (safe.issues ?? []).map((issue, index) =>
    values.issues[index]?.strategy === 'unsure' ? { ...issue, strategy: 'unsure' } : issue,
  );
  return { ...safe, issues };
}

/** A kept draft, or a set that was refused, back into the form. */
export function fromRaw(raw: RawResponse): FormValues {
  const issues = raw.issues?.length ? raw.issues : [{}];
  const given = issues.map(({ id }) => (isIssueId(id) ? id : null));
  const ids = issueIds(given.map((id, index) => (given.indexOf(id) === index ? id : null)));
  const position = raw.place?.position;
  const typed = Object.fromEntries(
    outerFields.map(({ name, kind, pointer }) => [
      name,
      typedAs(kind, valueAt(raw, toPath(pointer))),
    ]),
  ) as { readonly [F in OuterField]: string }; // one text for each of the fields
  return {
    ...typed,
    position: position && isPosition(position) ? position : null,
    issues: issues.map((issue, index) => ({
      key: ids[index] ?? '',
      ...(Object.fromEntries(
        issueFields.map(({ name, kind, member }) => [
          name,
          typedAs(kind, (issue as Readonly<Record<string, unknown>>)[member]),
        ]),
      ) as { readonly [F in IssueField]: string }), // the same
      photos: (issue.photos ?? []).filter((one) => photoDigestPattern.test(one)),
    })),
    answers: Object.fromEntries(
      Object.entries(raw.answers ?? {}).map(([key, value]) => [key, typedAnswer(value)]),
    ),
  };
}

function typedAnswer(value: unknown): string | readonly string[] {
  if (Array.isArray(value)) return value.map((one) => typedAs('', one));
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : typedAs('', value);
}

export const strategyChoices: readonly (Strategy | 'unsure')[] = [...strategies, 'unsure'];
/** of these kinds only what can be chosen comes back */
const choices: Readonly<Record<string, readonly string[]>> = {
  'respondent-type': respondentTypes,
  strategy: strategyChoices,
};

function typedAs(kind: string, value: unknown): string {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  return choices[kind]?.includes(text) === false ? '' : text;
}

function isPosition(position: { lat?: unknown; lng?: unknown }): position is Position {
  return typeof position.lat === 'number' && typeof position.lng === 'number';
}

export function isEmptyIssue(issue: IssueValues): boolean {
  const { key: _key, photos, ...typed } = issue;
  return photos.length === 0 && Object.values(typed).every((value) => value === '');
}
