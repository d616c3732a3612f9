// Scope: where a person may look and act. Computed here and nowhere else; every data access takes a scope.
import type { Scope } from '../api/session.ts';
import { provinceByCode, provinces, regions } from './provinces.ts';

/** The provinces of a scope, or `all`. */
export function provincesOf(scope: Scope): 'all' | readonly string[] {
  if (scope.kind === 'all') return 'all';
  if (scope.kind === 'province') return [scope.province];
  return provinces.filter(({ region }) => region === scope.region).map(({ code }) => code);
}

export function isInScope(scope: Scope, province: string): boolean {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'province') return scope.province === province;
  return provinceByCode(province)?.region === scope.region;
}

/** Whether everything of `inner` lies in `outer`: nobody hands on more than they have. */
export function isScopeWithin(inner: Scope, outer: Scope): boolean {
  if (outer.kind === 'all') return true;
  if (inner.kind === 'all') return false;
  if (inner.kind === 'province') return isInScope(outer, inner.province);
  return outer.kind === 'region' && inner.region === outer.region;
}

/** Names a region or a province that there is. */
export function isKnownScope(scope: Scope): boolean {
  if (scope.kind === 'all') return true;
  if (scope.kind === 'province') return provinceByCode(scope.province) !== undefined;
  return regions.some(({ id }) => id === scope.region);
}

/** The region or the province that it is limited to; null: the whole country. */
export function areaOf(scope: Scope): string | null {
  if (scope.kind === 'all') return null;
  return scope.kind === 'region' ? scope.region : scope.province;
}

/** The one province that it is limited to; null: several. */
export function onlyProvince(scope: Scope): string | null {
  return scope.kind === 'province' ? scope.province : null;
}
