// Questions whose answer is chosen, and the one that counts people.
import { strategies } from '../../../shared/survey/strategies.ts';
import { aboutWords } from '../../../shared/text/about-words.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { StrategyKey } from '../../ui/StrategyKey.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import { useRest } from './form-rest.ts';
import type { ControlProps } from './question-props.ts';

export function RespondentField({ field, value, warnings, set }: ControlProps) {
  const { t } = useI18n();
  const choices = (['citizen', 'agency'] as const).map((type) => ({
    value: type,
    label: t.common[type],
  }));
  return (
    <>
      <RadioGroup {...field} value={value || null} choices={choices} onChange={set} />
      <FieldNotes warnings={warnings} />
    </>
  );
}

/** People choose what it is about in everyday words; the strategy follows from it. */
export function StrategyField({ field, value, warnings, set }: ControlProps) {
  const { t } = useI18n();
  const choices = strategies.map((strategy) => ({
    value: strategy as string,
    label: t.collect.everyday[strategy],
    children: (
      <>
        <span class="everyday">{t.collect.everyday[strategy]}</span>
        <StrategyKey strategy={strategy} show="number" />
      </>
    ),
  }));
  return (
    <>
      <RadioGroup
        {...field}
        value={value || null}
        choices={[...choices, { value: 'unsure', label: t.collect.unsure }]}
        onChange={set}
      />
      <FieldNotes warnings={warnings} />
    </>
  );
}

export function SeverityField({ field, value, warnings, set }: ControlProps) {
  const { t } = useI18n();
  return (
    <>
      <RadioGroup
        {...field}
        look="row"
        value={value || null}
        choices={t.common.severityWords.map((word, index) => ({
          value: String(index + 1),
          label: word,
          children: (
            <>
              <span class="sev" aria-hidden="true">
                {[0, 1, 2, 3, 4].map((bar) => (
                  <i key={bar} class={bar <= index ? 'on' : ''} />
                ))}
              </span>
              <b>{index + 1}</b> {word}
            </>
          ),
        }))}
        onChange={set}
      />
      <FieldNotes warnings={warnings} />
    </>
  );
}

/** what people say when nobody has counted */
const estimates = [10, 50, 100, 500] as const;

export function AffectedField({ field, value, warnings, set, leave }: ControlProps) {
  const { t, lang } = useI18n();
  const people = useRest()?.parsePeople(value).people ?? null;
  return (
    <>
      <TextInput {...field} value={value} autoComplete="off" onInput={set} onLeave={leave} />
      <p class="row tight estimates">
        {estimates.map((about) => {
          const text = `${aboutWords[lang]} ${formatNumber(about)}`;
          return (
            <Button key={about} dense kind="quiet" onClick={() => set(text)}>
              {text}
            </Button>
          );
        })}
      </p>
      <FieldNotes
        understood={people === null ? null : t.collect.affectedUnderstood(formatNumber(people))}
        warnings={warnings}
      />
    </>
  );
}
