import type { SnapshotItem } from '../../../../shared/api/snapshots.ts';

/** `print`: the print dialog opens once everything is there. */
export function briefAddress({ id, survey }: Pick<SnapshotItem, 'id' | 'survey'>, print = false) {
  const query = new URLSearchParams({ snapshot: id, survey, ...(print && { print: 'now' }) });
  return `/brief?${query}`;
}
