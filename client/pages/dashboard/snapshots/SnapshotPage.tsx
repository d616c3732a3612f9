// A snapshot: the figures as they were, from its bytes, and a banner that says as of when and what has changed since.
import { useEffect, useMemo } from 'preact/hooks';
import { paths } from '../../../../shared/api/paths.ts';
import type { Snapshot, SnapshotItem } from '../../../../shared/api/snapshots.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { isSmall } from '../../../../shared/figures/not-for-outside.ts';
import { lookAtRound } from '../../../data/chosen-round.ts';
import { useQuery } from '../../../data/use-query.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import type { PageProps } from '../../../page-props.ts';
import { useChartTheme } from '../../../ui/charts/chart-theme.ts';
import { PickingContext } from '../../../ui/charts/picking.ts';
import { ErrorState, ProblemState } from '../../../ui/ErrorState.tsx';
import { pickingNothing } from '../frame/picking-on.ts';
import '../dashboard.css';
import { FigureGrid } from '../FigureGrid.tsx';
import { AboutView, aboutRound, aboutView } from '../frame/about-view.ts';
import { Frozen } from '../frame/frozen.ts';
import { PrintHead } from '../frame/PrintHead.tsx';
import { Lead } from '../lead/Lead.tsx';
import type { DashboardReply } from '../live/use-live-figures.ts';
import { Empty } from '../states/Empty.tsx';
import { Loading } from '../states/Loading.tsx';
import { Banner } from './Banner.tsx';
import './snapshot.css';

export function SnapshotPage({ params }: PageProps) {
  const words = useI18n().t.snapshots;
  const id = encodeURIComponent(params.id ?? '');
  const item = useQuery(paths.anySnapshot(id));
  const survey = item.data?.survey ?? null;
  const snapshot = useQuery(survey === null ? null : paths.snapshot(survey, id));
  // links of its figures lead into its own round
  useEffect(() => {
    if (survey !== null) lookAtRound(survey);
  }, [survey]);
  const error = item.error ?? snapshot.error;
  if (item.data && snapshot.data) return <Shown item={item.data} snapshot={snapshot.data} />;
  return (
    <div class="wrap dashboard">
      {error?.type === 'not-found' ? (
        <ErrorState wholePage title={words.missing} text={words.missingWhy}>
          <a href="#/snapshots">{words.all}</a>
        </ErrorState>
      ) : error ? (
        <ProblemState
          problem={error}
          onRetry={() => {
            item.refetch();
            snapshot.refetch();
          }}
        />
      ) : (
        <>
          <h1 class="vh">{words.banner(params.id ?? '')}</h1>
          <Loading />
        </>
      )}
    </div>
  );
}

interface ShownProps {
  readonly item: SnapshotItem;
  readonly snapshot: Snapshot;
}

function Shown({ item, snapshot }: ShownProps) {
  const speech = useI18n();
  const words = speech.t.snapshots;
  // a snapshot holds every figure: the server's tests hold it to that
  const reply = snapshot.reply as DashboardReply;
  const about = useMemo(
    () => [
      ...aboutView(reply, aboutRound(snapshot.survey, speech), speech),
      [words.about, words.aboutDigest(item.id, item.digest)] as const,
    ],
    [reply, snapshot, item, speech],
  );
  return (
    <PickingContext.Provider value={pickingNothing}>
      <Frozen.Provider value={true}>
        <AboutView.Provider value={about}>
          <div class="wrap dashboard">
            <Banner item={item} />
            <PrintHead lines={about} />
            <Figures reply={reply} survey={snapshot.survey} />
          </div>
        </AboutView.Provider>
      </Frozen.Provider>
    </PickingContext.Provider>
  );
}

interface FiguresProps {
  readonly reply: DashboardReply;
  readonly survey: Survey;
}

function Figures({ reply, survey }: FiguresProps) {
  const { t } = useI18n();
  const theme = useChartTheme();
  const view = useMemo(() => {
    const { scope: _, ...filters } = reply.filters;
    return { compare: null, filters };
  }, [reply]);
  const { paper } = theme;
  // of so few nothing is for outside
  if (paper && isSmall(reply.strip.responses)) return <p>{t.dashboard.hiddenView}</p>;
  return (
    <>
      <Lead reply={reply} survey={survey} view={view} paper={paper} />
      {reply.strip.responses === 0 ? (
        <Empty reply={reply} survey={survey} view={view} />
      ) : (
        <FigureGrid reply={reply} view={view} theme={theme} />
      )}
    </>
  );
}
