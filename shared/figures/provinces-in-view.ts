// Which provinces the figures of a view can be about.
import type { Filters } from '../api/figures.ts';
import type { Scope } from '../api/session.ts';
import { type Province, provinces } from '../places/provinces.ts';
import { isInScope } from '../places/scope.ts';

/** The provinces within scope and area filters, in the order of their codes. */
export function provincesInView(
  filters: Filters,
  scope: Scope = { kind: 'all' },
): readonly Province[] {
  return provinces.filter(
    ({ code, region }) =>
      isInScope(scope, code) &&
      (filters.province?.includes(code) ?? true) &&
      (filters.region?.includes(region) ?? true),
  );
}
