// A cell of the grid while it is mended: what it said, what would be right, and this value everywhere.
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useI18n } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { circleAlert, copyCheck } from '../../../ui/icons.ts';
import { asList, asOption } from './grid-roles.ts';
import { nearest, type ValueOption } from './value-options.ts';

export type Mended = { readonly value: string; readonly everywhere: boolean };
/** where the active cell goes afterwards */
export type Onwards = 'down' | 'right' | 'stay';

interface CellEditorProps {
  readonly label: string;
  readonly text: string;
  /** what is wrong with it, a sentence each */
  readonly reasons: readonly string[];
  readonly options: readonly ValueOption[];
  /** the value as the file has it, and in how many rows */
  readonly alike: { readonly value: string; readonly rows: number } | null;
  readonly onDone: (mended: Mended, onwards: Onwards) => void;
  readonly onCancel: () => void;
}

const mostOptions = 5;
/** of the window, in pixels */
const edge = 8;
/** what stays at the foot of the window */
const barHeight = 80;

export function CellEditor(props: CellEditorProps) {
  const { label, reasons, alike, onDone, onCancel } = props;
  const words = useI18n().t.mend;
  const list = useId();
  const { text, setText, offered, picked, pick } = useOffered(props);
  const box = useRef<HTMLDivElement>(null);
  usePlace(box);
  const done = (everywhere: boolean, onwards: Onwards, value = picked?.value ?? text) =>
    onDone({ value, everywhere: everywhere && alike !== null }, onwards);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const { key } = event;
    if (key === 'Escape') onCancel();
    else if (key === 'Enter') done(event.ctrlKey || event.metaKey, 'down');
    else if (key === 'Tab' && !event.shiftKey) done(false, 'right');
    else if (key === 'ArrowDown') pick(1);
    else if (key === 'ArrowUp') pick(-1);
    else return;
    event.preventDefault();
  };
  return (
    <div class="editor" ref={box} onFocusOut={(event) => leaves(event) && onCancel()}>
      <input
        class="inp"
        role="combobox"
        aria-label={label}
        aria-expanded={offered.length > 0}
        aria-controls={list}
        aria-activedescendant={picked ? `${list}-${offered.indexOf(picked)}` : undefined}
        autoComplete="off"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onKeyDown}
        ref={focusOnce}
      />
      <div class="editor-more">
        {reasons.map((reason) => (
          <p key={reason} class="err">
            <Icon of={circleAlert} small /> {reason}
          </p>
        ))}
        <div {...asList(list, label)}>
          {offered.map((option, at) => (
            <div
              key={option.value}
              {...asOption(`${list}-${at}`, option === picked, () =>
                done(false, 'down', option.value),
              )}
            >
              {option.label}
            </div>
          ))}
        </div>
        <p class="row acts-left">
          <Button dense kind="primary" onClick={() => done(false, 'stay')}>
            {words.save}
          </Button>
          <Button dense onClick={onCancel}>
            {words.cancel}
          </Button>
        </p>
        {alike && alike.rows > 1 && (
          <Button dense icon={copyCheck} onClick={() => done(true, 'stay')}>
            {words.everywhere(alike.value, alike.rows)}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What is offered while a text is typed, and which of it is picked by the arrows. */
function useOffered({ text: before, options }: Pick<CellEditorProps, 'text' | 'options'>) {
  const [text, typed] = useState(before);
  const [at, setAt] = useState(-1);
  const alike = nearest(text, options, mostOptions);
  const offered = text.trim() === '' || alike.length === 0 ? options.slice(0, 6) : alike;
  return {
    text,
    offered,
    picked: offered[at] ?? null,
    setText: (next: string) => {
      typed(next);
      setAt(-1);
    },
    pick: (by: number) => setAt(Math.max(Math.min(at + by, offered.length - 1), -1)),
  };
}

function focusOnce(input: HTMLInputElement | null): void {
  if (!input || input.dataset.focused) return;
  input.dataset.focused = 'yes';
  input.focus();
  input.select();
}

/** What belongs to the cell stands under it, or above it where there is no room, and over whatever it would be cut off by. */
function usePlace(box: { readonly current: HTMLDivElement | null }): void {
  useLayoutEffect(() => {
    const more = box.current?.querySelector('.editor-more');
    if (!box.current || !(more instanceof HTMLElement)) return;
    const cell = box.current.getBoundingClientRect();
    const { offsetHeight: height, offsetWidth: width } = more;
    const fits = cell.bottom + height < innerHeight - barHeight;
    more.style.top = `${Math.max(fits ? cell.bottom : cell.top - height, edge)}px`;
    more.style.left = `${Math.max(Math.min(cell.left, innerWidth - width - edge), edge)}px`;
  }, [box]);
}

/** Another part of the editor is no way out. */
function leaves({ currentTarget, relatedTarget }: FocusEvent): boolean {
  const box = currentTarget as Element; // the editor itself
  return relatedTarget instanceof Node && !box.contains(relatedTarget);
}
