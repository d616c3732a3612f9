// What a soak has shown, judged by its samples alone.
export interface Sample {
  /** since the load began */
  readonly seconds: number;
  /** all memory but that of typed arrays: the columns of the figures grow with what is stored, and are meant to. MB */
  readonly memory: number;
  /** right after a collection: memory is what is held then */
  readonly collected: boolean;
  readonly heap: number;
  readonly columns: number;
  /** MB */
  readonly log: number;
  readonly main: number;
  readonly files: number;
  readonly sockets: number;
  readonly lateP99: number;
  readonly lateMost: number;
  /** of one core */
  readonly busy: number;
}

export interface Handles {
  readonly files: number;
  readonly sockets: number;
}

const mb = (value: number): string => `${Math.round(value)} MB`;

/** compiling, caches and the first large file: a quarter of the time, at least a minute */
export function warmUpSeconds(seconds: number): number {
  return Math.max(60, seconds / 4);
}

const mostGrowth = 1.1;
const mostLog = 128;
const typical = (samples: readonly Sample[]): number =>
  quantile(
    samples.map(({ memory }) => memory),
    0.5,
  );

/** How much larger memory is in the last third after the warm-up than in the first third of it, each time after a collection. */
export function growthOf(samples: readonly Sample[], seconds: number): number {
  const warm = samples.filter(
    (sample) => sample.collected && sample.seconds >= warmUpSeconds(seconds),
  );
  const third = Math.max(1, Math.floor(warm.length / 3));
  return typical(warm.slice(-third)) / typical(warm.slice(0, third));
}

/** What is wrong, in words; none when all is well. */
export function judge(
  samples: readonly Sample[],
  seconds: number,
  before: Handles,
  after: Handles,
): string[] {
  const growth = growthOf(samples, seconds);
  const log = Math.max(...samples.map((sample) => sample.log));
  const left = (kind: keyof Handles) => after[kind] - before[kind];
  return [
    ...(Number.isNaN(growth) ? ['It was too short to judge the memory.'] : []),
    ...(growth > mostGrowth
      ? [`Memory grew by ${Math.round((growth - 1) * 100)} % after the warm-up.`]
      : []),
    ...(log > mostLog ? [`The log grew to ${mb(log)}.`] : []),
    ...(left('sockets') > 0 ? [`${left('sockets')} connections are left over.`] : []),
    ...(left('files') > 2 ? [`${left('files')} open files are left over.`] : []),
  ];
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}
