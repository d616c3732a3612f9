import { useMemo } from 'preact/hooks';
import { useDistricts } from '../../data/districts.ts';
import { type ToUnderstand, type UnderstoodRow, understand } from './understood-rows.ts';

/** null while the districts are on their way: without them a row might be told what the server will not say. */
export function useUnderstoodRows(
  file: Omit<ToUnderstand, 'districts'>,
): readonly UnderstoodRow[] | null {
  const districts = useDistricts();
  const { inspection, rows, survey, scope, severityDirection } = file;
  return useMemo(
    () =>
      districts === undefined
        ? null
        : understand({ inspection, rows, survey, scope, severityDirection, districts }),
    [inspection, rows, survey, scope, severityDirection, districts],
  );
}
