// All of one province or one strategy: what it says, its figures, what people said, and the way to the next one.
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { isSmall } from '../../../../shared/figures/not-for-outside.ts';
import { useSurvey } from '../../../data/survey.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { navigate } from '../../../router.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { type ChartTheme, useChartTheme } from '../../../ui/charts/chart-theme.ts';
import { PickingContext } from '../../../ui/charts/picking.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { chevronLeft, chevronRight, fileText } from '../../../ui/icons.ts';
import { Phrases } from '../../../ui/Layout.tsx';
import { running } from '../../../ui/Running.tsx';
import '../dashboard.css';
import { FigureGrid } from '../FigureGrid.tsx';
import { AboutView, aboutRound, aboutView } from '../frame/about-view.ts';
import { PrintHead } from '../frame/PrintHead.tsx';
import { pickingOn } from '../frame/picking-on.ts';
import { Found } from '../lead/Found.tsx';
import { KeyNumbers } from '../lead/KeyNumbers.tsx';
import '../lead/lead.css';
import { leadLine, supportLine } from '../lead/lead-lines.ts';
import { LiveLine } from '../live/LiveLine.tsx';
import { type DashboardReply, useLiveFigures } from '../live/use-live-figures.ts';
import { SnapshotButton } from '../snapshots/SnapshotButton.tsx';
import { Empty } from '../states/Empty.tsx';
import { Failed } from '../states/Failed.tsx';
import { Loading } from '../states/Loading.tsx';
import { briefHref, type DashboardView, dashboardHref } from '../view.ts';
import { ViewsButton } from '../views/ViewsButton.tsx';
import { ActiveFilters } from './ActiveFilters.tsx';
import './one.css';
import { Voices } from './Voices.tsx';

export interface Neighbour {
  readonly name: string;
  readonly href: string;
}

interface OnePageProps {
  readonly name: string;
  readonly view: DashboardView;
  /** filters that the address says beside the one thing; taking them away leads to these */
  readonly others: DashboardView['filters'];
  readonly hrefWith: (filters: DashboardView['filters']) => string;
  readonly before: Neighbour;
  readonly after: Neighbour;
  /** what the page says first, in place of what its figures claim; null: not known yet */
  readonly headline?: { readonly line: string; readonly support: string } | null;
  /** further ways on */
  readonly ways?: ComponentChildren;
  /** before the figures */
  readonly above?: ComponentChildren;
  /** what is printed in place of the page */
  readonly sheet?: ComponentChildren;
  /** a figure of its own, before the others */
  readonly beside?: (theme: ChartTheme, survey: Survey | null, asOf: string) => ComponentChildren;
}

export function OnePage(props: OnePageProps) {
  const { view, before, after, sheet } = props;
  const current = useSurvey();
  const { survey } = current;
  const figures = useLiveFigures(survey?.id ?? null, view.filters);
  const { reply, problem } = figures;
  const failure = problem ?? (survey === null ? current.error : null);
  const speech = useI18n();
  useArrowKeys(before.href, after.href);
  const about = useMemo(
    () => (reply === null ? [] : aboutView(reply, survey && aboutRound(survey, speech), speech)),
    [reply, survey, speech],
  );
  return (
    <AboutView.Provider value={about}>
      <div class={sheet === undefined ? 'wrap dashboard' : 'wrap dashboard no-print'}>
        <Neighbours {...{ before, after }} />
        <Head {...props} reply={reply} survey={survey?.id ?? null} />
        {props.above}
        {reply !== null && (
          <>
            <LiveLine figures={figures} />
            <PrintHead lines={about} />
            <PickingContext.Provider value={pickingOn(view.filters, props.hrefWith)}>
              <Body {...props} reply={reply} survey={survey} />
            </PickingContext.Provider>
          </>
        )}
        {reply === null && failure !== null && <Failed problem={failure} onRetry={figures.retry} />}
        {reply === null && failure === null && <Loading />}
      </div>
      {sheet !== undefined && <div class="print-only">{sheet}</div>}
    </AboutView.Provider>
  );
}

interface HeadProps extends OnePageProps {
  readonly reply: DashboardReply | null;
  readonly survey: string | null;
}

function Head({ name, view, others, hrefWith, headline, ways, reply, survey }: HeadProps) {
  const speech = useI18n();
  const said =
    headline === undefined
      ? reply && { line: leadLine(reply, speech), support: supportLine(reply, speech) }
      : headline;
  return (
    <section class="one-head">
      <p class="kick">
        <a href={dashboardHref(view)}>{speech.t.focus.inOverview}</a>
      </p>
      <h1>{name}</h1>
      {said !== null && (
        <>
          <p class="one-finding">
            <Phrases text={said.line} />
          </p>
          <p class="stand">{running(said.support)}</p>
        </>
      )}
      <ActiveFilters filters={others} hrefWith={hrefWith} />
      <p class="row mt2 no-print">
        {ways}
        <ViewsButton />
        <ButtonLink dense icon={fileText} href={briefHref(view)}>
          {speech.t.dashboard.brief}
        </ButtonLink>
        <SnapshotButton view={view} survey={survey} />
      </p>
    </section>
  );
}

interface BodyProps extends OnePageProps {
  readonly reply: DashboardReply;
  readonly survey: Survey | null;
}

function Body({ reply, survey, view, beside }: BodyProps) {
  const { t } = useI18n();
  const theme = useChartTheme();
  const { paper } = theme;
  // of so few nothing is for outside
  if (paper && isSmall(reply.strip.responses)) return <p>{t.dashboard.hiddenView}</p>;
  if (reply.strip.responses === 0) return <Empty reply={reply} survey={survey} view={view} />;
  return (
    <>
      <KeyNumbers reply={reply} view={view} paper={paper} />
      <Found reply={reply} view={view} survey={survey?.id ?? null} />
      <FigureGrid
        reply={reply}
        view={view}
        theme={theme}
        beside={beside?.(theme, survey, reply.asOf)}
        below={survey && <Voices survey={survey.id} view={view} asOf={reply.asOf} />}
      />
    </>
  );
}

function Neighbours({ before, after }: Pick<OnePageProps, 'before' | 'after'>) {
  const words = useI18n().t.focus;
  return (
    <nav class="neighbours no-print" aria-label={words.neighbours}>
      <a href={before.href} rel="prev">
        <Icon of={chevronLeft} small />
        {words.before(before.name)}
      </a>
      <a href={after.href} rel="next">
        {words.after(after.name)}
        <Icon of={chevronRight} small />
      </a>
    </nav>
  );
}

/** Left and right lead to the neighbours, where they mean nothing else. */
function useArrowKeys(before: string, after: string): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const to = { ArrowLeft: before, ArrowRight: after }[event.key];
      const { target } = event;
      const isFree =
        target === document.body || (target instanceof Element && target.id === 'main');
      if (to === undefined || !isFree || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      navigate(to.slice(1));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [before, after]);
}
