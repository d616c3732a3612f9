// One figure at a time, for a room: large letters, nothing to scroll, arrow keys, and Escape back to the overview.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { nameIn } from '../../../../shared/text/names.ts';
import { useSession } from '../../../data/session.ts';
import { useSurvey } from '../../../data/survey.ts';
import { formatInstant } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { areaName } from '../../../i18n/names.ts';
import type { PageProps } from '../../../page-props.ts';
import { navigate } from '../../../router.ts';
import { useChartTheme } from '../../../ui/charts/chart-theme.ts';
import { PickingContext } from '../../../ui/charts/picking.ts';
import { activeFilters } from '../../../ui/filters/filter-words.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { chevronLeft, chevronRight, x } from '../../../ui/icons.ts';
import { pickingOn } from '../frame/picking-on.ts';
import '../dashboard.css';
import '../map/map.css';
import { type DashboardReply, useLiveFigures } from '../live/use-live-figures.ts';
import { Failed } from '../states/Failed.tsx';
import { Loading } from '../states/Loading.tsx';
import { type DashboardView, dashboardHref, presentHref, readView } from '../view.ts';
import { useFit } from './fit.ts';
import './present.css';
import { type Slide, slidesOf } from './slides.tsx';
import { stepOf } from './steps.ts';

export function PresentPage({ query }: PageProps) {
  const view = useMemo(() => readView(query), [query]);
  const { survey } = useSurvey();
  const figures = useLiveFigures(survey?.id ?? null, view.filters);
  useRoom();
  const { reply, problem } = figures;
  const asked = query.get('figure');
  if (reply === null)
    return (
      <div class="present">
        {problem ? <Failed problem={problem} onRetry={figures.retry} /> : <Loading />}
      </div>
    );
  const slides = slidesOf(reply);
  const at = Math.max(
    0,
    slides.findIndex(({ key }) => key === asked),
  );
  return <Show {...{ reply, view, slides, at }} />;
}

/** Letters are larger as long as this page is open: before its charts read how large they are. */
function useRoom(): void {
  useState(() => document.documentElement.classList.add('presenting'));
  useEffect(() => () => document.documentElement.classList.remove('presenting'), []);
}

interface ShowProps {
  readonly reply: DashboardReply;
  readonly view: DashboardView;
  readonly slides: readonly Slide[];
  readonly at: number;
}

function Show({ reply, view, slides, at }: ShowProps) {
  const { t } = useI18n();
  const words = t.showing.present;
  const theme = useChartTheme();
  const { survey } = useSurvey();
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const slide = slides[at];
  const picking = pickingOn(view.filters, (filters) =>
    presentHref({ compare: null, filters }, slide?.key ?? null),
  );
  useFit(box, content, [slide?.key, reply, theme]);
  useKeys(view, slides, at);
  return (
    <section class="present" aria-label={words.label}>
      {slide && slide.key !== 'lead' && <h1 class="vh">{slide.name(t)}</h1>}
      <Head reply={reply} view={view} />
      <div class="present-box" ref={box}>
        <div class="present-content" ref={content} key={slide?.key}>
          {reply.strip.responses === 0 ? (
            <h1>{words.nothing}</h1>
          ) : (
            <PickingContext.Provider value={picking}>
              {slide?.draw({ reply, view, theme, survey })}
            </PickingContext.Provider>
          )}
        </div>
      </div>
      <Foot {...{ view, slides, at }} />
    </section>
  );
}

function Head({ reply, view }: Pick<ShowProps, 'reply' | 'view'>) {
  const speech = useI18n();
  const { t, lang } = speech;
  const { survey } = useSurvey();
  const { demo } = useSession();
  const chosen = activeFilters(view.filters, speech).map(({ words }) => words);
  const { scope } = reply.filters;
  const parts = [
    survey && nameIn(survey, lang),
    chosen.length > 0 ? chosen.join(' · ') : areaName({ ...view.filters, scope }, lang, t),
    `${t.dashboard.about.asOf} ${formatInstant(reply.asOf, lang)}`,
  ];
  return (
    <p class="present-head">
      {demo && <b>{t.shell.demo}</b>}
      <span>{parts.filter(Boolean).join(' · ')}</span>
    </p>
  );
}

function Foot({ view, slides, at }: Pick<ShowProps, 'view' | 'slides' | 'at'>) {
  const { t } = useI18n();
  const words = t.showing.present;
  const name = slides[at]?.name(t) ?? '';
  const [said = '', current = '', rest = ''] = words
    .position(String(at + 1), String(slides.length))
    .split('|');
  const link = (to: number) => presentHref(view, slides[to]?.key ?? '');
  return (
    <footer class="present-foot">
      <span class="muted">{words.hint}</span>
      <span class="vh" role="status">
        {words.say(String(at + 1), String(slides.length), name)}
      </span>
      <ol aria-hidden="true">
        {slides.map(({ key }, index) => (
          <li key={key} class={index === at ? 'on' : ''} />
        ))}
      </ol>
      <span aria-hidden="true">
        {said}
        <b>{current}</b>
        {rest}
      </span>
      <nav aria-label={words.label}>
        {at > 0 && (
          <a href={link(at - 1)} aria-label={words.previous}>
            <Icon of={chevronLeft} />
          </a>
        )}
        {at < slides.length - 1 && (
          <a href={link(at + 1)} aria-label={words.next}>
            <Icon of={chevronRight} />
          </a>
        )}
        <a href={dashboardHref(view)} aria-label={words.leave}>
          <Icon of={x} />
        </a>
      </nav>
    </footer>
  );
}

/** A chart that has the focus keeps its own keys. */
function useKeys(view: DashboardView, slides: readonly Slide[], at: number): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTaken = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey;
      if (isTaken || (event.target as Element).closest?.('.stage, .scroll, input, select')) return;
      if (event.key === 'Escape') return navigate(dashboardHref(view).slice(1));
      const to = stepOf(event.key, at, slides.length);
      if (to === null) return;
      event.preventDefault();
      navigate(presentHref(view, slides[to]?.key ?? '').slice(1), { replace: true });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [view, slides, at]);
}
