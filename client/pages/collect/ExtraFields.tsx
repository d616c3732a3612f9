// Questions of the survey's own: a number, one or several of its options, yes or no.

import type { Option } from '../../../shared/survey/definition.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Lang } from '../../i18n/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckGroup } from '../../ui/CheckGroup.tsx';
import { x } from '../../ui/icons.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import { useRest } from './form-rest.ts';
import type { ControlProps } from './question-props.ts';

export function NumberField({ field, value, warnings, set, leave }: ControlProps) {
  const { t } = useI18n();
  const number = useRest()?.parseNumber(value.trim()) ?? null;
  // a number that is read as it stands needs no word, and beside an error none helps
  const isPlain = number === null || String(number) === value.trim();
  const understood = isPlain || field.error ? null : number;
  return (
    <>
      <TextInput
        {...field}
        value={value}
        inputMode="decimal"
        autoComplete="off"
        onInput={set}
        onLeave={leave}
      />
      <FieldNotes
        understood={
          understood === null ? null : t.collect.numberUnderstood(formatNumber(understood))
        }
        warnings={warnings}
      />
    </>
  );
}

export function OneField(props: ControlProps) {
  const { lang } = useI18n();
  return <Choice {...props} choices={choicesOf(props.question.options, lang)} />;
}

export function YesNoField(props: ControlProps) {
  const { t } = useI18n();
  const choices = [
    { value: 'yes', label: t.common.yes },
    { value: 'no', label: t.common.no },
  ];
  return <Choice {...props} choices={choices} />;
}

interface ChoiceProps extends ControlProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** An answer that is not required can be taken back. */
function Choice({ field, question, value, set, choices }: ChoiceProps) {
  const { t } = useI18n();
  const clear = () => {
    set('');
    // the button goes away with the answer
    document.getElementById(field.id)?.focus();
  };
  return (
    <>
      <RadioGroup {...field} value={value || null} choices={choices} onChange={set} />
      {value !== '' && !question.required && (
        <Button kind="quiet" icon={x} label={t.collect.clearAnswerOf(field.label)} onClick={clear}>
          {t.collect.clearAnswer}
        </Button>
      )}
    </>
  );
}

export function ManyField({ field, question, chosen, choose }: ControlProps) {
  const { lang } = useI18n();
  const choices = choicesOf(question.options, lang);
  return <CheckGroup {...field} values={chosen} choices={choices} onChange={choose} />;
}

function choicesOf(options: readonly Option[] = [], lang: Lang) {
  return options.map((option) => ({ value: option.key, label: nameIn(option, lang) }));
}
