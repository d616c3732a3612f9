import { useEffect, useState } from 'preact/hooks';
import type { GridRow } from '../check/checking.ts';
import { type MendDesk, readRows } from '../check/mend-desk.ts';

/** The rows in a window of those that are shown, by their place; the last ones stay until these are read. */
export function useGridRows(
  { version, filter }: Pick<MendDesk, 'version' | 'filter'>,
  first: number,
  count: number,
): ReadonlyMap<number, GridRow> {
  const [rows, setRows] = useState<ReadonlyMap<number, GridRow>>(new Map());
  useEffect(() => {
    let isOld = false;
    readRows(first, count).then(
      (read) => {
        if (!isOld) setRows(new Map(read.map((row, at) => [first + at, row])));
      },
      () => undefined, // the file was left meanwhile
    );
    return () => {
      isOld = true;
    };
  }, [version, filter, first, count]);
  return rows;
}
