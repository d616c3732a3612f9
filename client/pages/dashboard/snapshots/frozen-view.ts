// What a snapshot is of, in words: the area that whoever kept it may see, and the filters that were on.
import type { SnapshotItem } from '../../../../shared/api/snapshots.ts';
import { areaOf } from '../../../../shared/places/scope.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { activeFilters } from '../../../ui/filters/filter-words.ts';

export function frozenView({ filters, scope }: SnapshotItem, speech: Speech): string {
  const area = areaOf(scope);
  const own = area === null ? [] : [placeName(area, speech.lang)];
  const chosen = activeFilters(filters, speech).map(({ words }) => words);
  return [...own, ...chosen].join(' · ') || speech.t.snapshots.everything;
}
