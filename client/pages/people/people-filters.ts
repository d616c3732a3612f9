// What the list of people can be filtered by, as it stands in the address.
export const peopleFilterNames = ['q', 'role', 'office', 'state'] as const;
export type PeopleFilterName = (typeof peopleFilterNames)[number];

export function addressOfPeople(filters: URLSearchParams): string {
  return filters.size > 0 ? `/admin/people?${filters}` : '/admin/people';
}

/** The same with one filter changed; empty: without it. */
export function withPeopleFilter(
  filters: URLSearchParams,
  name: PeopleFilterName,
  value: string,
): URLSearchParams {
  const changed = new URLSearchParams(filters);
  if (value === '') changed.delete(name);
  else changed.set(name, value);
  return changed;
}
