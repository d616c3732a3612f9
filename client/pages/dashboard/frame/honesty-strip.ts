// The strip under every figure: how many, from where, what is not in it, as of when.
import type { CountsOf } from '../../../../shared/api/figures.ts';
import { formatInstant, formatNumber } from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { beyondArea, isNarrowed } from '../view.ts';
import { outside } from './about-view.ts';

interface StripOptions {
  /** small numbers are not for outside */
  readonly paper: boolean;
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
  { strip, asOf, seenUntil, filters }: CountsOf<never>,
  options: StripOptions,
  speech: Speech,
): string[] {
  const { t, lang } = speech;
  const words = t.dashboard;
  const counted = (n: number) => (options.paper ? outside(n, speech) : formatNumber(n));
  const lines = [
    options.unit === 'issues'
      ? words.nIssues(counted(strip.issues))
      : words.nResponses(counted(strip.responses)),
    words.nProvinces(formatNumber(strip.provincesReporting), formatNumber(strip.provincesExpected)),
    ...(isNarrowed(beyondArea(filters))
      ? [words.nMatching(formatNumber(strip.provincesMatching))]
      : []),
    words.nPending(counted(strip.pending)),
  ];
  if (options.unmatched) lines.push(words.nUnmatched(counted(strip.unmatched)));
  if (options.undated) lines.push(words.nUndated(counted(options.undated)));
  if (options.method) lines.push(options.method);
  lines.push(words.asOf(formatInstant(asOf, lang)));
  if (seenUntil !== undefined) lines.push(words.behind(formatInstant(seenUntil, lang)));
  return lines;
}
