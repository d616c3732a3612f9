import { useEffect, useRef } from 'preact/hooks';
import { FieldLink } from './FieldLink.tsx';
import { Icon } from './Icon.tsx';
import { circleAlert } from './icons.ts';

interface Entry {
  /** id of the field */
  readonly field: string;
  readonly text: string;
}

interface ErrorSummaryProps {
  /** such as “ยังบันทึกไม่ได้ มี 2 จุดต้องแก้” */
  readonly title: string;
  readonly entries: readonly Entry[];
  /** grows with each attempt; the summary takes the focus each time */
  readonly attempt: number;
}

/** On top of a form after an attempt that failed; each entry leads to its field. */
export function ErrorSummary({ title, entries, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = entries.length > 0;
  // focus moves with attempts, not with typing
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [attempt]);
  if (!shown) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>
        <Icon of={circleAlert} />
        {title}
      </h2>
      <ul>
        {entries.map(({ field, text }) => (
          <li key={field}>
            <FieldLink field={field}>{text}</FieldLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
