// Which decision makes a response count in a round: told with every figure, so that nobody has to know the round to read it.
import type { RoundContent } from './definition.ts';

/** `received`: what was received counts, but for citizens’ own reports, which an approval makes count; `national`: the second of two approvals */
export const countingTiers = ['received', 'approved', 'national'] as const;
export type CountingTier = (typeof countingTiers)[number];

export function countsFrom({
  countApprovedOnly,
  reviewTiers,
}: Pick<RoundContent, 'countApprovedOnly' | 'reviewTiers'>): CountingTier {
  if (!countApprovedOnly) return 'received';
  return reviewTiers === 2 ? 'national' : 'approved';
}
