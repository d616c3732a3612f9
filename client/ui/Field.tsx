import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useI18n } from '../i18n/i18n.ts';
import { Icon } from './Icon.tsx';
import { circleAlert } from './icons.ts';
import { running } from './Running.tsx';

/** What every field takes; `id` is what an ErrorSummary links to. */
export interface FieldProps {
  readonly id?: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

/** What a control must carry so that label, hint and error are read with it. */
export interface ReadWithLabel {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

interface WithControl extends FieldProps {
  readonly children: (control: ReadWithLabel) => ComponentChildren;
}

/** Label, hint, error, control, in this order. */
export function Field({ id, label, hint, error, optional, children }: WithControl) {
  const own = useId();
  const at = id ?? own;
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label class="l" for={at}>
        {label}
        <Optional when={optional} />
      </label>
      <HintAndError at={at} hint={hint} error={error} />
      {children(controlProps(at, hint, error))}
    </div>
  );
}

/** The same for a group of controls, as a fieldset. */
export function FieldGroup({ id, label, hint, error, optional, children }: WithControl) {
  const own = useId();
  const at = id ?? own;
  const { 'aria-describedby': describedBy } = controlProps(at, hint, error);
  return (
    <fieldset
      id={at}
      tabIndex={-1}
      class={error ? 'field bad' : 'field'}
      aria-describedby={describedBy}
    >
      <legend>
        {label}
        <Optional when={optional} />
      </legend>
      <HintAndError at={at} hint={hint} error={error} />
      {children(controlProps(at, hint, error))}
    </fieldset>
  );
}

function controlProps(
  at: string,
  hint: ComponentChildren,
  error: string | undefined,
): ReadWithLabel {
  const described = [hint && `${at}-hint`, error && `${at}-error`].filter(Boolean).join(' ');
  return {
    id: at,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? 'true' : undefined,
  };
}

function Optional({ when }: { when: boolean | undefined }) {
  const { t } = useI18n();
  return when ? <em> {t.common.optional}</em> : null;
}

interface HintAndErrorProps {
  readonly at: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
}

function HintAndError({ at, hint, error }: HintAndErrorProps) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${at}-hint`}>
          {running(hint)}
        </p>
      )}
      {error && (
        <p class="err" id={`${at}-error`}>
          <Icon of={circleAlert} />
          <span>{error}</span>
        </p>
      )}
    </>
  );
}
