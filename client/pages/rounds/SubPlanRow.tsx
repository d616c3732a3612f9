import { useState } from 'preact/hooks';
import type { SubPlan } from '../../../shared/survey/definition.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { splitWords } from './split-words.ts';

interface SubPlanRowProps {
  readonly plan: SubPlan;
  /** another has the same code */
  readonly isTwice: boolean;
  readonly onChange: (plan: SubPlan) => void;
  /** null: it is the first */
  readonly onUp: (() => void) | null;
}

const wrongCode = { 'aria-invalid': 'true', 'aria-describedby': 'round-codes-error' } as const;

export function SubPlanRow({ plan, isTwice, onChange, onUp }: SubPlanRowProps) {
  const { t } = useI18n();
  const words = t.rounds;
  const { code, nameTh, nameEn, state } = plan;
  // what is typed keeps its commas until it is left
  const [typed, setTyped] = useState(plan.words.join(', '));
  const cell = (label: string, value: string, most: number, onInput: (text: string) => void) => (
    <label class="round-cell">
      <span class="small muted">{label}</span>
      <input
        class="inp"
        aria-label={words.of(label, code)}
        {...(label === words.code && isTwice && wrongCode)}
        value={value}
        maxLength={most}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <div class={state === 'retired' ? 'round-plan retired' : 'round-plan'}>
      {cell(words.code, code, 20, (text) => onChange({ ...plan, code: text.trim() }))}
      {cell(words.planTh, nameTh, 200, (text) => onChange({ ...plan, nameTh: text }))}
      {cell(words.planEn, nameEn ?? '', 200, (text) => onChange({ ...plan, nameEn: text || null }))}
      {cell(words.words, typed, 2000, (text) => {
        setTyped(text);
        onChange({ ...plan, words: splitWords(text) });
      })}
      <span class="row">
        {onUp && (
          <Button dense kind="quiet" label={words.of(words.up, code)} onClick={onUp}>
            {words.up}
          </Button>
        )}
        <Button
          dense
          kind="quiet"
          label={words.of(state === 'active' ? words.retire : words.restore, code)}
          onClick={() => onChange({ ...plan, state: state === 'active' ? 'retired' : 'active' })}
        >
          {state === 'active' ? words.retire : words.restore}
        </Button>
      </span>
    </div>
  );
}
