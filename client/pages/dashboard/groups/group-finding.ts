// What the comparison of agencies and citizens lets one say.
import type { Strategy } from '../../../../shared/survey/strategies.ts';
import { rankingBase } from '../small-numbers.ts';
import type { GroupShares } from './group-shares.ts';

export type GroupFinding =
  | { readonly kind: 'plain' }
  | { readonly kind: 'none' }
  /** what each raises clearly more, at most two each */
  | {
      readonly kind: 'differ';
      readonly agencies: readonly Strategy[];
      readonly citizens: readonly Strategy[];
    };

export function groupFinding({ agencies, citizens, rows }: GroupShares): GroupFinding {
  if (rows.length === 0 || Math.min(agencies, citizens) < rankingBase) return { kind: 'plain' };
  const clear = rows.filter(({ test }) => test.differs);
  if (clear.length === 0) return { kind: 'none' };
  const named = (sign: 1 | -1) =>
    clear
      .filter(({ test }) => Math.sign(test.difference ?? 0) === sign)
      .slice(0, 2)
      .map(({ strategy }) => strategy);
  return { kind: 'differ', agencies: named(1), citizens: named(-1) };
}
