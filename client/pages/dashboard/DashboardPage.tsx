// The overview: filters from the address, one request for all figures, kept up to date while the page is open.
import { useMemo } from 'preact/hooks';
import type { FiguresReply } from '../../../shared/api/figures.ts';
import { paths } from '../../../shared/api/paths.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import { useQuery } from '../../data/use-query.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { useChartTheme } from '../../ui/charts/chart-theme.ts';
import { provincesInView, silentProvinces } from './area.ts';
import './dashboard.css';
import { listed, placeName } from '../../i18n/names.ts';
import { FilterBar } from './filters/FilterBar.tsx';
import { GroupFigure } from './groups/GroupFigure.tsx';
import { useGroups } from './groups/use-groups.ts';
import { Lead } from './lead/Lead.tsx';
import { LiveLine } from './live/LiveLine.tsx';
import { useLiveFigures } from './live/use-live-figures.ts';
import { MonthFigure } from './months/MonthFigure.tsx';
import { monthSeries } from './months/month-series.ts';
import { PlaceFigure } from './places/PlaceFigure.tsx';
import { placeTable } from './places/place-table.ts';
import { ProvinceFigure } from './provinces/ProvinceFigure.tsx';
import { SeverityFigure } from './severity/SeverityFigure.tsx';
import { StandsOut } from './stands-out/StandsOut.tsx';
import { Empty } from './states/Empty.tsx';
import { Failed } from './states/Failed.tsx';
import { Loading } from './states/Loading.tsx';
import { PlainTitle } from './states/PlainTitle.tsx';
import { StrategyFigure } from './strategies/StrategyFigure.tsx';
import { type DashboardView, dashboardHref, readView } from './view.ts';

export function DashboardPage({ query }: PageProps) {
  const view = useMemo(() => readView(query), [query]);
  const { user } = useSession();
  const current = useSurvey();
  const list = useQuery(paths.surveys());
  const id = view.survey ?? current.survey?.id ?? null;
  const survey =
    list.data?.items.find((one) => one.id === id) ??
    (current.survey?.id === id ? current.survey : null);
  const figures = useLiveFigures(id, view.filters);
  const { reply, problem } = figures;
  const failure = problem ?? (id === null ? current.error : null);
  return (
    <>
      <FilterBar
        view={view}
        surveys={list.data?.items ?? (survey ? [survey] : [])}
        survey={survey}
        scope={reply?.filters.scope ?? user?.scope}
        onChange={(next) => navigate(dashboardHref(next).slice(1))}
      />
      <div class="wrap dashboard">
        {reply !== null && (
          <>
            <LiveLine figures={figures} />
            <Counted reply={reply} surveyId={id ?? ''} survey={survey} view={view} />
          </>
        )}
        {reply === null && <PlainTitle view={failure === null ? view : null} />}
        {reply === null && failure !== null && <Failed problem={failure} onRetry={figures.retry} />}
        {reply === null && failure === null && <Loading />}
      </div>
    </>
  );
}

interface CountedProps {
  readonly reply: FiguresReply;
  readonly surveyId: string;
  readonly survey: Survey | null;
  readonly view: DashboardView;
}

function Counted({ reply, surveyId, survey, view }: CountedProps) {
  const theme = useChartTheme();
  const inView = useMemo(
    () => provincesInView(view.filters, reply.filters.scope),
    [view, reply.filters.scope],
  );
  const series = useMemo(() => monthSeries(reply, view.filters), [reply, view]);
  const table = useMemo(() => placeTable(reply, inView), [reply, inView]);
  const groups = useGroups(surveyId, view.filters, reply);
  const missing = useMissing(reply, view, inView);
  // one province has no other to be compared with
  const comparesPlaces = inView.length > 1;
  // within one strategy every share of it is all
  const { strategy, subPlan } = view.filters;
  const comparesStrategies = (strategy ?? subPlan) === undefined;
  const input = { reply, view, inView, theme };
  return (
    <>
      <Lead reply={reply} survey={survey} view={view} inView={inView} series={series} />
      {reply.strip.responses === 0 ? (
        <Empty reply={reply} view={view} />
      ) : (
        <div class="grid">
          <div class="stack span7">
            {comparesStrategies && <StrategyFigure {...input} missing={missing} />}
            {comparesStrategies && groups !== null && <GroupFigure {...input} groups={groups} />}
            {!comparesStrategies && comparesPlaces && <ProvinceFigure {...input} />}
          </div>
          <div class="stack span5">
            {comparesStrategies && comparesPlaces && <ProvinceFigure {...input} />}
            <SeverityFigure {...input} />
          </div>
          {comparesStrategies && comparesPlaces && (
            <>
              <PlaceFigure reply={reply} view={view} table={table} />
              <StandsOut table={table} view={view} />
            </>
          )}
          <MonthFigure reply={reply} view={view} theme={theme} series={series} />
        </div>
      )}
    </>
  );
}

/** Named before the chart when a chosen area is nearly complete: its picture may still turn. */
function useMissing(
  reply: FiguresReply,
  view: DashboardView,
  inView: Parameters<typeof silentProvinces>[1],
): string | null {
  const { t, lang } = useI18n();
  const { region, province, ...others } = view.filters;
  if ((region ?? province) === undefined || Object.keys(others).length > 0) return null;
  const silent = silentProvinces(reply, inView);
  if (silent.length === 0 || silent.length > 5 || silent.length === inView.length) return null;
  const names = silent.map(({ code }) => placeName(code, lang));
  return t.dashboard.partial(listed(names, lang));
}
