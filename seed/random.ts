// Repeatable randomness: the same seed gives the same responses on every machine (sfc32, Chris Doty-Humphrey, PractRand).

export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** a whole number from 0 to n − 1 */
  below(n: number): number;
  pick<T>(items: readonly T[]): T;
  /** a version 4 UUID (RFC 9562) */
  uuid(): string;
}

export function randomFrom(seed: number): Random {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed | 0];
  const word = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) word();
  const next = () => word() / 4_294_967_296;
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    pick: (items) => items[below(items.length)] as (typeof items)[number], // never empty: the tables of texts.ts
    uuid: () => {
      const hex = [word(), word(), word(), word()]
        .map((w) => w.toString(16).padStart(8, '0'))
        .join('');
      const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3];
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}

/** Draws keys in proportion to their weights. */
export function weighted<K extends string | number>(
  weights: readonly (readonly [K, number])[],
): (random: Random) => K {
  let sum = 0;
  const steps = weights.map(([key, weight]) => {
    sum += weight;
    return [key, sum] as const;
  });
  const last = steps.at(-1);
  if (!last) throw new RangeError('nothing to draw from');
  return (random) => {
    const x = random.next() * sum;
    for (const [key, step] of steps) if (x < step) return key;
    return last[0];
  };
}
