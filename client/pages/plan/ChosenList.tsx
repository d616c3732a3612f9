import { useState } from 'preact/hooks';
import { useI18n } from '../../i18n/i18n.ts';
import { Combobox, type ComboOption } from '../../ui/Combobox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { x } from '../../ui/icons.ts';

interface ChosenListProps {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly values: readonly string[];
  readonly options: readonly ComboOption[];
  readonly nameOf: (value: string) => string;
  readonly onChange: (values: readonly string[]) => void;
}

/** Several of many: one after the other is typed and added; each can be taken away again. */
export function ChosenList(props: ChosenListProps) {
  const { id, label, error, values, options, nameOf, onChange } = props;
  const { t } = useI18n();
  // the field begins anew after each that was added
  const [round, setRound] = useState(0);
  const add = (value: string | null) => {
    if (value === null || value === '' || values.includes(value)) return;
    onChange([...values, value]);
    setRound(round + 1);
    // what has begun anew takes the keyboard along
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  return (
    <div class="chosen-list">
      <Combobox
        key={round}
        id={id}
        label={label}
        hint={values.length > 0 ? t.plan.choose : undefined}
        error={error}
        value={null}
        options={options.filter(({ value }) => !values.includes(value))}
        onChange={add}
      />
      {values.length > 0 && (
        <ul class="chips" aria-label={t.plan.chosen(label)}>
          {values.map((value) => (
            <li key={value}>
              <button
                type="button"
                class="chip"
                aria-label={t.common.remove(nameOf(value))}
                onClick={() => onChange(values.filter((one) => one !== value))}
              >
                {nameOf(value)}
                <Icon of={x} small />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
