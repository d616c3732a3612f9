import { useEffect, useMemo } from 'preact/hooks';
import { paths } from '../../../../shared/api/paths.ts';
import type { Snapshot } from '../../../../shared/api/snapshots.ts';
import { areaOf } from '../../../../shared/places/scope.ts';
import { fiscalYearOfDay } from '../../../../shared/plan/fiscal-years.ts';
import { daysOfFiscalYear, yearFigures } from '../../../../shared/plan/sub-plan-year.ts';
import { useAllProjects } from '../../../data/all-projects.ts';
import { lookAtRound } from '../../../data/chosen-round.ts';
import { exactly } from '../../../data/figures.ts';
import { useQuery } from '../../../data/use-query.ts';
import { formatFiscalYear } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { printer } from '../../../ui/icons.ts';
import { planYearOf, useWordsOfYear } from './plan-year.ts';
import { Report } from './Report.tsx';
import { ReportComing } from './ReportComing.tsx';
import { reportAddress } from './report-address.ts';

interface OfSnapshotsProps {
  readonly id: string;
  readonly before: string;
  readonly only: string | null;
}

/** The numbers of two snapshots; words, quotations and projects are of today, and say so. */
export function ReportOfSnapshots({ id, before, only }: OfSnapshotsProps) {
  const { t, lang } = useI18n();
  const words = t.planReport;
  const item = useQuery(paths.anySnapshot(encodeURIComponent(id)));
  const survey = item.data?.survey ?? null;
  const pathOf = (one: string) =>
    survey === null ? null : paths.snapshot(survey, encodeURIComponent(one));
  const now = useQuery(pathOf(id));
  const then = useQuery(pathOf(before));
  useEffect(() => {
    if (survey !== null) lookAtRound(survey);
  }, [survey]);
  const plan = useMemo(
    () => (now.data && then.data ? yearsOf(now.data, then.data) : undefined),
    [now.data, then.data],
  );
  const parts = useWordsOfYear(plan ? (now.data?.survey ?? null) : null, plan?.year ?? null);
  const { projects } = useAllProjects();
  const error = item.error ?? now.error ?? then.error;
  if (error?.type === 'not-found' || plan === null)
    return (
      <div class="wrap page">
        <ErrorState wholePage title={words.missing} text={words.missingWhy}>
          <a href="#/plan/report">{words.title}</a>
        </ErrorState>
      </div>
    );
  if (!item.data || !now.data || !plan)
    return <ReportComing problem={error} onRetry={item.refetch} />;
  const address = `${location.href.split('#')[0]}#${reportAddress({ snapshot: id, before })}`;
  return (
    <div class="brief-page">
      <div class="brief-bar no-print">
        <h1 class="vh">{words.titleOf(formatFiscalYear(plan.year, lang))}</h1>
        <p>{words.ofSnapshots(id, before)}</p>
        <p class="row">
          <Button kind="primary" icon={printer} onClick={() => print()}>
            {t.brief.print}
          </Button>
          <ButtonLink href={`#${reportAddress({ year: plan.year, subPlan: only })}`}>
            {words.toPreview}
          </ButtonLink>
        </p>
      </div>
      <Report
        data={{ survey: now.data.survey, plan, words: parts, projects }}
        only={only}
        cited={{ id, before, digest: item.data.digest, address }}
      />
    </div>
  );
}

/** Of a whole year: nothing but its days and sub-plans was chosen. */
function isOfYear({ reply: { filters } }: Snapshot, year: number): boolean {
  const { scope: _scope, subPlan: _subPlan, from, to, ...others } = filters;
  const days = daysOfFiscalYear(year);
  return from === days.from && to === days.to && Object.keys(others).length === 0;
}

const placeOf = ({ reply }: Snapshot): string | null =>
  reply.filters.scope ? areaOf(reply.filters.scope) : null;

/** null: they are not of a fiscal year and of the one before it, of one place in one round */
function yearsOf(now: Snapshot, before: Snapshot) {
  const { from, to } = now.reply.filters;
  const year = fiscalYearOfDay(to ?? '');
  if (!from || !isOfYear(now, year) || !isOfYear(before, year - 1)) return null;
  if (now.survey.id !== before.survey.id || placeOf(now) !== placeOf(before)) return null;
  const [one, other] = [now, before].map(({ reply }) => exactly(yearFigures, reply));
  // a snapshot of before these were counted has no months of sub-plans
  if (!one?.figures['month-sub-plan'] || !other?.figures['month-sub-plan']) return null;
  return planYearOf(now.survey, year, one, other);
}
