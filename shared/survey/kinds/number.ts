// A number as people write it: digits of both kinds, thousands, decimals.
import { isNoAnswer } from '../../text/no-answer.ts';
import { parseNumber } from '../../text/numbers.ts';
import { asIs, type Check, report, safeOf, shown, tidyCell } from '../check.ts';
import { reportPersonal } from './coded.ts';
import type { At, ReadKind } from './kind.ts';

/** Longer ones may be somebody's phone or identity number. */
const short = /^-?\d{1,7}$/;

export const readNumber: ReadKind<number> = (check, given, at) => {
  const { pointer } = at;
  const cell = tidyCell(check, given, pointer);
  if (cell.wrong || isNoAnswer(cell.text)) return { value: null, safe: asIs(cell) };
  const safe = safeOf(cell);
  if (!short.test(cell.text) && reportPersonal(check, cell.text, pointer))
    return { value: null, safe };
  const value = parseNumber(cell.text);
  if (value === null) report(check, 'not-a-number', pointer, { value: shown(cell.text) });
  else checkRange(check, value, at);
  return { value, safe };
};

/** Numbers, or days as `YYYY-MM-DD`, which sort as texts do. */
export function checkRange<T extends number | string>(
  check: Check,
  value: T,
  { pointer, question }: At,
): void {
  const { min, max } = question ?? {};
  const isLow = typeof min === typeof value && min !== undefined && value < min;
  const isHigh = typeof max === typeof value && max !== undefined && value > max;
  if (!isLow && !isHigh) return;
  const limits = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  report(check, 'out-of-range', pointer, { value, ...limits });
}
