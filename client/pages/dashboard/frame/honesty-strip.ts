// The strip under every figure: how many, from where, what is not in it, as of when.
import type { CountsOf } from '../../../../shared/api/figures.ts';
import { formatInstant, formatNumber } from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';

interface StripOptions {
  readonly unit: 'issues' | 'responses';
  /** issues without a strategy are not in a figure about strategies */
  readonly unmatched?: boolean;
  /** issues without a day, in a figure over time */
  readonly undated?: number;
  /** method or year of a denominator */
  readonly method?: string;
}

/** Lines with their bold parts between bars. */
export function honestyStrip(
  { strip, asOf }: CountsOf<never>,
  options: StripOptions,
  { t, lang }: Speech,
): string[] {
  const words = t.dashboard;
  const lines = [
    options.unit === 'issues'
      ? words.nIssues(formatNumber(strip.issues))
      : words.nResponses(formatNumber(strip.responses)),
    words.nProvinces(formatNumber(strip.provincesReporting), formatNumber(strip.provincesExpected)),
    words.nPending(formatNumber(strip.pending)),
  ];
  if (options.unmatched) lines.push(words.nUnmatched(formatNumber(strip.unmatched)));
  if (options.undated) lines.push(words.nUndated(formatNumber(options.undated)));
  if (options.method) lines.push(options.method);
  return [...lines, words.asOf(formatInstant(asOf, lang))];
}
