// What stands where figures would, when there are none: never an empty chart, never half a number.
import type { FiguresReply } from '../../../../shared/api/figures.ts';
import { provinceByCode } from '../../../../shared/places/provinces.ts';
import type { ApiProblem } from '../../../data/api.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { areaName, placeName } from '../../../i18n/names.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState, ProblemState } from '../../../ui/ErrorState.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { clock } from '../../../ui/icons.ts';
import { LoadingState } from '../../../ui/LoadingState.tsx';
import { activeFilters } from '../filters/filter-words.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { Marked } from '../frame/Marked.tsx';
import { dashboardHref, isNarrowed, type DashboardView, withArea } from '../view.ts';

/** The page is named before anything is known about it; `null`: not even which view it is of. */
export function PlainTitle({ view }: { readonly view: DashboardView | null }) {
  const { t, lang } = useI18n();
  return (
    <section class="lead">
      <h1>
        {view === null
          ? t.shell.titles.dashboard
          : t.dashboard.leadPlain(areaName(view.filters, lang, t))}
      </h1>
    </section>
  );
}

/** The shape of the page while it is counted. */
export function Loading() {
  const { t } = useI18n();
  const words = t.dashboard;
  const frames = [
    { className: 'span7', name: words.strategyTitle },
    { className: 'span5', name: words.provinceTitle },
    { className: 'span8', name: words.placeTitle },
    { className: 'span4', name: words.standsTitle },
    { className: 'span12', name: words.monthTitle },
  ];
  return (
    <div class="grid">
      {frames.map((frame, index) => (
        <section key={frame.name} class={`fig ${frame.className}`}>
          <h2>{frame.name}</h2>
          {index === 0 ? (
            <LoadingState text={words.counting} lines={6} />
          ) : (
            <Shape lines={frame.className === 'span12' ? 4 : 6} />
          )}
        </section>
      ))}
    </div>
  );
}

const widths = [92, 60, 58, 52, 44, 36];

function Shape({ lines }: { readonly lines: number }) {
  return (
    <div class="loading" aria-hidden="true">
      {widths.slice(0, lines).map((width) => (
        <div key={width} class="sk" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

interface FailedProps {
  readonly problem: ApiProblem;
  readonly onRetry: () => void;
}

export function Failed(props: FailedProps) {
  return (
    <div class="grid">
      <section class="fig span12">
        <Failure {...props} />
      </section>
    </div>
  );
}

function Failure({ problem, onRetry }: FailedProps) {
  const { t } = useI18n();
  const words = t.dashboard;
  if (problem.type === 'not-ready') return <Rebuilding seconds={problem.retryAfter ?? 5} />;
  if (problem.type === 'timed-out') {
    return (
      <ErrorState
        title={words.timedOut}
        text={words.notLost}
        requestId={problem.instance}
        onRetry={onRetry}
      />
    );
  }
  if (problem.type === 'unreadable') {
    return (
      <div class="hole error" role="alert">
        <strong>{words.badLink}</strong>
        <span class="muted">{words.badLinkWhy}</span>
        <ButtonLink dense href="#/">
          {words.clearFilters}
        </ButtonLink>
        {problem.instance && (
          <span class="small muted">{t.common.requestId(problem.instance)}</span>
        )}
      </div>
    );
  }
  return <ProblemState problem={problem} onRetry={onRetry} />;
}

function Rebuilding({ seconds }: { readonly seconds: number }) {
  const { t } = useI18n();
  return (
    <div class="hole warning" role="status">
      <Icon of={clock} />
      <strong>{t.dashboard.rebuilding}</strong>
      <span class="muted">{t.dashboard.rebuildingWhen(String(seconds))}</span>
    </div>
  );
}

interface EmptyProps {
  readonly reply: FiguresReply;
  readonly view: DashboardView;
}

/** Nothing counted: because of which filter, and one way out. */
export function Empty({ reply, view }: EmptyProps) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  return (
    <div class="grid">
      <section class="fig span12">
        <h2>{words.strategyTitle}</h2>
        <div class="body">
          <WhyEmpty view={view} />
        </div>
        <ul class="honest" aria-label={words.sources}>
          {honestyStrip(reply, { unit: 'responses' }, speech).map((line) => (
            <li key={line}>
              <Marked text={line} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function WhyEmpty({ view }: { readonly view: DashboardView }) {
  const speech = useI18n();
  const { t, lang } = speech;
  const words = t.dashboard;
  const { filters } = view;
  if (!isNarrowed(filters)) {
    return <EmptyState title={words.emptySurvey} text={words.emptySurveyWhy} />;
  }
  const { province: only, ...others } = filters;
  const province = only?.length === 1 ? provinceByCode(only[0] ?? '') : undefined;
  if (province !== undefined && !isNarrowed(others)) {
    const region = placeName(province.region, lang);
    const href = dashboardHref({ ...view, filters: withArea(filters, 'region', province.region) });
    return (
      <EmptyState
        title={words.emptyProvince(placeName(province.code, lang))}
        text={words.emptyNotZero}
      >
        <ButtonLink dense href={href}>
          {words.seePlace(region)}
        </ButtonLink>
      </EmptyState>
    );
  }
  const active = activeFilters(filters, speech);
  const last = active.at(-1);
  return (
    <EmptyState
      title={words.emptyTitle}
      text={words.emptyFilter(active.map((one) => one.words).join(' + '))}
    >
      {last && (
        <ButtonLink dense href={dashboardHref({ ...view, filters: last.without })}>
          {words.removeThis(last.words)}
        </ButtonLink>
      )}
    </EmptyState>
  );
}
