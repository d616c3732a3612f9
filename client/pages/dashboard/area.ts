// Which provinces the shown figures can be about, and which of them are silent.
import type { FiguresReply, Filters } from '../../../shared/api/figures.ts';
import type { Scope } from '../../../shared/api/session.ts';
import { type Province, provinces } from '../../../shared/places/provinces.ts';

/** The provinces within scope and area filters, in the order of their codes. */
export function provincesInView(filters: Filters, scope: Scope | undefined): readonly Province[] {
  return provinces.filter(
    (province) =>
      isInScope(province, scope) &&
      (filters.province?.includes(province.code) ?? true) &&
      (filters.region?.includes(province.region) ?? true),
  );
}

function isInScope(province: Province, scope: Scope | undefined): boolean {
  if (scope?.kind === 'province') return province.code === scope.province;
  if (scope?.kind === 'region') return province.region === scope.region;
  return true;
}

/** Provinces in view without a counted response. */
export function silentProvinces(reply: FiguresReply, inView: readonly Province[]): Province[] {
  const reporting = new Set(
    (reply.figures['by-province'] ?? [])
      .filter(({ responses }) => responses > 0)
      .map(({ province }) => province),
  );
  return inView.filter(({ code }) => !reporting.has(code));
}
