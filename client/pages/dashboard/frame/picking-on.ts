import type { Filters } from '../../../../shared/api/figures.ts';
import type { Picking } from '../../../ui/charts/picking.ts';
import { withPart } from '../../../ui/filters/change-filters.ts';

/** A page that filters itself by what is pressed in its figures. `hrefWith`: its address under other filters. */
export function pickingOn(filters: Filters, hrefWith: (filters: Filters) => string): Picking {
  return {
    hrefOf: (part) => hrefWith(withPart(filters, part)),
    opensLists: true,
  };
}

/** Nothing leads to what is counted today: the numbers are those of another time. */
export const pickingNothing: Picking = { hrefOf: null, opensLists: false };
