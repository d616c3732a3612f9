// What a decision of many would do, is doing, or has done, in sentences.
import type {
  DecisionOfMany,
  DecisionPreview,
  NewDecisionOfMany,
  SkipCounts,
} from '../../../shared/api/decisions-of-many.ts';
import { skipReasons } from '../../../shared/api/decisions-of-many.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.ts';

/** “This approves 213 responses of 4 offices · 6 have warnings” */
export function previewText(
  { decides, offices, warnings }: DecisionPreview,
  decision: NewDecisionOfMany['decision'],
  t: Messages,
): string {
  const words = t.responses.many;
  if (decides === 0) return words.nothing;
  const says = words.preview[decision](formatNumber(decides), formatNumber(offices));
  return warnings === 0 ? says : `${says} · ${words.warnings(formatNumber(warnings))}`;
}

/** “5 stay as they are: 2 that you sent yourself · 3 …”; null: none does */
export function skippedText(
  { skipped, why }: { readonly skipped: number; readonly why: SkipCounts },
  t: Messages,
): string | null {
  if (skipped === 0) return null;
  const words = t.responses.many;
  const reasons = skipReasons.flatMap((reason) => {
    const n = why[reason] ?? 0;
    return n === 0 ? [] : [words.why[reason](formatNumber(n))];
  });
  return `${words.skipped(formatNumber(skipped))}: ${reasons.join(' · ')}`;
}

export function stateText(action: DecisionOfMany, t: Messages): string {
  const words = t.responses.many;
  const { state, decision, stopped, total, done, takenBack } = action;
  const n = formatNumber(done);
  switch (state) {
    case 'deciding':
      return words.deciding(n, formatNumber(total));
    case 'taking-back':
      return words.takingBack(formatNumber(takenBack), n);
    case 'done':
      return words.done[decision](n);
    case 'taken-back':
      return words.takenBack(formatNumber(takenBack));
    case 'stopped':
      return `${words.stopped(n, formatNumber(total))} ${words.stoppedBecause[stopped ?? 'asked']}`;
  }
}

/** Of what is under way, 0 to 1. */
export function howFar({ state, total, done, takenBack, skipped }: DecisionOfMany): number {
  const [at, of] = state === 'taking-back' ? [takenBack, done] : [done + skipped, total];
  return of === 0 ? 1 : Math.min(1, at / of);
}
