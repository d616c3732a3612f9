// How a round stood that took nothing, as the server says it with `survey-closed`.
import type { WhyNotOpen } from '../../shared/survey/round-state.ts';

export interface ClosedRound {
  readonly why: WhyNotOpen;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly stateReason: string | null;
  readonly stateSince: string | null;
}

export function readClosed(details: Readonly<Record<string, unknown>>): ClosedRound {
  const text = (name: string) => (typeof details[name] === 'string' ? String(details[name]) : null);
  return {
    // a word that is not known here is shown as closed
    why: (text('why') ?? 'closed') as WhyNotOpen,
    opensAt: text('opensAt'),
    closesAt: text('closesAt'),
    stateReason: text('stateReason'),
    stateSince: text('stateSince'),
  };
}
