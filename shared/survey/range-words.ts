// The limits of a number or a date in words.
import { formatDay } from '../text/format-day.ts';
import type { Lang } from '../text/names.ts';

interface Range {
  readonly min?: unknown;
  readonly max?: unknown;
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 10 });

/** `2026-11-20` → 20 พ.ย. 2569, 5000 → 5,000 */
export function limitText(limit: unknown, lang: Lang): string {
  if (typeof limit === 'number') return numbers.format(limit);
  const text = String(limit ?? '');
  return /^\d{4}-\d\d-\d\d$/.test(text) ? formatDay(text, lang) : text;
}

type Limits = (low: string, high: string) => string;

/** in each language; empty for a limit that there is not */
const sentences: Readonly<Record<Lang, Limits>> = {
  th: (low, high) => {
    if (!high) return `ต้องไม่น้อยกว่า ${low}`;
    return low ? `ต้องอยู่ระหว่าง ${low} ถึง ${high}` : `ต้องไม่เกิน ${high}`;
  },
  en: (low, high) => {
    if (!high) return `must be at least ${low}`;
    return low ? `must be between ${low} and ${high}` : `must be at most ${high}`;
  },
};

/** ต้องอยู่ระหว่าง 1 ถึง 10 */
export function rangeWords({ min, max }: Range, lang: Lang): string {
  return sentences[lang](limitText(min, lang), limitText(max, lang));
}
