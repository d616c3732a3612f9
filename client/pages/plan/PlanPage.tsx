// Problems beside plans: what nobody plans for, what nobody speaks of, and every sub-plan in every region.

import { useSurvey } from '../../data/survey.ts';
import { formatFiscalYear } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { printer } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { PlanGapLines } from './PlanGapLines.tsx';
import { PlanMatrix } from './PlanMatrix.tsx';
import { PlanTabs } from './PlanTabs.tsx';
import './plan.css';
import './plan-matrix.css';
import { usePlan } from './use-plan.ts';

export function PlanPage() {
  const { t, lang } = useI18n();
  const words = t.planMatrix;
  const { survey } = useSurvey();
  const { plan, error, retry } = usePlan(survey);
  return (
    <div class="wrap page plan">
      <PageHead
        title={<Phrases text={words.title} />}
        text={plan ? words.lead(formatFiscalYear(plan.year, lang)) : words.leadShort}
      >
        <ButtonLink icon={printer} href="#/plan/report">
          {t.shell.titles.planReport}
        </ButtonLink>
      </PageHead>
      <PlanTabs />
      {error && !plan && <ProblemState problem={error} onRetry={retry} />}
      {!plan && !error && <LoadingState lines={10} />}
      {plan && plan.issues === 0 && plan.projects.length === 0 && (
        <EmptyState title={words.nothing} text={words.nothingWhy} />
      )}
      {plan && (plan.issues > 0 || plan.projects.length > 0) && (
        <>
          <PlanGapLines plan={plan} />
          <PlanMatrix plan={plan} />
        </>
      )}
    </div>
  );
}
