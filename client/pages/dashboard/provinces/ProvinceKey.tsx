import type { OrderOfProvinces } from '../../../../shared/figures/by-province.ts';
import { useI18n } from '../../../i18n/i18n.ts';

/** What the fills of the bars say: the same fill cannot be told apart. */
export function ProvinceKey({ order }: { readonly order: OrderOfProvinces }) {
  const words = useI18n().t.dashboard;
  const hasOthers = order.compared > order.provinces.length + order.alike.length;
  return (
    <p class="order-key">
      <span>
        <i class="first" aria-hidden="true" />
        {words.provinceFirstSay}
      </span>
      {order.alike.length > 0 && (
        <span>
          <i class="alike" aria-hidden="true" />
          {words.provinceAlike}
        </span>
      )}
      {hasOthers && (
        <span>
          <i class="lower" aria-hidden="true" />
          {words.provinceLower}
        </span>
      )}
      {order.tooFew > 0 && (
        <span>
          <i class="few" aria-hidden="true" />
          {words.provinceFewBase}
        </span>
      )}
    </p>
  );
}
