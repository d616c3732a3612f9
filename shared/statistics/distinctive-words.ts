// Words that responses of one province use more than those of all others.

export interface WordWeight {
  /** difference of the log odds */
  readonly delta: number;
  readonly variance: number;
  /** a score to rank by, from 2.58 worth showing; no test: words depend on each other */
  readonly z: number;
}

type Counts = Readonly<Record<string, number>>;

/**
 * Counts are responses that contain the word. The prior pulls rare words towards no difference; it must be above 0.
 * Null when one side is empty. Monroe, Colaresi & Quinn 2008, Political Analysis 16:372, eq. 15–23.
 */
export function fightinWords(
  target: Counts,
  rest: Counts,
  priorStrength = 500,
): ReadonlyMap<string, WordWeight> | null {
  const [here, there] = [sumOf(target), sumOf(rest)];
  if (here === 0 || there === 0) return null;
  const words = [...new Set([...Object.keys(target), ...Object.keys(rest)])];
  return new Map(
    words.map((word) => {
      const [x, y] = [countOf(target, word), countOf(rest, word)];
      const prior = (priorStrength * (x + y)) / (here + there);
      const odds = (count: number, all: number) =>
        Math.log((count + prior) / (all + priorStrength - count - prior));
      const delta = odds(x, here) - odds(y, there);
      const variance = 1 / (x + prior) + 1 / (y + prior);
      return [word, { delta, variance, z: delta / Math.sqrt(variance) }] as const;
    }),
  );
}

function countOf(counts: Counts, word: string): number {
  return Object.hasOwn(counts, word) ? (counts[word] ?? 0) : 0;
}

function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
