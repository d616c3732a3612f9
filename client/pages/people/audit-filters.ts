// What the record can be filtered by, as it stands in the address; days are those of Bangkok.
export const auditFilterNames = ['who', 'on', 'what', 'from', 'to'] as const;
export type AuditFilterName = (typeof auditFilterNames)[number];

const dayMs = 24 * 60 * 60 * 1000;

export function auditFiltersIn(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    auditFilterNames.flatMap((name) => {
      const value = query.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

export function addressOfAudit(filters: URLSearchParams): string {
  return filters.size > 0 ? `/admin/audit?${filters}` : '/admin/audit';
}

/** As the server is asked: from the beginning of the first day to the end of the last. */
export function askedOfAudit(filters: URLSearchParams): URLSearchParams {
  const asked = new URLSearchParams(filters);
  setMoment(asked, 'from', 0);
  setMoment(asked, 'to', dayMs);
  return asked;
}

function setMoment(asked: URLSearchParams, name: 'from' | 'to', later: number): void {
  const begins = Date.parse(`${asked.get(name)}T00:00:00+07:00`);
  if (Number.isNaN(begins)) asked.delete(name);
  else asked.set(name, new Date(begins + later).toISOString());
}
