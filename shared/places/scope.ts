// Scope: where a person may look and act. Computed here and nowhere else; every data access takes a scope.
import type { Scope } from '../api/session.ts';
import { provinceByCode, provinces } from './provinces.ts';

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

/** The office a person works for: `national`, a region such as `northeast`, or a province such as `TH-40`. */
export function officeOf(scope: Scope): string {
  return areaOf(scope) ?? 'national';
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

/** The offices whose batches a person may see: the own one and those inside it, or `all`. */
export function officesOf(scope: Scope): 'all' | readonly string[] {
  const provinces = provincesOf(scope);
  if (provinces === 'all') return 'all';
  return [...new Set([officeOf(scope), ...provinces])];
}
