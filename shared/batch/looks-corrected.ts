// Whether a new row looks like a stored one that was corrected: the same place and day, and one or two cells that differ.
import type { CheckedResponse } from '../survey/response.ts';
import type { MappedColumn } from './map-columns.ts';
import { compareSaid } from './said-before.ts';

const mostDiffering = 2;
/** letters that two titles share at their ends, of the longer one */
const alike = 0.8;
const shortestTitle = 8;

/** Rows of which too little agrees beside place and day are different problems of one day. */
export function looksCorrected(
  line: CheckedResponse,
  stored: CheckedResponse,
  columns: readonly MappedColumn[],
): boolean {
  if (stored.issues.length !== 1) return false;
  const { differing, agreeing } = compareSaid(line, stored, columns);
  if (differing.length === 0 || differing.length > mostDiffering) return false;
  if (differing.includes('province') || differing.includes('day')) return false;
  const others = agreeing.filter((name) => name !== 'province' && name !== 'day').length;
  if (others <= differing.length) return false;
  return (
    !differing.includes('title') ||
    (differing.length === 1 && areAlike(titleOf(line), titleOf(stored)))
  );
}

const titleOf = ({ issues: [issue] }: CheckedResponse): string => issue?.title ?? '';

/** A word mended or added; two things that only have other numbers are two things. */
function areAlike(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  if (longer < shortestTitle || withoutDigits(a) === withoutDigits(b)) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return (start + end) / longer >= alike;
}

const withoutDigits = (text: string): string => text.replace(/[\d\u0E50-\u0E59]+/g, '');
