// Which colour of the heat map a cell has: how far a strategy is raised from what is expected there.
import type { JudgedCell } from '../statistics/stands-out.ts';

/** −2 far below what is expected … 2 far above */
export type HeatLevel = -2 | -1 | 0 | 1 | 2;

/** an expected count below this cannot be judged */
const leastExpected = 5;

/** null: too little is expected to judge */
export function heatLevelOf({
  residual,
  expected,
}: Pick<JudgedCell, 'residual' | 'expected'>): HeatLevel | null {
  if (residual === null || expected < leastExpected) return null;
  const size = Math.abs(residual) >= 3 ? 2 : Math.abs(residual) >= 2 ? 1 : 0;
  if (size === 0) return 0;
  return (residual > 0 ? size : -size) as HeatLevel; // ±1 or ±2
}
