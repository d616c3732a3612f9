import type { SnapshotItem } from '../../../../shared/api/snapshots.ts';

/** The page of a snapshot; with its round, so that it opens without looking for it. */
export function snapshotHref({ id, survey }: Pick<SnapshotItem, 'id' | 'survey'>): string {
  return `#/s/${id}?${new URLSearchParams({ survey })}`;
}
