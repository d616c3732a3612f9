// One problem raised: its title and detail, what area it belongs to, how bad it is and for how many.

import { withoutMarkers } from '../text/cut.ts';
import { isNoAnswer } from '../text/no-answer.ts';
import { parsePeople } from '../text/numbers.ts';
import { removePersonalData } from '../text/personal-data.ts';
import { asIs, type Check, cellOf, fieldsOf, report, safeOf, shown } from './check.ts';
import { checkText, keepText } from './check-text.ts';
import { findStrategy, findSubPlan, parseSeverity } from './coded-values.ts';
import type { CheckedIssue, Raw, RawIssue } from './response.ts';

export interface IssueCheck {
  readonly issue: CheckedIssue;
  readonly safe: RawIssue;
}

interface Coded<T> {
  readonly value: T | null;
  /** the text that was no known value */
  readonly text: string | null;
  readonly safe: Raw;
}

const issueFields = new Set(['strategy', 'subPlan', 'title', 'detail', 'severity', 'affected']);

export function checkIssue(check: Check, raw: unknown, index: number): IssueCheck {
  const at = `/issues/${index}`;
  const fields = fieldsOf(check, raw ?? undefined, at, issueFields);
  const title = checkTitle(check, fields.title, `${at}/title`);
  const detail = checkText(check, fields.detail, `${at}/detail`, '/issues/-/detail', true);
  const strategy = checkStrategy(check, fields.strategy, `${at}/strategy`);
  const subPlan = checkSubPlan(check, fields.subPlan, `${at}/subPlan`);
  const severity = checkSeverity(check, fields.severity, `${at}/severity`);
  const affected = checkAffected(check, fields.affected, `${at}/affected`);
  return {
    issue: {
      strategy: strategy.value,
      strategyText: strategy.text,
      subPlan: subPlan.value,
      subPlanText: subPlan.text,
      title: title.text ?? '',
      detail: detail.text,
      severity: severity.value,
      affected: affected.value,
    },
    safe: {
      strategy: strategy.safe,
      subPlan: subPlan.safe,
      title: title.safe,
      detail: detail.safe,
      severity: severity.safe,
      affected: affected.safe,
    },
  };
}

/** Nothing but punctuation, symbols or removed personal data is no title. */
function checkTitle(check: Check, raw: unknown, pointer: string) {
  const title = checkText(check, raw, pointer, '/issues/-/title');
  const says = title.text !== null && /[\p{L}\p{N}]/u.test(withoutMarkers(title.text));
  if (!says && !title.wrong) report(check, 'missing-title', pointer);
  return title;
}

function checkStrategy(
  check: Check,
  raw: unknown,
  pointer: string,
): Coded<CheckedIssue['strategy'] & string> {
  const cell = cellOf(check, raw, pointer);
  if (cell.text === '' || isNoAnswer(cell.text))
    return { value: null, text: null, safe: asIs(cell) };
  const value = findStrategy(cell.text);
  if (value) return { value, text: null, safe: asIs(cell) };
  const { text, safe } = keepText(check, cell, pointer);
  report(check, 'strategy-unknown', pointer, { value: shown(cell.text) });
  return { value: null, text, safe };
}

function checkSubPlan(check: Check, raw: unknown, pointer: string): Coded<string> {
  const cell = cellOf(check, raw, pointer);
  if (cell.text === '' || isNoAnswer(cell.text))
    return { value: null, text: null, safe: asIs(cell) };
  const { subPlans } = check.definition;
  const plan = findSubPlan(cell.text, subPlans);
  if (plan) return { value: plan.key, text: null, safe: asIs(cell) };
  const { text, safe } = keepText(check, cell, pointer);
  if (subPlans.length > 0) report(check, 'sub-plan-unknown', pointer, { value: shown(cell.text) });
  return { value: null, text, safe };
}

function checkSeverity(check: Check, raw: unknown, pointer: string): Coded<number> {
  const cell = cellOf(check, raw, pointer);
  const { severityDirection = '5-is-most', absent } = check.context;
  if (cell.wrong) return { value: null, text: null, safe: null };
  const { severity, error, warning } = parseSeverity(cell.text, severityDirection);
  if (error) report(check, error, pointer, { value: shown(cell.text) });
  if (warning && !absent?.has('/issues/-/severity')) report(check, warning, pointer);
  return { value: severity, text: null, safe: error ? safeOf(cell) : asIs(cell) };
}

/** An identity number or a phone in this column is not a count, and is not kept. */
function checkAffected(check: Check, raw: unknown, pointer: string): Coded<number> {
  const cell = cellOf(check, raw, pointer);
  const { people, warning } = parsePeople(cell.text);
  if (people !== null && /^\d{1,7}$/.test(cell.text))
    return { value: people, text: null, safe: asIs(cell) };
  const personal = removePersonalData(cell.text).found.filter(
    ({ code }) => code.startsWith('pii-') && code !== 'pii-possible-name',
  );
  for (const { code, count } of personal) report(check, code, pointer, { count });
  const safe = safeOf(cell);
  if (personal.length > 0) return { value: null, text: null, safe };
  if (warning) report(check, warning, pointer, { value: shown(cell.text) });
  return { value: people, text: null, safe };
}
