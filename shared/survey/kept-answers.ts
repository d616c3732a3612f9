// Answers that no question of the survey asks for, of other tools or of an earlier version: any JSON within bounds, tidy and without personal data.
import { type Check, report, shown, tidyCell, tidyKey } from './check.ts';
import { keepText } from './kinds/text.ts';
import { limits } from './limits.ts';

const deepest = 5;
const mostValues = 500;
/** code points */
const longestKey = 100;

interface Budget {
  values: number;
  tooMuch: boolean;
}

type Answers = Readonly<Record<string, unknown>>;

export function keepAnswers(check: Check, given: Answers): Answers {
  const budget: Budget = { values: mostValues, tooMuch: false };
  const clean = cleanedObject(check, given, '/answers', deepest, budget);
  if (budget.tooMuch)
    report(check, 'wrong-type', '/answers', { depth: deepest, values: mostValues });
  return clean;
}

function cleaned(
  check: Check,
  value: unknown,
  pointer: string,
  depth: number,
  budget: Budget,
): unknown {
  budget.values--;
  if (budget.values < 0 || depth < 0) {
    budget.tooMuch = true;
    return null;
  }
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string' || typeof value === 'number')
    return cleanedText(check, value, pointer);
  if (Array.isArray(value)) return cleanedList(check, value, pointer, depth, budget);
  if (typeof value === 'object') return cleanedObject(check, value, pointer, depth, budget);
  if (value !== undefined) report(check, 'wrong-type', pointer);
  return null;
}

function cleanedText(check: Check, value: string | number, pointer: string): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  const { text, safe } = keepText(
    check,
    tidyCell(check, value, pointer, true),
    pointer,
    limits.detail,
  );
  if (typeof value === 'number') return Object.is(value, -0) ? 0 : safe;
  return text ?? safe;
}

function cleanedList(
  check: Check,
  list: readonly unknown[],
  pointer: string,
  depth: number,
  budget: Budget,
): unknown[] {
  const clean: unknown[] = [];
  for (const [index, value] of list.entries()) {
    if (budget.tooMuch) break;
    clean.push(cleaned(check, value, `${pointer}/${index}`, depth - 1, budget));
  }
  return clean;
}

/** Keys are texts of the sender as well; some would be orders to a program or a database, and none of those are kept. */
function cleanedObject(
  check: Check,
  value: object,
  pointer: string,
  depth: number,
  budget: Budget,
): Answers {
  const entries: [string, unknown][] = [];
  for (const [rawKey, member] of Object.entries(value)) {
    if (budget.tooMuch) break;
    const cell = tidyKey(check, rawKey, pointer);
    const key = keepText(check, cell, pointer, longestKey).text ?? cell.text;
    const isOperator = key === '__proto__' || key.startsWith('$');
    if (isOperator) report(check, 'unknown-field', pointer, { field: shown(key) });
    if (isOperator || key.length > 2 * longestKey) continue;
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    entries.push([key, cleaned(check, member, at, depth - 1, budget)]);
  }
  return Object.fromEntries(entries);
}
