// One rule: what it says as a sentence, how it stands, what it has linked, and its switch, which asks first.
import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Rule } from '../../../shared/api/rules.ts';
import { isScopeWithin } from '../../../shared/places/scope.ts';
import { useSession } from '../../data/session.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice, Tag } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { RulePreviewLines } from './RulePreviewLines.tsx';
import { filtersOfRule, sentenceOf } from './rule-words-typed.ts';
import { useSubPlans } from './sub-plans.ts';
import type { Rules } from './use-rules.ts';

interface CardProps {
  readonly rule: Rule;
  readonly rules: Rules;
  readonly onEdit: () => void;
}

export function RuleCard({ rule, rules, onEdit }: CardProps) {
  const { t, lang } = useI18n();
  const { all, nameOf } = useSubPlans();
  const words = t.plan.rules;
  const filters = filtersOfRule(rule, { t, lang });
  const isResting = all.find(({ id }) => id === rule.subPlan)?.state === 'retired';
  return (
    <li class="panel rule">
      <div class="row between">
        <h2>{sentenceOf(rule, { t, lang }, nameOf)}</h2>
        <Tag kind={rule.state === 'on' ? 'ok' : 'offline'}>{words.states[rule.state]}</Tag>
      </div>
      {filters.length > 0 && <p class="muted small">{filters.join(' · ')}</p>}
      {rule.state !== 'retired' && (
        <p>
          {words.linked(formatNumber(rule.linked))}{' '}
          {rule.linked > 0 && (
            <a href={`#/responses?subPlan=${encodeURIComponent(rule.subPlan)}&linked=some`}>
              {words.see}
            </a>
          )}
        </p>
      )}
      {rule.progress && <Progress label={words.working} done={partOf(rule.progress)} />}
      {rule.state === 'on' && isResting && <Notice kind="warning">{words.rests}</Notice>}
      <Acts rule={rule} rules={rules} onEdit={onEdit} />
      <History rule={rule} />
    </li>
  );
}

const partOf = ({ done, of }: { readonly done: number; readonly of: number }) =>
  of === 0 ? null : done / of;

function Acts({ rule, rules, onEdit }: CardProps) {
  const { t } = useI18n();
  const words = t.plan.rules;
  const { user } = useSession();
  const [asking, setAsking] = useState(false);
  const isTheirs = user !== null && isScopeWithin(rule.scope, user.scope);
  if (rule.state === 'retired' || !isTheirs) return null;
  const isOn = rule.state === 'on';
  return (
    <p class="row mt2">
      <Button kind="outlined" onClick={() => setAsking(true)}>
        {isOn ? words.switchOff : words.switchOn}
      </Button>
      {!isOn && (
        <>
          <Button kind="quiet" onClick={onEdit}>
            {words.edit}
          </Button>
          <Button kind="quiet" busy={rules.busy} onClick={() => rules.switchTo(rule, 'retired')}>
            {words.putAway}
          </Button>
        </>
      )}
      {asking && <AskFirst rule={rule} rules={rules} onClose={() => setAsking(false)} />}
    </p>
  );
}

interface AskProps {
  readonly rule: Rule;
  readonly rules: Rules;
  readonly onClose: () => void;
}

/** What it links now, or takes back, before it does. */
function AskFirst({ rule, rules, onClose }: AskProps) {
  const { t } = useI18n();
  const words = t.plan.rules;
  const { data, error, refetch } = useQuery(paths.rulePreview(rule.survey, rule.id));
  const isOn = rule.state === 'on';
  const does = () => {
    if (isOn) return words.offDo(formatNumber(data?.wouldUnlink ?? rule.linked));
    if (!data || data.looked < data.of) return words.onDoSample;
    return words.onDo(formatNumber(data.wouldLink));
  };
  const go = async () => {
    if (await rules.switchTo(rule, isOn ? 'off' : 'on')) onClose();
  };
  return (
    <ConfirmDialog
      open
      title={isOn ? words.offTitle : words.onTitle}
      act={does()}
      busy={rules.busy}
      onDo={go}
      onClose={onClose}
    >
      {!data && !error && <LoadingState lines={3} />}
      {error && !data && <ProblemState problem={error} onRetry={refetch} />}
      {data && isOn && <p class="mt2">{words.offWhy(formatNumber(data.wouldUnlink))}</p>}
      {data && !isOn && <RulePreviewLines preview={data} />}
    </ConfirmDialog>
  );
}

function History({ rule }: { readonly rule: Rule }) {
  const { t, lang } = useI18n();
  const words = t.plan.rules;
  return (
    <details class="small mt2">
      <summary>{words.history}</summary>
      <ol class="examples">
        {rule.history.map(({ act, by, at }) => (
          <li key={at}>{words.actBy(words.acts[act], by, formatInstant(at, lang))}</li>
        ))}
      </ol>
    </details>
  );
}
