// What stands in the form, as typed, and its two-way street to the raw response that drafts and the rules use.
import type {
  Position,
  RawIssue,
  RawResponse,
  RespondentType,
} from '../../../shared/survey/response.ts';
import { type Strategy, strategies } from '../../../shared/survey/strategies.ts';

export interface IssueValues {
  /** for the page only: stays with the card when others are removed */
  readonly key: string;
  /** `unsure` is an answer, the empty text is none */
  readonly strategy: Strategy | 'unsure' | '';
  readonly title: string;
  readonly detail: string;
  /** '1' to '5' or empty */
  readonly severity: string;
  readonly affected: string;
}

export interface FormValues {
  /** ISO 3166-2 or empty */
  readonly province: string;
  readonly district: string;
  readonly subdistrict: string;
  readonly day: string;
  readonly position: Position | null;
  readonly respondent: RespondentType | '';
  readonly agency: string;
  readonly issues: readonly IssueValues[];
}

export function emptyIssue(key: string): IssueValues {
  return { key, strategy: '', title: '', detail: '', severity: '', affected: '' };
}

export function emptyValues(day: string, start: Partial<FormValues> = {}): FormValues {
  return {
    province: '',
    district: '',
    subdistrict: '',
    day,
    position: null,
    respondent: '',
    agency: '',
    issues: [emptyIssue('i1')],
    ...start,
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** The response as the rules and the server take it. An agency's name is left out when a citizen was chosen. */
export function toRaw(values: FormValues, surveyVersion: number): RawResponse {
  const { province, district, subdistrict, day, position, respondent, agency } = values;
  return {
    version: surveyVersion,
    day: orNull(day),
    channel: 'form',
    place: {
      province: orNull(province),
      district: orNull(district),
      subdistrict: orNull(subdistrict),
      position,
    },
    respondent: {
      type: orNull(respondent),
      agency: respondent === 'agency' ? orNull(agency) : null,
    },
    issues: values.issues.map(toRawIssue),
    answers: {},
  };
}

function toRawIssue({ strategy, title, detail, severity, affected }: IssueValues): RawIssue {
  return {
    strategy: strategy === 'unsure' ? null : orNull(strategy),
    subPlan: null,
    title: orNull(title),
    detail: orNull(detail),
    severity: severity === '' ? null : Number(severity),
    affected: orNull(affected),
  };
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
  const { place, respondent, issues = [] } = raw;
  const position = place?.position;
  const type = respondent?.type;
  return {
    province: text(place?.province),
    district: text(place?.district),
    subdistrict: text(place?.subdistrict),
    day: text(raw.day),
    position: position && isPosition(position) ? position : null,
    respondent: type === 'agency' || type === 'citizen' ? type : '',
    agency: text(respondent?.agency),
    issues: (issues.length > 0 ? issues : [{}]).map((issue, index) => ({
      key: `i${index + 1}`,
      strategy: toStrategy(issue.strategy) ?? '',
      title: text(issue.title),
      detail: text(issue.detail),
      severity: text(issue.severity),
      affected: text(issue.affected),
    })),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function toStrategy(value: unknown): Strategy | 'unsure' | null {
  if (value === 'unsure') return value;
  return strategies.find((strategy) => strategy === value) ?? null;
}

function isPosition(position: { lat?: unknown; lng?: unknown }): position is Position {
  return typeof position.lat === 'number' && typeof position.lng === 'number';
}

/** The next free key; keys only grow, so a removed card can come back beside newer ones. */
export function nextKey(issues: readonly IssueValues[], removed: IssueValues | null): string {
  const used = [...issues, ...(removed ? [removed] : [])].map(({ key }) => Number(key.slice(1)));
  return `i${Math.max(0, ...used) + 1}`;
}

export function isEmptyIssue(issue: IssueValues): boolean {
  const { key: _key, ...typed } = issue;
  return Object.values(typed).every((value) => value === '');
}
