import type { ComponentChildren } from 'preact';
import { Icon } from '../Icon.tsx';
import { chevronDown } from '../icons.ts';

interface FilterSelectProps {
  readonly label: string;
  /** '' = not filtered */
  readonly value: string;
  /** what the first line says */
  readonly any: string;
  /** several values are chosen by the address: said instead of one of them */
  readonly several?: string | undefined;
  readonly onChange: (value: string) => void;
  readonly children: ComponentChildren;
}

/** One filter as a list to choose from. */
export function FilterSelect(props: FilterSelectProps) {
  const { label, value, any, several, onChange, children } = props;
  // without a first line nothing can be taken away: it is a choice, not a filter
  const isOn = any !== '' && (value !== '' || several !== undefined);
  return (
    <label class="filter">
      <span>{label}</span>
      <span class={isOn ? 'sel on' : 'sel'}>
        <select
          value={several === undefined ? value : 'several'}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {any !== '' && <option value="">{any}</option>}
          {several !== undefined && (
            <option value="several" disabled>
              {several}
            </option>
          )}
          {children}
        </select>
        <Icon of={chevronDown} small />
      </span>
    </label>
  );
}
