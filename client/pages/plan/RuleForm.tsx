// A rule as it is written, and beside it what it would link.
import { useState } from 'preact/hooks';
import type { Rule } from '../../../shared/api/rules.ts';
import { soughtWord } from '../../../shared/plan/rule-words.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { RuleFilters } from './RuleFilters.tsx';
import { RulePreviewLines } from './RulePreviewLines.tsx';
import { draftOf, emptyDraft, type RuleDraft, ruleOf, wordsTyped } from './rule-words-typed.ts';
import { useSubPlans } from './sub-plans.ts';
import { type Rules, usePreviewOf } from './use-rules.ts';

interface FormProps {
  readonly survey: string;
  /** null: a new one */
  readonly rule: Rule | null;
  readonly rules: Rules;
  readonly onDone: () => void;
}

export function RuleForm({ survey, rule, rules, onDone }: FormProps) {
  const { t } = useI18n();
  const words = t.plan.rules;
  const [draft, setDraft] = useState<RuleDraft>(rule ? draftOf(rule) : emptyDraft);
  const [tried, setTried] = useState(false);
  const terms = ruleOf(draft);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (terms && (await rules.save(rule, terms))) onDone();
  };
  const set = (change: Partial<RuleDraft>) => setDraft((before) => ({ ...before, ...change }));
  return (
    <form class="panel mt4 rule-form" onSubmit={submit} noValidate>
      <div>
        <h2>{rule ? words.edit : words.add}</h2>
        <RuleFields draft={draft} tried={tried} onChange={set} />
        <FailureNotice of={rules.failure} />
        <p class="row mt4">
          <Button kind="primary" type="submit" busy={rules.busy}>
            {rules.busy ? words.saving : words.save}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t.common.cancel}
          </Button>
        </p>
      </div>
      <PreviewBeside survey={survey} terms={terms} />
    </form>
  );
}

interface FieldsProps {
  readonly draft: RuleDraft;
  readonly tried: boolean;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}

function RuleFields({ draft, tried, onChange }: FieldsProps) {
  const { t } = useI18n();
  const { all, nameOf } = useSubPlans();
  const words = t.plan.rules;
  const typed = wordsTyped(draft.words);
  const isShort = typed.some((word) => !soughtWord(word));
  const wrong = isShort ? words.wordTooShort : words.wordsMissing;
  const active = all.filter(({ state }) => state === 'active');
  return (
    <>
      <TextInput
        label={words.words}
        hint={words.wordsHint}
        error={tried && (isShort || typed.length === 0) ? wrong : undefined}
        value={draft.words}
        maxLength={1000}
        lang="th"
        onInput={(line) => onChange({ words: line })}
      />
      {typed.length > 1 && (
        <RadioGroup
          label={words.match}
          value={draft.match}
          choices={(['any', 'all'] as const).map((value) => ({
            value,
            label: words.matches[value],
          }))}
          onChange={(value) => onChange({ match: value === 'all' ? 'all' : 'any' })}
        />
      )}
      <RadioGroup
        label={words.where}
        value={draft.where}
        choices={(['title', 'text'] as const).map((value) => ({
          value,
          label: words.wheres[value],
        }))}
        onChange={(value) => onChange({ where: value === 'text' ? 'text' : 'title' })}
      />
      <Combobox
        label={words.subPlan}
        error={tried && draft.subPlan === null ? words.subPlanMissing : undefined}
        value={draft.subPlan}
        options={active.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        onChange={(subPlan) => onChange({ subPlan })}
      />
      <RuleFilters filters={draft.filters} onChange={(filters) => onChange({ filters })} />
    </>
  );
}

interface PreviewProps {
  readonly survey: string;
  readonly terms: ReturnType<typeof ruleOf>;
}

function PreviewBeside({ survey, terms }: PreviewProps) {
  const { t } = useI18n();
  const words = t.plan.rules;
  const { preview, looking, failure } = usePreviewOf(survey, terms);
  return (
    <section class="rule-beside" aria-live="polite" aria-busy={looking}>
      <h3>{words.preview}</h3>
      {!terms && <p class="muted">{words.previewFirst}</p>}
      {looking && <p class="muted">{words.looking}</p>}
      <FailureNotice of={failure} />
      {terms && preview && <RulePreviewLines preview={preview} />}
    </section>
  );
}
