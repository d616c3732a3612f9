import { useMemo } from 'preact/hooks';
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { useDistricts } from '../../data/districts.ts';
import { type ToUnderstand, type UnderstoodRow, understand } from './understood-rows.ts';

/** null while the districts are on their way: without them a row might be told what the server will not say. */
export function useUnderstoodRows(
  file: Omit<ToUnderstand, 'districts' | 'today'>,
): readonly UnderstoodRow[] | null {
  const districts = useDistricts();
  const today = bangkokDay(new Date());
  const { inspection, rows, survey, scope, severityDirection } = file;
  return useMemo(
    () =>
      districts === undefined
        ? null
        : understand({ inspection, rows, survey, scope, severityDirection, districts, today }),
    [inspection, rows, survey, scope, severityDirection, districts, today],
  );
}
