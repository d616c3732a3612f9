// One rule, four doors: the form, the CSV reader, the API and the re-check all call this function.
import { type Check, type CheckContext, fieldsOf, type Members, report } from './check.ts';
import { checkAnswers } from './check-answers.ts';
import { checkIssueId } from './check-issue-id.ts';
import { checkPart } from './check-part.ts';
import { checkPhotos } from './check-photos.ts';
import type { SurveyDefinition } from './definition.ts';
import { fieldsIn, type PartOfResponse } from './fields/fields.ts';
import { issueIds } from './issue-ids.ts';
import { limits } from './limits.ts';
import {
  type Channel,
  type CheckedIssue,
  type CheckedResponse,
  channels,
  type RawIssue,
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

const membersOf = (part: PartOfResponse): string[] => fieldsIn(part).map(({ member }) => member);
const placeMembers = new Set(membersOf('/place'));
const respondentMembers = new Set(membersOf('/respondent'));
const issueMembers = new Set(['id', 'photos', ...membersOf('/issues/-')]);
const responseMembers = new Set([
  ...membersOf(''),
  ...['version', 'channel', 'place', 'respondent', 'issues', 'answers'],
]);

/** Normalises a raw response, codes its values, removes personal data and lists every violation. Pure; never throws. */
export function checkResponse(
  definition: SurveyDefinition,
  raw: RawResponse,
  context: CheckContext,
): Checked {
  const check: Check = { definition, context, violations: [] };
  const given = fieldsOf(check, raw, '', responseMembers);
  const surveyVersion = checkVersion(check, given.version);
  const channel = checkChannel(check, given.channel);
  const own = checkPart(check, given, '');
  const placeGiven = fieldsOf(check, given.place, '/place', placeMembers);
  const place = checkPart(check, placeGiven, '/place');
  const respondentGiven = fieldsOf(check, given.respondent, '/respondent', respondentMembers);
  const respondent = checkPart(check, respondentGiven, '/respondent');
  const issues = checkIssues(check, given.issues);
  const answers = checkAnswers(check, given.answers);
  const { violations } = check;
  const safe: RawResponse = {
    version: surveyVersion,
    ...own.safe,
    channel,
    place: place.safe,
    respondent: respondent.safe,
    issues: issues.safe,
    answers: answers.safe,
  };
  if (violations.some(isError)) return { response: null, violations, safe };
  const response: CheckedResponse = {
    surveyVersion,
    ...own.stored,
    channel,
    place: place.stored,
    respondent: respondent.stored,
    issues: issues.stored,
    answers: answers.stored,
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

interface CheckedIssues {
  readonly stored: readonly CheckedIssue[];
  readonly safe: readonly RawIssue[];
}

/** Every issue up to the most allowed is checked, however many there are. */
function checkIssues(check: Check, given: unknown): CheckedIssues {
  const { min, max } = limits.issues;
  if (given !== undefined && given !== null && !Array.isArray(given)) {
    report(check, 'wrong-type', '/issues', { expected: 'list' });
    return { stored: [], safe: [] };
  }
  const list: readonly unknown[] = given ?? [];
  if (list.length < min || list.length > max) {
    report(check, 'issues-count', '/issues', { min, max, count: list.length });
  }
  const seen = new Set<string>();
  const checked = list.slice(0, max).map((issue, index) => {
    const at = `/issues/${index}`;
    const members: Members = fieldsOf(check, issue ?? undefined, at, issueMembers);
    const { id, safe } = checkIssueId(check, members.id, `${at}/id`, seen);
    const named = members.photos;
    const photos = named === undefined ? [] : checkPhotos(check, named, `${at}/photos`);
    const start: Record<string, unknown> = safe === null ? {} : { id: safe };
    if (photos.length > 0) start.photos = photos;
    return { id, photos, part: checkPart(check, members, '/issues/-', at, start) };
  });
  const ids = issueIds(checked.map(({ id }) => id));
  return {
    // the part is our own, so what is not of the registry is put in where it stands: rows of files come by the hundred thousand
    stored: checked.map(({ part, photos }, index) => {
      const issue = Object.assign(part.stored, { id: ids[index] ?? '' });
      return photos.length === 0 ? issue : Object.assign(issue, { photos });
    }),
    safe: checked.map(({ part }) => part.safe),
  };
}
