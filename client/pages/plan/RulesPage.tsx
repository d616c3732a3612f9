// Rules of the round: which words link to which sub-plan, now and for what comes later.
import { useState } from 'preact/hooks';
import type { Rule } from '../../../shared/api/rules.ts';
import { useSurvey } from '../../data/survey.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { plus, undo } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PlanTabs } from './PlanTabs.tsx';
import { RuleCard } from './RuleCard.tsx';
import { RuleForm } from './RuleForm.tsx';
import './plan.css';
import './rules.css';
import { type Rules, useRules } from './use-rules.ts';

export function RulesPage() {
  const { survey } = useSurvey();
  return survey ? <RulesOf key={survey.id} survey={survey.id} /> : <LoadingState lines={8} />;
}

function RulesOf({ survey }: { readonly survey: string }) {
  const { t } = useI18n();
  const words = t.plan.rules;
  const rules = useRules(survey);
  /** null: a new one · undefined: none is written */
  const [written, setWritten] = useState<Rule | null | undefined>(undefined);
  const { data, error, refetch } = rules;
  const shown = data?.items.filter(({ state }) => state !== 'retired') ?? [];
  return (
    <div class="wrap page plan">
      <PageHead title={<Phrases text={t.shell.titles.linkRules} />} text={words.lead}>
        {written === undefined && (
          <Button kind="primary" icon={plus} onClick={() => setWritten(null)}>
            {words.add}
          </Button>
        )}
      </PageHead>
      <PlanTabs />
      {written === undefined && <FailureNotice of={rules.failure} />}
      <LastSwitch rules={rules} />
      {written !== undefined && (
        <RuleForm
          key={written?.id}
          survey={survey}
          rule={written}
          rules={rules}
          onDone={() => setWritten(undefined)}
        />
      )}
      {error && !data && <ProblemState problem={error} onRetry={refetch} />}
      {!data && !error && <LoadingState lines={6} />}
      {data && shown.length === 0 && written === undefined && (
        <EmptyState title={words.none} text={words.noneWhy} />
      )}
      <ul class="rules">
        {shown.map((rule) => (
          <RuleCard key={rule.id} rule={rule} rules={rules} onEdit={() => setWritten(rule)} />
        ))}
      </ul>
    </div>
  );
}

/** What was switched last, and the way back. */
function LastSwitch({ rules }: { readonly rules: Rules }) {
  const { t } = useI18n();
  const words = t.plan.rules;
  const { last, busy, data } = rules;
  const now = data?.items.find(({ id }) => id === last?.id);
  if (!last || !now) return null;
  const said = { on: words.isOn, off: words.isOff, retired: words.isAway }[last.state];
  return (
    <Notice kind="ok" live>
      <span class="row between">
        <span>{said}</span>
        {last.state !== 'retired' && (
          <Button
            dense
            icon={undo}
            busy={busy}
            onClick={() => rules.switchTo(now, last.state === 'on' ? 'off' : 'on')}
          >
            {words.undo}
          </Button>
        )}
      </span>
    </Notice>
  );
}
