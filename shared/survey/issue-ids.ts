// The id of an issue within its response: links, groups and histories point at it (`{responseId}#{issueId}`), so it stays with
// the issue when others are removed or moved. A sender may give it; else it is the issue's position, the same at each repetition.
import { type Check, report, safeOf, tidyCell } from './check.ts';
import { reportPersonal } from './kinds/coded.ts';
import type { Raw } from './response.ts';

const pattern = /^[A-Za-z0-9_-]{1,32}$/;

/** The position's own id: `1` for the first. */
export function positionId(index: number): string {
  return String(index + 1);
}

/** Each issue's id: as given, else its position; where that was given to another, the next that is free. */
export function issueIds(given: readonly (string | null | undefined)[]): readonly string[] {
  const taken = new Set<string>(given.filter((id) => typeof id === 'string'));
  return given.map((id, index) => {
    if (typeof id === 'string') return id;
    let at = index;
    while (taken.has(positionId(at))) at += given.length;
    taken.add(positionId(at));
    return positionId(at);
  });
}

/** Whether a text can be one. */
export function isIssueId(text: unknown): text is string {
  return typeof text === 'string' && pattern.test(text);
}

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
