// What the list of files can be filtered by, as it stands in the address.
export const batchFilterNames = ['q', 'state', 'office'] as const;
export type BatchFilterName = (typeof batchFilterNames)[number];

/** The same list with one filter changed, from its first page on; empty: without it. */
export function addressOfBatches(
  query: URLSearchParams,
  name: BatchFilterName | 'after',
  value: string,
): string {
  const changed = new URLSearchParams(query);
  changed.delete('after');
  if (value === '') changed.delete(name);
  else changed.set(name, value);
  return changed.size > 0 ? `/batches?${changed}` : '/batches';
}

export const isFiltered = (query: URLSearchParams): boolean =>
  batchFilterNames.some((name) => query.has(name));
