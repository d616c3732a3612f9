// How far an indicator has come towards its target, by a published method: Open SDG's "Progress Measurement Methodology for the
// Sustainable Development Goals" (docs/progress-methodology.md of open-sdg/open-sdg, after Statistics Canada and Eurostat).

/** in the order from worst to best; the last one says that nothing can be said */
export const progressClasses = [
  'deterioration',
  'limited',
  'moderate',
  'substantial',
  'achieved',
  'not-enough-data',
] as const;
export type ProgressClass = (typeof progressClasses)[number];

/** One indicator between its baseline and its last target; years are whole ones, of any one calendar. */
export interface Course {
  readonly baseline: number | null;
  readonly baselineYear: number;
  readonly target: number;
  readonly targetYear: number;
  /** the last value that was reported; null: none was */
  readonly latest: { readonly year: number; readonly value: number } | null;
}

export interface CourseProgress {
  readonly class: ProgressClass;
  /** observed over required growth a year; null where it cannot be said */
  readonly ratio: number | null;
}

/** observed over required growth: from here on substantial, from here on moderate (the method's table) */
const thresholds = { substantial: 0.95, moderate: 0.6 } as const;

/** stands for zero, of which no growth can be computed: as the method's own program does */
const almostNothing = 0.001;

const unknown: CourseProgress = { class: 'not-enough-data', ratio: null };

/**
 * `R = d · CAGR(observed) / |CAGR(required)|`, both compound annual growth rates from the baseline, `d` +1 or −1 towards the target.
 * Nothing is said without a baseline, without a value of a later year, where the target is the baseline, or where signs differ.
 */
export function courseProgress({
  baseline,
  baselineYear,
  target,
  targetYear,
  latest,
}: Course): CourseProgress {
  if (baseline === null || latest === null || target === baseline) return unknown;
  const direction = target > baseline ? 1 : -1;
  if ((latest.value - target) * direction >= 0) return { class: 'achieved', ratio: null };
  const observed = growth(baseline, latest.value, latest.year - baselineYear);
  const required = growth(baseline, target, targetYear - baselineYear);
  if (observed === null || required === null || required === 0) return unknown;
  // of what lies below zero the larger number is the smaller value
  const sign = baseline < 0 ? -1 : 1;
  const ratio = (sign * direction * observed) / Math.abs(required);
  return { class: classOf(ratio), ratio };
}

function classOf(ratio: number): ProgressClass {
  if (ratio < 0) return 'deterioration';
  if (ratio < thresholds.moderate) return 'limited';
  return ratio < thresholds.substantial ? 'moderate' : 'substantial';
}

/** Compound annual growth rate; null over no year, or where the sign changes. */
function growth(from: number, to: number, years: number): number | null {
  if (years < 1) return null;
  const ratio = (to || almostNothing) / (from || almostNothing);
  return ratio > 0 ? ratio ** (1 / years) - 1 : null;
}
