import { useEffect, useRef, useState } from 'preact/hooks';
import { TextInput } from '../TextInput.tsx';

/** what is typed is asked for when nothing more is typed */
const restMs = 300;

interface TypedFilterProps {
  readonly label: string;
  /** as the address has it */
  readonly value: string;
  /** most letters */
  readonly maxLength?: number;
  /** also told what is chosen already */
  readonly onChange: (value: string) => void;
}

/** Words to search for; the address holds them. */
export function TypedFilter({ label, value, maxLength = 100, onChange }: TypedFilterProps) {
  const [text, setText] = useState(value);
  const said = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;
  // when the filters are cleared elsewhere; what was typed here comes back without its blanks, which may still be typed on
  useEffect(() => {
    if (value !== said.current) setText(value);
    said.current = value;
  }, [value]);
  useEffect(() => {
    const timer = setTimeout(() => {
      said.current = text.trim();
      tell.current(said.current);
    }, restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextInput label={label} type="search" value={text} maxLength={maxLength} onInput={setText} />
  );
}
