// What a combobox does when keys are pressed: no drawing.
import { useState } from 'preact/hooks';
import { type ComboOption, findOptions, sameOption } from './find-options.ts';

const maxShown = 100;

interface TypeAheadProps {
  readonly value: string | null;
  readonly options: readonly ComboOption[];
  readonly onChange: (value: string | null) => void;
  /** how many options are left after typing */
  readonly onFound: (count: number) => void;
}

export function useTypeAhead({ value, options, onChange, onFound }: TypeAheadProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const matching = typed === null ? options : findOptions(options, typed);
  const shown = matching.slice(0, maxShown);
  const chosen = options.find((option) => option.value === value);

  const choose = (option: ComboOption) => {
    onChange(option.value);
    setTyped(null);
    setOpen(false);
  };
  const type = (text: string) => {
    setTyped(text);
    setOpen(true);
    const found = findOptions(options, text);
    setActive(text.trim() !== '' && found.length > 0 ? 0 : -1);
    onFound(found.length);
    onChange(sameOption(found, text)?.value ?? null);
  };
  const move = (step: number) => {
    setOpen(true);
    const from = active < 0 && step < 0 ? 0 : active;
    if (shown.length > 0) setActive((from + step + shown.length) % shown.length);
  };
  /** What was typed can only mean one thing: take it. */
  const leave = () => {
    const option = shown[active];
    if (open && typed?.trim() && option && matching.length === 1) choose(option);
    setOpen(false);
  };
  const text = typed ?? chosen?.label ?? '';
  return { text, open, active, shown, choose, type, move, leave, setOpen };
}

/** Arrow keys move, Enter takes, Escape closes. */
export function pressKey(list: ReturnType<typeof useTypeAhead>, event: KeyboardEvent): void {
  const option = list.shown[list.active];
  if (event.key === 'ArrowDown') list.move(1);
  else if (event.key === 'ArrowUp') list.move(-1);
  else if (event.key === 'Enter' && list.open && option) list.choose(option);
  else if (event.key === 'Escape' && list.open) list.setOpen(false);
  else return;
  event.preventDefault();
}
