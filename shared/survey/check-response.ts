// One rule, four doors: the form, the CSV reader, the API and the re-check all call this function.
import { parseDay } from '../text/dates.ts';
import { isNoAnswer } from '../text/no-answer.ts';
import {
  asIs,
  type Check,
  type CheckContext,
  cellOf,
  fieldsOf,
  report,
  safeOf,
  shown,
} from './check.ts';
import { checkAnswers } from './check-answers.ts';
import { checkIssue, type IssueCheck } from './check-issue.ts';
import { checkPlace } from './check-place.ts';
import { checkText, keepText } from './check-text.ts';
import { findRespondentType } from './coded-values.ts';
import { limits, type SurveyDefinition } from './definition.ts';
import {
  type Channel,
  type CheckedResponse,
  channels,
  type Raw,
  type RawResponse,
} from './response.ts';
import type { Violation } from './violation.ts';

export interface Checked {
  /** null when there is at least one error */
  readonly response: CheckedResponse | null;
  /** all of them, errors and warnings, in the order of the response's fields */
  readonly violations: readonly Violation[];
  /** the same raw response with personal data removed: safe to show, store beside a reject, or log */
  readonly safe: RawResponse;
}

const responseFields = new Set([
  'version',
  'day',
  'channel',
  'channelText',
  'place',
  'respondent',
  'issues',
  'answers',
]);
const respondentFields = new Set(['type', 'agency']);

/** Normalises a raw response, codes its values, removes personal data and lists every violation. Pure; never throws. */
export function checkResponse(
  definition: SurveyDefinition,
  raw: RawResponse,
  context: CheckContext,
): Checked {
  const check: Check = { definition, context, violations: [] };
  const fields = fieldsOf(check, raw, '', responseFields);
  const surveyVersion = checkVersion(check, fields.version);
  const day = checkDay(check, fields.day);
  const channel = checkChannel(check, fields.channel);
  const channelText = checkText(check, fields.channelText, '/channelText', '/channelText');
  const { place, safe: safePlace } = checkPlace(check, fields.place);
  const { respondent, safe: safeRespondent } = checkRespondent(check, fields.respondent);
  const issues = checkIssues(check, fields.issues);
  const answers = checkAnswers(check, fields.answers);
  const { violations } = check;
  const safe: RawResponse = {
    version: surveyVersion,
    day: day.safe,
    channel,
    channelText: channelText.safe,
    place: safePlace,
    respondent: safeRespondent,
    issues: issues.map((issue) => issue.safe),
    answers,
  };
  if (place === null || violations.some(isError)) return { response: null, violations, safe };
  const response = {
    surveyVersion,
    day: day.day,
    channel,
    channelText: channelText.text,
    place,
    respondent,
    issues: issues.map(({ issue }) => issue),
    answers,
  };
  return { response, violations, safe };
}

const isError = ({ level }: Violation): boolean => level === 'error';

function checkVersion(check: Check, value: unknown): number {
  const { version } = check.definition;
  if (value === undefined || value === null) return version;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value;
  report(check, 'wrong-type', '/version', { expected: 'whole number' });
  return version;
}

/** A response that does not say comes through the API. */
function checkChannel(check: Check, value: unknown): Channel {
  const channel = channels.find((one) => one === value);
  if (channel) return channel;
  if (value !== undefined && value !== null) {
    report(check, 'wrong-type', '/channel', { expected: channels.join(' ') });
  }
  return 'api';
}

function checkDay(check: Check, value: unknown): { day: string | null; safe: Raw } {
  const cell = cellOf(check, value, '/day');
  if (cell.wrong) return { day: null, safe: null };
  const { today, absent } = check.context;
  const { day, error, warning } = parseDay(cell.text, today);
  const seen = cell.text === '' ? {} : { value: shown(cell.text) };
  if (error) report(check, error, '/day', error === 'date-in-future' ? { ...seen, today } : seen);
  if (warning && !(warning === 'date-missing' && absent?.has('/day'))) {
    report(check, warning, '/day', seen);
  }
  return { day, safe: day === null ? safeOf(cell) : asIs(cell) };
}

function checkRespondent(check: Check, raw: unknown) {
  const fields = fieldsOf(check, raw, '/respondent', respondentFields);
  const type = checkRespondentType(check, fields.type);
  const agency = checkText(check, fields.agency, '/respondent/agency', '/respondent/agency');
  return {
    respondent: { type: type.type, typeText: type.text, agency: agency.text },
    safe: { type: type.safe, agency: agency.safe },
  };
}

function checkRespondentType(check: Check, value: unknown) {
  const pointer = '/respondent/type';
  const cell = cellOf(check, value, pointer);
  const known = { text: null, safe: asIs(cell) };
  if (cell.text === '' || isNoAnswer(cell.text)) return { type: null, ...known };
  const type = findRespondentType(cell.text);
  if (type) return { type, ...known };
  const { text, safe } = keepText(check, cell, pointer);
  report(check, 'respondent-type-unknown', pointer, { value: shown(cell.text) });
  return { type: null, text, safe };
}

/** Every issue up to the most allowed is checked, however many there are. */
function checkIssues(check: Check, raw: unknown): IssueCheck[] {
  const { min, max } = limits.issues;
  if (raw !== undefined && raw !== null && !Array.isArray(raw)) {
    report(check, 'wrong-type', '/issues', { expected: 'list' });
    return [];
  }
  const list: readonly unknown[] = raw ?? [];
  if (list.length < min || list.length > max) {
    report(check, 'issues-count', '/issues', { min, max, count: list.length });
  }
  return list.slice(0, max).map((issue, index) => checkIssue(check, issue, index));
}
