// What is shown in a room, one after the other: the figures that the view can have.
import type { ComponentChildren } from 'preact';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { funnelView } from '../../../../shared/figures/map.ts';
import { provincesInView } from '../../../../shared/figures/provinces-in-view.ts';
import type { Messages } from '../../../i18n/messages.ts';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { GroupFigure } from '../groups/GroupFigure.tsx';
import { PlaceFigure } from '../heat-map/PlaceFigure.tsx';
import { Lead } from '../lead/Lead.tsx';
import type { DashboardReply } from '../live/use-live-figures.ts';
import { FunnelFigure } from '../map/FunnelFigure.tsx';
import { MapFigure } from '../map/MapFigure.tsx';
import { MonthFigure } from '../months/MonthFigure.tsx';
import { ProvinceFigure } from '../provinces/ProvinceFigure.tsx';
import { SeverityFigure } from '../severity/SeverityFigure.tsx';
import { StrategyFigure } from '../strategies/StrategyFigure.tsx';
import type { DashboardView } from '../view.ts';

export interface SlideInput {
  readonly reply: DashboardReply;
  readonly view: DashboardView;
  readonly theme: ChartTheme;
  readonly survey: Survey | null;
}

export interface Slide {
  /** as it stands in the address */
  readonly key: string;
  readonly name: (t: Messages) => string;
  readonly draw: (input: SlideInput) => ComponentChildren;
}

const lead: Slide = {
  key: 'lead',
  name: (t) => t.showing.present.lead,
  draw: ({ reply, survey, view, theme }) => (
    <Lead reply={reply} survey={survey} view={view} paper={theme.paper} />
  ),
};
const strategies: Slide = {
  key: 'strategies',
  name: (t) => t.dashboard.strategyTitle,
  draw: (input) => <StrategyFigure {...input} missing={null} />,
};
const groups: Slide = {
  key: 'groups',
  name: (t) => t.dashboard.groupTitle,
  draw: (input) => <GroupFigure {...input} />,
};
const provinces: Slide = {
  key: 'provinces',
  name: (t) => t.dashboard.provinceTitle,
  draw: (input) => <ProvinceFigure {...input} />,
};
const map: Slide = {
  key: 'map',
  name: (t) => t.map.title,
  draw: (input) => <MapFigure {...input} funnel={funnelView(input.reply.figures.map)} />,
};
const funnel: Slide = {
  key: 'funnel',
  name: (t) => t.map.funnelTitle,
  draw: (input) => <FunnelFigure {...input} funnel={funnelView(input.reply.figures.map)} />,
};
const places: Slide = {
  key: 'places',
  name: (t) => t.dashboard.placeTitle,
  draw: (input) => <PlaceFigure {...input} regionsOnly />,
};
const severity: Slide = {
  key: 'severity',
  name: (t) => t.dashboard.severityTitle,
  draw: (input) => <SeverityFigure {...input} />,
};
const months: Slide = {
  key: 'months',
  name: (t) => t.dashboard.monthTitle,
  draw: (input) => <MonthFigure {...input} className="" height={104} />,
};

/** One strategy is not compared with itself, nor one province with others. */
export function slidesOf({ filters }: DashboardReply): readonly Slide[] {
  const isWhole = (filters.strategy ?? filters.subPlan) === undefined;
  const hasPlaces = provincesInView(filters, filters.scope).length > 1;
  return [
    lead,
    ...(isWhole ? [strategies] : []),
    ...(isWhole && filters.respondent === undefined ? [groups] : []),
    ...(hasPlaces ? [provinces, map, funnel] : []),
    ...(isWhole && hasPlaces ? [places] : []),
    severity,
    months,
  ];
}
