// One measured part: what, at which size, how long, and beside which reference of the same run.

export interface Measured {
  readonly part: string;
  readonly size: string;
  /** in `unit`; of all runs or requests */
  readonly median: number;
  readonly p95: number;
  readonly p99?: number;
  readonly unit: 'ms' | 's';
  /** requests, rows or issues a second, when that is the question */
  readonly perSecond?: number;
  /** processor time of the server a request, ms */
  readonly cpu?: number;
  /** peak resident memory of the server, MB */
  readonly memory?: number;
  /** what the ratio compares with, measured in the same run */
  readonly reference?: { readonly what: string; readonly median: number; readonly cpu?: number };
  /** what the blueprint asks for, as text */
  readonly goal?: string;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** Times `work` so many times, after a first run that does not count. */
export async function times(runs: number, work: () => unknown): Promise<number[]> {
  await work();
  const taken: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  return taken;
}

export function toTable(measured: readonly Measured[]): string {
  const rows = measured.map((m) => [
    m.part,
    m.size,
    `${show(m.median)} ${m.unit}`,
    `${show(m.p95)} ${m.unit}`,
    m.p99 === undefined ? '' : `${show(m.p99)} ${m.unit}`,
    m.perSecond === undefined ? '' : Math.round(m.perSecond).toLocaleString('en'),
    m.cpu === undefined ? '' : `${show(m.cpu)} ms`,
    m.memory === undefined ? '' : `${Math.round(m.memory)} MB`,
    ratioOf(m),
    m.goal ?? '',
  ]);
  const head = [
    'part',
    'size',
    'median',
    'p95',
    'p99',
    'a second',
    'processor',
    'memory',
    'ratio',
    'goal',
  ];
  const widths = head.map((name, i) =>
    Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function ratioOf({ median, cpu, reference }: Measured): string {
  if (!reference) return '';
  const byTime = `${show(median / reference.median)} × ${reference.what}`;
  if (cpu === undefined || reference.cpu === undefined) return byTime;
  return `${byTime}, ${show(cpu / reference.cpu)} × its processor time`;
}

function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
