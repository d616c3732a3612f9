// This round beside another: headline numbers and strategies, with the differences and whether they are clear.
import { useId } from 'preact/hooks';
import type { CountsOf } from '../../../../shared/api/figures.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { betweenRounds } from '../../../../shared/figures/between-rounds.ts';
import { isSmall } from '../../../../shared/figures/not-for-outside.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { exactly, figuresPath } from '../../../data/figures.ts';
import { useSurvey } from '../../../data/survey.ts';
import { useQuery } from '../../../data/use-query.ts';
import { formatInstant, formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { navigate } from '../../../router.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { ProblemState } from '../../../ui/ErrorState.tsx';
import { addressOfFilters } from '../../../ui/filters/change-filters.ts';
import { FilterSelect } from '../../../ui/filters/FilterSelect.tsx';
import { Phrases } from '../../../ui/Layout.tsx';
import { LoadingState } from '../../../ui/LoadingState.tsx';
import { countedTier } from '../frame/about-view.ts';
import { HonestyStrip } from '../frame/HonestyStrip.tsx';
import { type DashboardView, dashboardHref } from '../view.ts';
import './compare.css';
import { findingOf, headColumns, headRows, shareColumns } from './round-tables.tsx';

interface CompareRoundsProps {
  readonly reply: CountsOf<'by-strategy'>;
  readonly survey: Survey;
  readonly view: DashboardView;
  /** small numbers are not for outside */
  readonly paper: boolean;
}

export function CompareRounds({ reply, survey, view, paper }: CompareRoundsProps) {
  const { t, lang } = useI18n();
  const words = t.dashboard.rounds;
  const { surveys } = useSurvey();
  const title = useId();
  const others = surveys.filter(({ id }) => id !== survey.id);
  const other = others.find(({ id }) => id === view.compare);
  if (others.length === 0) return null;
  return (
    <section class={other ? 'fig compare' : 'fig compare no-print'} aria-labelledby={title}>
      <div class="no-print">
        <FilterSelect
          label={words.with}
          value={other?.id ?? ''}
          any={words.none}
          onChange={(id) => navigate(dashboardHref({ ...view, compare: id || null }).slice(1))}
        >
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {nameIn(one, lang)}
            </option>
          ))}
        </FilterSelect>
      </div>
      {other ? (
        <Beside {...{ reply, survey, other, view, paper, title }} />
      ) : (
        <h2 id={title}>{words.title}</h2>
      )}
    </section>
  );
}

interface BesideProps extends CompareRoundsProps {
  readonly other: Survey;
  /** id of the heading */
  readonly title: string;
}

const asked = ['by-strategy'] as const;

function Beside({ reply, survey, other, view, paper, title }: BesideProps) {
  const speech = useI18n();
  const { t, lang } = speech;
  const words = t.dashboard.rounds;
  // another round has other sub-plans and other files
  const { subPlan: _subPlan, batch: _batch, ...filters } = view.filters;
  const query = useQuery(figuresPath(other.id, asked, addressOfFilters(filters)));
  const names = { now: nameIn(survey, lang), before: nameIn(other, lang) };
  const before = query.data && exactly(asked, query.data);
  const hides = (one: CountsOf<never>) => paper && isSmall(one.strip.responses);
  if (!before || hides(before) || hides(reply))
    return (
      <>
        <h2 id={title}>{words.title}</h2>
        {query.error && <ProblemState problem={query.error} onRetry={query.refetch} />}
        {!before && !query.error && <LoadingState lines={4} />}
        {before && <p>{t.dashboard.hiddenView}</p>}
      </>
    );
  const compared = betweenRounds(reply, before);
  // within one strategy every share of it is all
  const isWhole = view.filters.strategy === undefined && view.filters.subPlan === undefined;
  const counts = [countedTier(survey, speech), countedTier(other, speech)];
  return (
    <>
      <h2 id={title}>
        <Phrases text={isWhole ? findingOf(compared, speech) : words.title} />
      </h2>
      <p class="sub">{words.sub}</p>
      <DataTable
        caption={words.headline}
        columns={headColumns(speech)}
        rows={headRows(reply, before, speech)}
        rowKey={({ name }) => name}
      />
      {isWhole && compared.rows.length > 0 && (
        <DataTable
          caption={words.shares}
          columns={shareColumns(compared, paper, speech)}
          rows={compared.rows}
          rowKey={({ strategy }) => strategy}
        />
      )}
      {counts[0] !== counts[1] && <p class="caveat">{words.countedOtherwise}</p>}
      <HonestyStrip
        lines={[
          `${words.before}: ${names.before} n = ${formatNumber(compared.before)}`,
          `${words.now}: ${names.now} n = ${formatNumber(compared.now)}`,
          words.method,
          formatInstant(before.asOf, lang),
        ]}
      />
    </>
  );
}
