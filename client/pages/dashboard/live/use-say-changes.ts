// Says to a screen reader what a changed filter led to: what is seen changes far from the filter.
import { useEffect, useRef } from 'preact/hooks';
import type { CountsOf } from '../../../../shared/api/figures.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { announce } from '../../../ui/Announcer.tsx';
import { type DashboardView, dashboardHref } from '../view.ts';

export function useSayChanges(
  survey: string | null,
  view: DashboardView,
  reply: CountsOf<never> | null,
): void {
  const { t } = useI18n();
  const address = `${survey} ${dashboardHref(view)}`;
  const said = useRef(address);
  // the reply of the view before is shown for a moment: its filters tell them apart
  const isOfView = reply !== null && sameFilters(view, reply);
  useEffect(() => {
    if (!isOfView || reply === null || said.current === address) return;
    said.current = address;
    const { issues, responses } = reply.strip;
    const words = t.dashboard;
    announce(
      responses === 0
        ? words.viewEmpty
        : words.viewChanged(formatNumber(issues), formatNumber(responses)),
    );
  }, [address, isOfView, reply, t]);
}

function sameFilters({ filters }: DashboardView, { filters: counted }: CountsOf<never>) {
  const { scope: _, ...chosen } = counted;
  return (
    dashboardHref({ compare: null, filters: chosen }) === dashboardHref({ compare: null, filters })
  );
}
