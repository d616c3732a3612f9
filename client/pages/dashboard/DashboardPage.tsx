// The overview: filters from the address, one request for all figures, kept up to date while the page is open.
import { useMemo } from 'preact/hooks';
import type { Survey } from '../../../shared/api/surveys.ts';
import { isSmall } from '../../../shared/figures/not-for-outside.ts';
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { useChartTheme } from '../../ui/charts/chart-theme.ts';
import { PickingContext } from '../../ui/charts/picking.ts';
import './dashboard.css';
import { FigureGrid } from './FigureGrid.tsx';
import { FilterBar } from './filters/FilterBar.tsx';
import { AboutView, aboutRound, aboutView } from './frame/about-view.ts';
import { PrintHead } from './frame/PrintHead.tsx';
import { pickingOn } from './frame/picking-on.ts';
import { Found } from './lead/Found.tsx';
import { Lead } from './lead/Lead.tsx';
import { LiveLine } from './live/LiveLine.tsx';
import { type DashboardReply, useLiveFigures } from './live/use-live-figures.ts';
import { useSayChanges } from './live/use-say-changes.ts';
import { ViewLinks } from './present/ViewLinks.tsx';
import { CompareRounds } from './rounds/CompareRounds.tsx';
import { Empty } from './states/Empty.tsx';
import { Failed } from './states/Failed.tsx';
import { Loading } from './states/Loading.tsx';
import { PlainTitle } from './states/PlainTitle.tsx';
import { type DashboardView, dashboardHref, readView } from './view.ts';

export function DashboardPage({ query }: PageProps) {
  const view = useMemo(() => readView(query), [query]);
  const { user } = useSession();
  const current = useSurvey();
  const { survey } = current;
  const id = survey?.id ?? null;
  const figures = useLiveFigures(id, view.filters);
  const { reply, problem } = figures;
  const failure = problem ?? (id === null ? current.error : null);
  const speech = useI18n();
  const about = useMemo(
    () => (reply === null ? [] : aboutView(reply, survey && aboutRound(survey, speech), speech)),
    [reply, survey, speech],
  );
  useSayChanges(id, view, reply);
  const picking = pickingOn(view.filters, (filters) => dashboardHref({ ...view, filters }));
  return (
    <AboutView.Provider value={about}>
      <FilterBar
        view={view}
        reply={reply}
        surveys={current.surveys}
        survey={survey}
        scope={reply?.filters.scope ?? user?.scope}
        onChange={(next) => navigate(dashboardHref(next).slice(1))}
      />
      <div class="wrap dashboard">
        {reply !== null && (
          <>
            <div class="live-row">
              <LiveLine figures={figures} />
              <ViewLinks view={view} />
            </div>
            <PrintHead lines={about} />
            <PickingContext.Provider value={picking}>
              <Counted reply={reply} survey={survey} view={view} />
            </PickingContext.Provider>
          </>
        )}
        {reply === null && <PlainTitle view={failure === null ? view : null} />}
        {reply === null && failure !== null && <Failed problem={failure} onRetry={figures.retry} />}
        {reply === null && failure === null && <Loading />}
      </div>
    </AboutView.Provider>
  );
}

interface CountedProps {
  readonly reply: DashboardReply;
  readonly survey: Survey | null;
  readonly view: DashboardView;
}

function Counted({ reply, survey, view }: CountedProps) {
  const { t } = useI18n();
  const theme = useChartTheme();
  const { paper } = theme;
  // of so few nothing is for outside
  if (paper && isSmall(reply.strip.responses)) return <p>{t.dashboard.hiddenView}</p>;
  return (
    <>
      <Lead reply={reply} survey={survey} view={view} paper={paper} />
      {reply.strip.responses === 0 ? (
        <Empty reply={reply} survey={survey} view={view} />
      ) : (
        <>
          <Found reply={reply} view={view} survey={survey?.id ?? null} />
          <FigureGrid reply={reply} view={view} theme={theme} />
          {survey && <CompareRounds reply={reply} survey={survey} view={view} paper={paper} />}
        </>
      )}
    </>
  );
}
