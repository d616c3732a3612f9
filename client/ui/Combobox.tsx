// Type-ahead over a fixed list (WAI-ARIA combobox with listbox): no free text gets through.
import { useEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../i18n/format.ts';
import { useI18n } from '../i18n/i18n.ts';
import { announce } from './Announcer.tsx';
import { Field, type FieldProps, type ReadWithLabel } from './Field.tsx';
import type { ComboOption } from './find-options.ts';
import { pressKey, useTypeAhead } from './use-type-ahead.ts';

export type { ComboOption } from './find-options.ts';

interface ComboboxProps extends FieldProps {
  readonly value: string | null;
  readonly options: readonly ComboOption[];
  /** null while what is typed is none of the options */
  readonly onChange: (value: string | null) => void;
  readonly onLeave?: () => void;
}

export function Combobox(props: ComboboxProps) {
  return <Field {...props}>{(control) => <Control {...props} control={control} />}</Field>;
}

function Control({ control, ...props }: ComboboxProps & { control: ReadWithLabel }) {
  const { t } = useI18n();
  const sayFound = (count: number) =>
    announce(count > 0 ? t.common.matches(formatNumber(count)) : t.common.noMatch);
  const list = useTypeAhead({ ...props, onFound: sayFound });
  const { open, active } = list;
  const listId = `${control.id}-list`;
  return (
    <div class="combo">
      <input
        {...control}
        class="inp"
        type="text"
        role="combobox"
        autoComplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && active >= 0 ? `${listId}-${active}` : undefined}
        value={list.text}
        onInput={(event) => list.type(event.currentTarget.value)}
        onClick={() => list.setOpen(true)}
        onKeyDown={(event) => pressKey(list, event)}
        onBlur={() => {
          list.leave();
          props.onLeave?.();
        }}
      />
      <Options id={listId} label={props.label} {...list} />
    </div>
  );
}

interface OptionsProps {
  readonly id: string;
  readonly label: string;
  readonly open: boolean;
  readonly active: number;
  readonly shown: readonly ComboOption[];
  readonly choose: (option: ComboOption) => void;
}

function Options({ id, label, open, active, shown, choose }: OptionsProps) {
  const { t } = useI18n();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div id={id} ref={list} class="combo-list" role="listbox" aria-label={label} hidden={!open}>
      {shown.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys are handled by the input, which keeps the focus
        <div
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
        >
          {option.label}
          {option.note && <small>{option.note}</small>}
        </div>
      ))}
      {shown.length === 0 && (
        // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus
        <div role="option" aria-disabled="true" aria-selected="false">
          {t.common.noMatch}
        </div>
      )}
    </div>
  );
}
