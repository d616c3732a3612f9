import type { ComponentChildren } from 'preact';

interface FieldLinkProps {
  /** id of the field */
  readonly field: string;
  readonly children: ComponentChildren;
}

/** Leads to a field of this page, with the focus. */
export function FieldLink({ field, children }: FieldLinkProps) {
  return (
    <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
      {children}
    </a>
  );
}

/** The address behind `#` is the page, so the jump is ours to make. */
function goTo(event: MouseEvent, field: string): void {
  event.preventDefault();
  const target = document.getElementById(field);
  target?.scrollIntoView({ block: 'center' });
  const control = target?.matches('fieldset') ? target.querySelector('input') : target;
  control?.focus({ preventScroll: true });
}
