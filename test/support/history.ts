// The history of a run: what was asked of the product and what it answered, each with when it began and ended; and whether one
// order of all that explains it. Each response is a register of its own, so each history is judged by itself (locality: Herlihy
// and Wing, 1990, "Linearizability"). The search is Wing and Gong's (1993, "Testing and verifying concurrent objects") with Lowe's
// memory of what was tried ("Testing for linearizability", 2017), as in Jepsen's Knossos and in Porcupine.

/** What somebody who reads a response sees of it. */
export interface Seen {
  readonly version: number;
  /** ids, in their order */
  readonly decisions: readonly string[];
}

/** `unknown`: no answer, or "later": it was done at some time after it began, or never */
export type Asked = { readonly response: string } & (
  | { readonly kind: 'put'; readonly answer: 'stored' | 'same' | 'unknown' }
  | { readonly kind: 'read'; readonly answer: 'absent' | Seen }
  | {
      readonly kind: 'decide';
      readonly decision: string;
      readonly answer: 'absent' | Seen | 'unknown';
    }
);

export type Happened = Asked & {
  /** monotonic milliseconds */
  readonly from: number;
  readonly to: number;
};

/** so many steps are tried; a history that needs more is not judged, and that is said */
const mostSteps = 100_000;

/** What is wrong with the history, one sentence for each response that no order explains. */
export function faultsOfHistory(history: readonly Happened[]): string[] {
  const byResponse = groupedBy(history, ({ response }) => response);
  return [...byResponse].flatMap(([response, happened]) => {
    const verdict = isExplained(happened);
    if (verdict === true) return [];
    const why = verdict === false ? 'no order explains' : 'too long to judge';
    return [`${response}: ${why}\n${happened.map(toLine).join('\n')}`];
  });
}

/** In the order of their first; Map.groupBy is not there in Node 20. */
export function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    group.push(one);
    groups.set(keyOf(one), group);
  }
  return groups;
}

interface Try {
  /** which are in order already */
  readonly taken: ReadonlySet<number>;
  readonly state: Seen | null;
}

/** undefined: the search was given up */
function isExplained(history: readonly Happened[]): boolean | undefined {
  const all = history
    .map((one) => (one.answer === 'unknown' ? { ...one, to: Number.POSITIVE_INFINITY } : one))
    .sort((a, b) => a.from - b.from);
  const known = new Set<string>();
  const tries: Try[] = [{ taken: new Set(), state: null }];
  for (let tried = 0; tried < mostSteps; tried++) {
    const { taken, state } = tries.pop() ?? {};
    if (!taken || state === undefined) return false;
    const left = all.flatMap((one, at) => (taken.has(at) ? [] : [{ one, at }]));
    if (left.every(({ one }) => one.answer === 'unknown')) return true;
    // the next in order is one that began before any that is left had ended
    const end = Math.min(...left.map(({ one }) => one.to));
    const next = left.filter(({ one }) => one.from <= end);
    // the last is tried first: what had ended earliest; what may never have been done comes last of all
    for (const { one, at } of next.sort((a, b) => b.one.to - a.one.to)) {
      const after = apply(state, one);
      if (after === undefined) continue;
      const step = { taken: new Set(taken).add(at), state: after };
      const key = JSON.stringify([[...step.taken].sort((a, b) => a - b), after]);
      if (known.has(key)) continue;
      known.add(key);
      tries.push(step);
    }
  }
  return undefined;
}

/** The register after it; undefined: it would have answered otherwise. */
function apply(state: Seen | null, asked: Asked): Seen | null | undefined {
  switch (asked.kind) {
    case 'put':
      if (asked.answer === 'stored' && state) return undefined;
      if (asked.answer === 'same' && !state) return undefined;
      return state ?? { version: 1, decisions: [] };
    case 'read':
      return isSeen(state, asked.answer) ? state : undefined;
    case 'decide': {
      const after = state && decided(state, asked.decision);
      return asked.answer === 'unknown' || isSeen(after, asked.answer) ? after : undefined;
    }
  }
}

function decided(state: Seen, decision: string): Seen {
  if (state.decisions.includes(decision)) return state;
  return { version: state.version + 1, decisions: [...state.decisions, decision] };
}

function isSeen(state: Seen | null, answer: 'absent' | Seen): boolean {
  if (answer === 'absent' || !state) return answer === 'absent' && !state;
  return answer.version === state.version && answer.decisions.join() === state.decisions.join();
}

function toLine({ from, to, kind, answer, ...rest }: Happened): string {
  const short = JSON.stringify({ ...rest, response: undefined, answer });
  return `  ${from.toFixed(0)} to ${to.toFixed(0)} ${kind} ${short}`;
}
