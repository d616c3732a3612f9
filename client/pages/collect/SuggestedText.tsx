import { Field } from '../../ui/Field.tsx';
import type { ControlProps } from './question-props.ts';

interface Suggestion {
  readonly value: string;
  /** what it is called besides */
  readonly label?: string | undefined;
}

type SuggestedTextProps = Pick<ControlProps, 'field' | 'value' | 'set' | 'leave'> & {
  readonly suggestions: readonly Suggestion[];
};

/** The list only proposes: what is new, or written otherwise, must not stop anybody. */
export function SuggestedText({ field, value, set, leave, suggestions }: SuggestedTextProps) {
  return (
    <Field {...field}>
      {(control) => (
        <>
          <input
            {...control}
            class="inp"
            type="text"
            list={`${field.id}-list`}
            autoComplete="off"
            value={value}
            onInput={(event) => set(event.currentTarget.value)}
            onBlur={leave}
          />
          <datalist id={`${field.id}-list`}>
            {suggestions.map((one) => (
              <option key={one.value} {...one} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
