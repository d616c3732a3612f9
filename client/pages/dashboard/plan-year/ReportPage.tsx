// The chapter of an annual report: every sub-plan on a sheet of its own, behind a cover and contents. A preview of what is counted now, or
// two snapshots, of the year and of the one before, which is what is printed and cited.
import { useState } from 'preact/hooks';
import { paths } from '../../../../shared/api/paths.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { useAllProjects } from '../../../data/all-projects.ts';
import { ApiProblem, api } from '../../../data/api.ts';
import { subPlanHref } from '../../../data/plan-addresses.ts';
import { useSession } from '../../../data/session.ts';
import { useSurvey } from '../../../data/survey.ts';
import { formatFiscalYear } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import type { PageProps } from '../../../page-props.ts';
import { navigate } from '../../../router.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { printer } from '../../../ui/icons.ts';
import {
  activeSubPlans,
  filtersOfYear,
  useFiscalYears,
  usePlanYear,
  useWordsOfYear,
} from './plan-year.ts';
import { Report } from './Report.tsx';
import { ReportComing } from './ReportComing.tsx';
import { ReportOfSnapshots } from './ReportOfSnapshots.tsx';
import { reportAddress } from './report-address.ts';

export function ReportPage({ query }: PageProps) {
  const [id, before] = [query.get('snapshot'), query.get('before')];
  if (id !== null && before !== null)
    return <ReportOfSnapshots id={id} before={before} only={query.get('subPlan')} />;
  return <Preview query={query} />;
}

function Preview({ query }: { readonly query: URLSearchParams }) {
  const { t } = useI18n();
  const words = t.planReport;
  const { survey, error: noSurvey } = useSurvey();
  const years = useFiscalYears(survey);
  const asked = Number(query.get('year'));
  const year = years.all.includes(asked) ? asked : years.usual;
  const only = query.get('subPlan');
  const plan = usePlanYear(survey, year, {});
  const parts = useWordsOfYear(survey, year);
  const { projects } = useAllProjects();
  const error = plan.error ?? years.error ?? noSurvey;
  if (years.isKnown && year === null)
    return (
      <div class="wrap page">
        <h1>{words.title}</h1>
        <EmptyState title={words.noYear} text={words.noYearWhy} />
      </div>
    );
  if (!survey || !plan.data) return <ReportComing problem={error} onRetry={plan.retry} />;
  return (
    <div class="brief-page">
      <ReportBar survey={survey} year={plan.data.year} years={years.all} only={only} />
      <Report data={{ survey, plan: plan.data, words: parts, projects }} only={only} cited={null} />
    </div>
  );
}

interface BarProps {
  readonly survey: Survey;
  readonly year: number;
  readonly years: readonly number[];
  readonly only: string | null;
}

function ReportBar({ survey, year, years, only }: BarProps) {
  const { t, lang } = useI18n();
  const words = t.planReport;
  const { user } = useSession();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const keep = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const kept = await Promise.all(
        [year, year - 1].map((one) => keepYear(survey, one, lang, words.kept)),
      );
      const [now, before] = kept;
      if (now && before) navigate(reportAddress({ snapshot: now, before, subPlan: only }));
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
      setBusy(false);
    }
  };
  return (
    <div class="brief-bar no-print">
      <h1 class="vh">{words.titleOf(formatFiscalYear(year, lang))}</h1>
      <p>{words.preview}</p>
      <FailureNotice of={problem} />
      <p class="row">
        <label class="row">
          <span>{t.plan.fiscalYear}</span>
          <select
            class="inp"
            value={String(year)}
            onChange={({ currentTarget }) =>
              navigate(reportAddress({ year: Number(currentTarget.value), subPlan: only }))
            }
          >
            {years.map((one) => (
              <option key={one} value={String(one)}>
                {formatFiscalYear(one, lang)}
              </option>
            ))}
          </select>
        </label>
        {user?.role !== 'enumerator' && activeSubPlans(survey).length > 0 && (
          <Button kind="primary" icon={printer} busy={busy} onClick={() => void keep()}>
            {busy ? t.brief.keeping : words.keep}
          </Button>
        )}
        <ButtonLink href={only === null ? '#/plan' : subPlanHref(only)}>
          {only === null ? t.planReport.toPlan : t.planReport.toSubPlan}
        </ButtonLink>
      </p>
    </div>
  );
}

async function keepYear(
  survey: Survey,
  year: number,
  lang: 'th' | 'en',
  nameOf: (year: string) => string,
): Promise<string> {
  const body = { name: nameOf(formatFiscalYear(year, lang)), filters: filtersOfYear(survey, year) };
  return (await api(paths.snapshots(survey.id), { method: 'POST', body })).id;
}
