// Where on the page a value of the response stands.
import type { FormValues } from './form-values.ts';

/** The id of the field for a JSON pointer: `/issues/0/title` → `f-i1-title`, `/place/position/lat` → `f-position`. */
export function fieldAt(pointer: string, values: Pick<FormValues, 'issues'>): string {
  const [, top = '', second = '', third = ''] = pointer.split('/');
  if (top !== 'issues') return `f-${second === '' ? top : second}`;
  const key = values.issues[Number(second)]?.key ?? 'i1';
  return `f-${key}-${third === '' ? 'title' : third}`;
}

const fieldOrder = [
  'province',
  'district',
  'subdistrict',
  'day',
  'position',
  'type',
  'agency',
  'strategy',
  'title',
  'detail',
  'severity',
  'affected',
];

/** Sorts fields in the order of the page. */
export function fieldRank({ field, issue }: { field: string; issue: number | null }): number {
  const name = field.slice(field.lastIndexOf('-') + 1);
  return (issue === null ? 0 : issue + 1) * 100 + fieldOrder.indexOf(name);
}
