// Two views beside each other, on one scale: two places, periods, rounds, or agencies and citizens.
import { useMemo } from 'preact/hooks';

import type { Survey } from '../../../../shared/api/surveys.ts';
import { betweenViews } from '../../../../shared/figures/between-views.ts';
import { isSmall } from '../../../../shared/figures/not-for-outside.ts';
import { exactly, figuresPath } from '../../../data/figures.ts';
import { useSession } from '../../../data/session.ts';
import { useSurvey } from '../../../data/survey.ts';
import { useQuery } from '../../../data/use-query.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import type { PageProps } from '../../../page-props.ts';
import { navigate } from '../../../router.ts';
import { Button } from '../../../ui/Button.tsx';
import { useChartTheme } from '../../../ui/charts/chart-theme.ts';
import { ProblemState } from '../../../ui/ErrorState.tsx';
import { addressOfFilters } from '../../../ui/filters/change-filters.ts';
import { refresh } from '../../../ui/icons.ts';
import { PageHead, Phrases } from '../../../ui/Layout.tsx';
import { LoadingState } from '../../../ui/LoadingState.tsx';
import '../dashboard.css';
import { AboutView } from '../frame/about-view.ts';
import { CompareFigure } from './CompareFigure.tsx';
import './compare-views.css';
import { sideNamesOf } from './compare-words.ts';
import { OtherNumbers } from './OtherNumbers.tsx';
import { SidePanel } from './SidePanel.tsx';
import { compareHref, readSides, type Side, type Sides, sideNames, swapped } from './sides.ts';

export function ComparePage({ query }: PageProps) {
  const { t } = useI18n();
  const { survey, error, retry } = useCurrent();
  if (survey === null)
    return (
      <div class="wrap page">
        <h1>{t.shell.titles.compare}</h1>
        {error ? <ProblemState problem={error} onRetry={retry} /> : <LoadingState lines={6} />}
      </div>
    );
  return <Compared query={query} survey={survey} />;
}

function useCurrent() {
  const { survey, error } = useSurvey();
  return { survey, error, retry: () => location.reload() };
}

const asked = ['summary', 'by-strategy', 'by-respondent', 'by-severity'] as const;

function useSide({ survey, filters }: Side, current: string) {
  const query = useQuery(figuresPath(survey ?? current, asked, addressOfFilters(filters)));
  return { ...query, counts: query.data && exactly(asked, query.data) };
}

function Compared({ query, survey }: { readonly query: URLSearchParams; readonly survey: Survey }) {
  const speech = useI18n();
  const { t } = speech;
  const words = t.showing.compare;
  const sides = useMemo(() => readSides(query), [query]);
  const { surveys } = useSurvey();
  const { user } = useSession();
  const { paper } = useChartTheme();
  const found = { a: useSide(sides.a, survey.id), b: useSide(sides.b, survey.id) };
  const names = useMemo(() => sideNamesOf(sides, surveys, speech), [sides, surveys, speech]);
  const go = (next: Sides) => navigate(compareHref(next).slice(1));
  const [a, b] = [found.a.counts, found.b.counts];
  const between =
    a && b
      ? betweenViews(
          { survey: sides.a.survey ?? survey.id, counts: a },
          { survey: sides.b.survey ?? survey.id, counts: b },
        )
      : null;
  const problem = found.a.error ?? found.b.error;
  const isKept = paper && [a, b].some((one) => one && isSmall(one.strip.responses));
  return (
    <AboutView.Provider
      value={[
        [words.side.a, names.a],
        [words.side.b, names.b],
      ]}
    >
      <div class="wrap page compare-page">
        <PageHead
          crumb={<a href="#/">{t.shell.titles.dashboard}</a>}
          title={<Phrases text={words.title(names.a, names.b)} />}
          text={words.lead}
        >
          <span class="no-print">
            <Button dense icon={refresh} onClick={() => go(swapped(sides))}>
              {words.swap}
            </Button>
          </span>
        </PageHead>
        <div class="sides">
          {sideNames.map((side) => (
            <SidePanel
              key={side}
              side={side}
              chosen={sides[side]}
              name={names[side]}
              counts={found[side].counts}
              surveys={surveys}
              current={survey.id}
              scope={user?.scope}
              onChange={(next) => go({ ...sides, [side]: next })}
            />
          ))}
        </div>
        {problem && <ProblemState problem={problem} onRetry={found.a.refetch} />}
        {!problem && between === null && <LoadingState lines={8} />}
        {isKept && <p>{t.dashboard.hiddenView}</p>}
        {between && a && b && !isKept && (
          <>
            <CompareFigure {...{ between, names, paper }} second={b} />
            <OtherNumbers first={a} second={b} names={names} paper={paper} />
          </>
        )}
      </div>
    </AboutView.Provider>
  );
}
