// Classes of a map: values that are near each other share a colour.
import { ckmeans } from 'simple-statistics';

export interface NaturalBreaks {
  readonly classes: number;
  /** the largest value of each class, lowest first */
  readonly upper: readonly number[];
  readonly sizes: readonly number[];
  /** what values differ by within their classes, squared and summed */
  readonly sse: number;
  /** 1 − sse / total; null when all are equal */
  readonly gvf: number | null;
}

/**
 * At most k classes of least squared distance within, never more than there are different values; null without any value.
 * Fisher 1958; Jenks 1977; Wang & Song 2011.
 */
export function naturalBreaks(values: readonly number[], k = 5): NaturalBreaks | null {
  if (values.length === 0) return null;
  // with more classes than values simple-statistics would put equal ones into two
  const classes = ckmeans([...values], Math.min(k, new Set(values).size));
  const sse = classes.reduce((sum, one) => sum + squares(one), 0);
  const total = squares(values);
  return {
    classes: classes.length,
    upper: classes.map((one) => Math.max(...one)),
    sizes: classes.map((one) => one.length),
    sse,
    gvf: total === 0 ? null : 1 - sse / total,
  };
}

function squares(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
