// What `GET /metrics` says, read as Prometheus reads it.
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Every sample of an exposition. @throws on a line that is none */
export function samplesIn(text: string): Sample[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, labels = '', value] =
        /^([a-z_]+)(?:\{(.*)\})? ([-+.\deE]+|[+-]Inf|NaN)$/.exec(line) ?? [];
      if (name === undefined) throw new Error(`no sample: ${line}`);
      const pairs = [...labels.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)];
      return {
        name,
        labels: Object.fromEntries(pairs.map(([, label, of]) => [label, of])),
        value: Number(String(value).replace('Inf', 'Infinity')),
      };
    });
}

/** The sum of the samples of a name that have these labels. */
export function valueIn(
  samples: readonly Sample[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number {
  const wanted = Object.entries(labels);
  return samples
    .filter((one) => one.name === name && wanted.every(([label, of]) => one.labels[label] === of))
    .reduce((sum, { value }) => sum + value, 0);
}

/** The names that are declared, and the labels that their samples have; `le` of a histogram's buckets is one. */
export function declaredIn(text: string): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const [, name = '', type] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
    const suffixes = type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    for (const suffix of suffixes) names.set(name + suffix, new Set());
  }
  for (const { name, labels } of samplesIn(text))
    for (const label of Object.keys(labels)) names.get(name)?.add(label);
  return names;
}
