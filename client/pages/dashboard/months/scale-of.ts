export interface SharedScale {
  /** value at the upper edge */
  readonly top: number;
  /** at most three values worth a line, above 0 */
  readonly ticks: readonly number[];
}

/** A scale from 0 with round steps for these values; of no values, from 0 to 1. */
export function scaleOf(values: readonly number[]): SharedScale {
  const most = Math.max(0, ...values);
  if (most === 0) return { top: 1, ticks: [1] };
  const power = 10 ** Math.floor(Math.log10(most));
  const step =
    [0.1, 0.15, 0.2, 0.25, 0.5, 1, 1.5, 2, 2.5, 5]
      .map((part) => part * power)
      .find((size) => most / size < 3.5) ?? most;
  const ticks = [1, 2, 3].map((count) => round(count * step)).filter((tick) => tick <= most * 1.02);
  return { top: most * 1.08, ticks: ticks.length > 0 ? ticks : [round(most)] };
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}
