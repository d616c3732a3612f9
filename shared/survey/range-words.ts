// The limits of a number or a date in words.
import { formatDay } from '../text/dates.ts';

type Language = 'th' | 'en';

interface Range {
  readonly min?: unknown;
  readonly max?: unknown;
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 10 });

/** `2026-11-20` → 20 พ.ย. 2569, 5000 → 5,000 */
export function limitText(limit: unknown, language: Language): string {
  if (typeof limit === 'number') return numbers.format(limit);
  const text = String(limit ?? '');
  return /^\d{4}-\d\d-\d\d$/.test(text) ? formatDay(text, language) : text;
}

/** ต้องอยู่ระหว่าง 1 ถึง 10 */
export function rangeWords({ min, max }: Range, language: Language): string {
  const [low, high] = [min, max].map((one) => limitText(one, language));
  if (language === 'th') {
    if (!high) return `ต้องไม่น้อยกว่า ${low}`;
    return low ? `ต้องอยู่ระหว่าง ${low} ถึง ${high}` : `ต้องไม่เกิน ${high}`;
  }
  if (!high) return `must be at least ${low}`;
  return low ? `must be between ${low} and ${high}` : `must be at most ${high}`;
}
