import { Icon } from '../../ui/Icon.tsx';
import { check, triangleAlert } from '../../ui/icons.ts';

interface FieldNotesProps {
  /** how the rules read what was typed */
  readonly understood?: string | null;
  readonly warnings: readonly string[];
}

/** Under a control, while typing: what was understood, and what the rules remark without stopping anybody. */
export function FieldNotes({ understood, warnings }: FieldNotesProps) {
  return (
    <div class="notes" aria-live="polite">
      {understood && (
        <p class="tag ok">
          <Icon of={check} />
          <span>{understood}</span>
        </p>
      )}
      {warnings.map((text) => (
        <p class="tag warning" key={text}>
          <Icon of={triangleAlert} />
          <span>{text}</span>
        </p>
      ))}
    </div>
  );
}
