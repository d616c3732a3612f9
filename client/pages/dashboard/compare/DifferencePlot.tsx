// The difference of two shares with its interval, on the scale of all rows: filled where it is clear, hollow where it is not.
import type { RoundShare } from '../../../../shared/figures/between-rounds.ts';

const [width, height, edge] = [200, 36, 8];

interface PlotProps {
  readonly row: RoundShare;
  /** the largest distance from 0 that is drawn */
  readonly most: number;
}

export function DifferencePlot({ row, most }: PlotProps) {
  const at = (value: number) => width / 2 + (value / most) * (width / 2 - edge);
  const middle = height / 2;
  const kind = row.differs ? 'clear' : 'unclear';
  return (
    <svg class={`difference ${kind}`} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path class="zero" d={`M${width / 2} 0V${height}`} />
      <path class="interval" d={`M${at(row.low)} ${middle}H${at(row.high)}`} />
      <circle cx={at(row.difference)} cy={middle} r="6" />
    </svg>
  );
}

export function farthest(rows: readonly RoundShare[]): number {
  return Math.max(0.01, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
}
