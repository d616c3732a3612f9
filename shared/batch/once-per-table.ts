import type { MappedColumn } from './map-columns.ts';

/** What follows from the columns of a table alone is worked out once for all its rows. */
export function oncePerTable<T extends object>(
  make: (columns: readonly MappedColumn[]) => T,
): (columns: readonly MappedColumn[]) => T {
  const known = new WeakMap<readonly MappedColumn[], T>();
  return (columns) => {
    const before = known.get(columns);
    if (before !== undefined) return before;
    const made = make(columns);
    known.set(columns, made);
    return made;
  };
}
