// The rule of an issue's id (issue-ids.ts).
import { type Check, report, safeOf, tidyCell } from './check.ts';
import { isIssueId } from './issue-ids.ts';
import { reportPersonal } from './kinds/coded.ts';
import type { Raw } from './response.ts';

interface CheckedId {
  /** null: none was given, or none that can be one */
  readonly id: string | null;
  readonly safe: Raw;
}

/** `before`: the ids of the issues before it, to which this one is added. */
export function checkIssueId(
  check: Check,
  given: unknown,
  pointer: string,
  before: Set<string>,
): CheckedId {
  const cell = tidyCell(check, given, pointer);
  const { text } = cell;
  if (text === '') return { id: null, safe: null };
  const isPersonal = text.length > 7 && reportPersonal(check, text, pointer);
  const why = isPersonal || !isIssueId(text) ? 'form' : before.has(text) ? 'twice' : null;
  if (why === null) {
    before.add(text);
    return { id: text, safe: text };
  }
  report(check, 'issue-id-invalid', pointer, { why });
  return { id: null, safe: safeOf(cell) };
}
