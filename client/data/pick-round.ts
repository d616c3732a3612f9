// Which of the rounds a person looks at: what is asked for, else what they worked in before on this device, else the newest open one.
// Pure: no storage.

/** What there is to choose from. */
export interface ChoosableRound {
  readonly id: string;
  readonly open: boolean;
  readonly opensAt: string | null;
}

/** What a person worked in last on this device. */
export interface RememberedRound {
  readonly id: string;
  /** they chose it; else it was the one to work in, and another is once it has closed */
  readonly chosen: boolean;
}

/** Open ones first, then the newest; a round without days is an old one. */
export function newestFirst<R extends ChoosableRound>(rounds: readonly R[]): R[] {
  return rounds.toSorted(
    (a, b) =>
      Number(b.open) - Number(a.open) ||
      (b.opensAt ?? '').localeCompare(a.opensAt ?? '') ||
      b.id.localeCompare(a.id),
  );
}

export function pickRound<R extends ChoosableRound>(
  rounds: readonly R[],
  asked: string | null,
  remembered: RememberedRound | null,
): R | null {
  const known = (id: string | undefined) => rounds.find((one) => one.id === id);
  const before = known(remembered?.id);
  const sorted = newestFirst(rounds);
  return (
    known(asked ?? undefined) ??
    (before && (remembered?.chosen || before.open) ? before : undefined) ??
    sorted.find(({ open }) => open) ??
    sorted[0] ??
    null
  );
}
