// One row's cells as a raw response, and back: where a value of a response stands in the row.
import type { RawResponse } from '../survey/response.ts';
import type { Violation } from '../survey/violation.ts';
import type { CsvField } from './fields.ts';
import type { Column } from './map-columns.ts';

/** the place of each field's value in a response with one issue */
const pointers: Readonly<Record<CsvField, string>> = {
  province: '/place/province',
  district: '/place/district',
  subdistrict: '/place/subdistrict',
  respondent: '/respondent/type',
  agency: '/respondent/agency',
  strategy: '/issues/0/strategy',
  subPlan: '/issues/0/subPlan',
  title: '/issues/0/title',
  detail: '/issues/0/detail',
  severity: '/issues/0/severity',
  affected: '/issues/0/affected',
  day: '/day',
  lat: '/place/position/lat',
  lng: '/place/position/lng',
  position: '/place/position',
  channel: '/channelText',
  id: '/id',
};

export type ValueOf = (field: CsvField) => string | undefined;

/** undefined: the file has no such column, or the row ends before it. */
export function valuesOf(cells: readonly string[], columns: readonly Column[]): ValueOf {
  const values = new Map<CsvField, string | undefined>();
  for (const { field, index } of columns) if (field) values.set(field, cells[index]);
  return (field) => values.get(field);
}

export function toRawResponse(value: ValueOf): RawResponse {
  const position = { lat: value('lat'), lng: value('lng'), text: value('position') };
  const hasPosition = Object.values(position).some((part) => part !== undefined);
  return {
    day: value('day'),
    channel: 'csv',
    channelText: value('channel'),
    place: {
      province: value('province'),
      district: value('district'),
      subdistrict: value('subdistrict'),
      position: hasPosition ? position : null,
    },
    respondent: { type: value('respondent'), agency: value('agency') },
    issues: [
      {
        strategy: value('strategy'),
        subPlan: value('subPlan'),
        title: value('title'),
        detail: value('detail'),
        severity: value('severity'),
        affected: value('affected'),
      },
    ],
  };
}

/** The header of the column that a violation is about; null when it is about the row. */
export function columnOf(
  { pointer }: Pick<Violation, 'pointer'>,
  columns: readonly Column[],
): string | null {
  const exact = columns.find(({ field }) => field !== null && pointers[field] === pointer);
  const near =
    exact ?? columns.find(({ field }) => field !== null && isNear(pointers[field], pointer));
  return near?.header ?? null;
}

/** a violation of the whole position is about its first column, one of `lat` may be about the column with both */
function isNear(own: string, pointer: string): boolean {
  return own.startsWith(`${pointer}/`) || pointer.startsWith(`${own}/`);
}

/** The cell of a field after the rules took personal data out of the response. */
export function safeValue(safe: RawResponse, field: CsvField): string {
  const [issue = {}] = safe.issues ?? [];
  const position = safe.place?.position ?? {};
  const values: Readonly<Record<Exclude<CsvField, 'id'>, unknown>> = {
    province: safe.place?.province,
    district: safe.place?.district,
    subdistrict: safe.place?.subdistrict,
    respondent: safe.respondent?.type,
    agency: safe.respondent?.agency,
    strategy: issue.strategy,
    subPlan: issue.subPlan,
    title: issue.title,
    detail: issue.detail,
    severity: issue.severity,
    affected: issue.affected,
    day: safe.day,
    lat: position.lat,
    lng: position.lng,
    position: position.text,
    channel: safe.channelText,
  };
  const value = field === 'id' ? undefined : values[field];
  return value === undefined || value === null ? '' : String(value);
}
