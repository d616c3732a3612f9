// The figures that a view can have, in their places: of everything, of one strategy, of one province.
import type { ComponentChildren } from 'preact';
import { silentProvinces } from '../../../shared/figures/by-province.ts';
import { provincesInView } from '../../../shared/figures/provinces-in-view.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { listed, placeName } from '../../i18n/names.ts';
import type { ChartTheme } from '../../ui/charts/chart-theme.ts';
import { GroupFigure } from './groups/GroupFigure.tsx';
import { PlaceFigure } from './heat-map/PlaceFigure.tsx';
import type { DashboardReply } from './live/use-live-figures.ts';
import { MapSection } from './map/MapSection.tsx';
import { MonthFigure } from './months/MonthFigure.tsx';
import { ParetoSection } from './pareto/ParetoSection.tsx';
import { ProvinceFigure } from './provinces/ProvinceFigure.tsx';
import { SeverityFigure } from './severity/SeverityFigure.tsx';
import { StandsOut } from './stands-out/StandsOut.tsx';
import { StrategyFigure } from './strategies/StrategyFigure.tsx';
import type { DashboardView } from './view.ts';

interface GridProps {
  readonly reply: DashboardReply;
  readonly view: DashboardView;
  readonly theme: ChartTheme;
  /** what a page of one thing has among them: first at the right, last at the left */
  readonly beside?: ComponentChildren;
  readonly below?: ComponentChildren;
}

/** so many bars of provinces are shorter than what stands beside them */
const fewBars = 6;

/** The figures that the view can have. */
export function FigureGrid({ reply, view, theme, beside, below }: GridProps) {
  const missing = useMissing(reply, view);
  const { strategy, subPlan, respondent } = view.filters;
  // within one strategy every share of it is all
  const wholePlan = (strategy ?? subPlan) === undefined;
  // one province has no other to be compared with
  const places = provincesInView(reply.filters, reply.filters.scope).length;
  const comparesPlaces = places > 1;
  // beside few bars the months have a line of their own, or one column would end far above the other
  const monthsBelow = wholePlan || places <= fewBars;
  const comparesGroups = wholePlan && respondent === undefined;
  const input = { reply, view, theme };
  if (!wholePlan && !comparesPlaces) {
    return (
      <div class="grid">
        <MonthFigure {...input} className="span7" />
        <div class="stack span5">
          {beside}
          <SeverityFigure {...input} />
          {below}
        </div>
      </div>
    );
  }
  return (
    <div class="grid">
      <div class="stack span7">
        {wholePlan && <StrategyFigure {...input} missing={missing} />}
        {comparesGroups && <GroupFigure {...input} />}
        {!wholePlan && <ProvinceFigure {...input} />}
        {below}
      </div>
      <div class="stack span5">
        {beside}
        {wholePlan && comparesPlaces && <ProvinceFigure {...input} />}
        <SeverityFigure {...input} />
        {!monthsBelow && <MonthFigure {...input} className="inner" />}
      </div>
      {comparesPlaces && <MapSection {...input} />}
      {wholePlan && comparesPlaces && (
        <>
          <PlaceFigure {...input} />
          <StandsOut reply={reply} view={view} />
        </>
      )}
      {monthsBelow && <MonthFigure {...input} className="span12" />}
      <ParetoSection key={JSON.stringify(view.filters)} view={view} theme={theme} />
    </div>
  );
}

/** Named before the chart when a chosen area is nearly complete: its picture may still turn. */
function useMissing(reply: DashboardReply, view: DashboardView): string | null {
  const { t, lang } = useI18n();
  const { region, province, ...others } = view.filters;
  if ((region ?? province) === undefined || Object.keys(others).length > 0) return null;
  const silent = silentProvinces(reply);
  if (silent.length === 0 || silent.length > 5) return null;
  if (silent.length === provincesInView(reply.filters, reply.filters.scope).length) return null;
  const names = silent.map(({ code }) => placeName(code, lang));
  return t.dashboard.partial(listed(names, lang));
}
