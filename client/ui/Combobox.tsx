// Type-ahead over a fixed list (WAI-ARIA combobox with listbox): no free text gets through.
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../i18n/format.ts';
import { useI18n } from '../i18n/i18n.ts';
import { announce } from './Announcer.tsx';
import { type ControlProps, Field, type FieldProps } from './Field.tsx';

export interface ComboOption {
  readonly value: string;
  /** what is shown and filled in */
  readonly label: string;
  /** beside it, such as the English name */
  readonly note?: string;
  /** other words that find it: English, short names */
  readonly also?: readonly string[];
}

interface ComboboxProps extends FieldProps {
  readonly value: string | null;
  readonly options: readonly ComboOption[];
  /** null while what is typed is none of the options */
  readonly onChange: (value: string | null) => void;
  readonly onLeave?: () => void;
}

const maxShown = 100;

export function Combobox(props: ComboboxProps) {
  return <Field {...props}>{(control) => <Control {...props} control={control} />}</Field>;
}

function Control({
  label,
  value,
  options,
  onChange,
  onLeave,
  control,
}: ComboboxProps & { control: ControlProps }) {
  const { t } = useI18n();
  const chosen = options.find((option) => option.value === value);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const matching = typed === null ? options : matches(options, typed);
  const shown = matching.slice(0, maxShown);
  const listId = `${control.id}-list`;

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const choose = (option: ComboOption) => {
    onChange(option.value);
    setTyped(null);
    setOpen(false);
  };
  const type = (text: string) => {
    setTyped(text);
    setOpen(true);
    const found = matches(options, text);
    setActive(text.trim() !== '' && found.length > 0 ? 0 : -1);
    announce(found.length > 0 ? t.common.matches(formatNumber(found.length)) : t.common.noMatch);
    onChange(found.find((option) => fold(option.label) === fold(text))?.value ?? null);
  };
  const move = (step: number) => {
    setOpen(true);
    if (shown.length > 0) setActive((active + step + shown.length) % shown.length);
  };
  const leave = () => {
    const option = shown[active];
    if (open && typed !== null && typed.trim() !== '' && option && matching.length === 1)
      choose(option);
    setOpen(false);
    onLeave?.();
  };
  const onKey = (event: KeyboardEvent) => {
    const option = shown[active];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(active < 0 ? 0 : -1);
    else if (event.key === 'Enter' && open && option) choose(option);
    else if (event.key === 'Escape' && open) setOpen(false);
    else return;
    event.preventDefault();
  };

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
        value={typed ?? chosen?.label ?? ''}
        onInput={(event) => type(event.currentTarget.value)}
        onClick={() => setOpen(true)}
        onKeyDown={onKey}
        onBlur={leave}
      />
      <div
        id={listId}
        ref={list}
        class="combo-list"
        role="listbox"
        aria-label={label}
        hidden={!open}
      >
        {shown.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys are handled by the input, which keeps the focus
          <div
            key={option.value}
            id={`${listId}-${index}`}
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
    </div>
  );
}

/** Those that begin with what was typed first, then those that contain it. */
function matches(options: readonly ComboOption[], text: string): readonly ComboOption[] {
  const wanted = fold(text);
  if (wanted === '') return options;
  const words = (option: ComboOption) =>
    [option.label, option.note ?? '', ...(option.also ?? [])].map(fold);
  const begins = options.filter((option) => words(option).some((word) => word.startsWith(wanted)));
  const contains = options.filter(
    (option) => !begins.includes(option) && words(option).some((word) => word.includes(wanted)),
  );
  return [...begins, ...contains];
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.]/g, '')
    .replace(/^จังหวัด/, '');
}
