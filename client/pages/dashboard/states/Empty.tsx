import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { CountsOf } from '../../../../shared/api/figures.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { provinceByCode } from '../../../../shared/places/provinces.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { notOpenText } from '../../../i18n/round-text.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { withArea } from '../../../ui/filters/change-filters.ts';
import { activeFilters } from '../../../ui/filters/filter-words.ts';
import { Frozen } from '../frame/frozen.ts';
import { HonestyStrip } from '../frame/HonestyStrip.tsx';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { type DashboardView, dashboardHref, isNarrowed } from '../view.ts';

interface EmptyProps {
  readonly reply: CountsOf<never>;
  readonly survey: Survey | null;
  readonly view: DashboardView;
}

/** Nothing counted: because of which filter, and one way out. */
export function Empty({ reply, survey, view }: EmptyProps) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  return (
    <div class="grid">
      <section class="fig span12">
        <h2>{words.strategyTitle}</h2>
        <div class="body">
          <WhyEmpty survey={survey} view={view} />
        </div>
        <HonestyStrip lines={honestyStrip(reply, { unit: 'responses', paper: false }, speech)} />
      </section>
    </div>
  );
}

function WhyEmpty({ survey, view }: Pick<EmptyProps, 'survey' | 'view'>) {
  const speech = useI18n();
  const { t, lang } = speech;
  const words = t.dashboard;
  const { filters } = view;
  if (!isNarrowed(filters)) {
    const closed = survey && notOpenText(survey, speech, new Date());
    return closed ? (
      <EmptyState title={words.emptyRound} text={closed} />
    ) : (
      <EmptyState title={words.emptySurvey} text={words.emptySurveyWhy} />
    );
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
        <WayOut href={href}>{words.seePlace(region)}</WayOut>
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
        <WayOut href={dashboardHref({ ...view, filters: last.without })}>
          {words.removeThis(last.words)}
        </WayOut>
      )}
    </EmptyState>
  );
}

interface WayOutProps {
  readonly href: string;
  readonly children: ComponentChildren;
}

/** None from a snapshot: it would lead to today's numbers. */
function WayOut({ href, children }: WayOutProps) {
  if (useContext(Frozen)) return null;
  return (
    <ButtonLink dense href={href}>
      {children}
    </ButtonLink>
  );
}
