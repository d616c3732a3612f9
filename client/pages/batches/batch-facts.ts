// What the numbers of a batch say, without words: the pages and the words build on these.
import type { Batch, Counts, RowOutcome } from '../../../shared/api/batches.ts';
import { rejectedRows } from '../../data/batch-state.ts';

export type CountKey = 'accepted' | 'same' | 'toFix' | 'outside' | 'mended' | 'skipped' | 'blank';

export interface CountedPart {
  readonly key: CountKey;
  readonly rows: number;
}

const always: readonly CountKey[] = ['accepted', 'toFix', 'skipped'];

/** In the order they are added up; the rarer ones are only listed when there are some. */
export function partsOf(
  batch: Pick<Batch, 'counts' | 'errors' | 'mended'>,
): readonly CountedPart[] {
  const { accepted, same, skipped } = batch.counts;
  const { toFix, outside, mended } = rejectedRows(batch);
  return Object.entries({ accepted, same, toFix, outside, mended, skipped })
    .map(([key, rows]) => ({ key: key as CountKey, rows })) // the keys of the line above
    .filter(({ key, rows }) => rows > 0 || always.includes(key));
}

export function addsUp({ rows, accepted, same, rejected, skipped }: Counts): boolean {
  return rows === accepted + same + rejected + skipped;
}

/** How many rows of the batch have this outcome. */
export function rowsWith(outcome: RowOutcome, counts: Counts): number {
  const { accepted, same, rejected, skipped } = counts;
  return { accept: accepted, same, reject: rejected, skip: skipped }[outcome];
}

/** Codes and their rows, most rows first; equal numbers by name, so that the order stays put. */
export function byRows(codes: Readonly<Record<string, number>>): readonly [string, number][] {
  return Object.entries(codes)
    .filter(([, rows]) => rows > 0)
    .toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b));
}

export function sumOf(codes: Readonly<Record<string, number>>): number {
  return Object.values(codes).reduce((sum, rows) => sum + rows, 0);
}

/** 118 KB, 2.4 MB; 1 KB is 1,024 bytes as file managers say. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'];
  const power = Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), units.length);
  const size = bytes / 1024 ** power;
  return `${size.toFixed(size < 10 && power > 1 ? 1 : 0)} ${units[power - 1]}`;
}

/** At most `limit` characters, never half of one. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit).join('')}…`;
}

/** Accepted rows of which no day is known: the file has no column for it, or their cells say none that can be. */
export function rowsWithoutDay({
  mapping,
  counts,
  warnings,
}: Pick<Batch, 'mapping' | 'counts' | 'warnings'>): number {
  if (!Object.values(mapping).includes('day')) return counts.accepted;
  return Math.min(
    counts.accepted,
    (warnings['date-missing'] ?? 0) + (warnings['date-implausible'] ?? 0),
  );
}
