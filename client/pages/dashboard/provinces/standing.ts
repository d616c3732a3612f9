import type { OrderOfProvinces } from '../../../../shared/figures/by-province.ts';

/** Where a province stands against the first three; null where that is not said of it. */
export type Standing = 'first' | 'alike' | 'lower' | null;

export function standingOf(
  order: OrderOfProvinces | null,
): (province: string, isCompared: boolean) => Standing {
  if (order === null) return () => null;
  const first = new Set(order.provinces.map(({ province }) => province));
  const alike = new Set(order.alike);
  return (province, isCompared) => {
    if (first.has(province)) return 'first';
    if (alike.has(province)) return 'alike';
    return isCompared ? 'lower' : null;
  };
}
