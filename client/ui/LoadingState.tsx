import { useEffect, useState } from 'preact/hooks';
import { useI18n } from '../i18n/i18n.ts';

interface LoadingStateProps {
  /** what is being done; “กำลังโหลด…” unless told */
  readonly text?: string;
  /** lines of the shape that will stand here */
  readonly lines?: number;
}

const widths = [92, 60, 74, 52, 83, 44, 66, 36];

/** The shape of what comes, at once; words when it takes longer than 300 ms. */
export function LoadingState({ text, lines = 5 }: LoadingStateProps) {
  const { t } = useI18n();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="loading" aria-busy="true">
      <p class="muted" role="status">
        {slow ? (text ?? t.common.loading) : ''}
      </p>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} class="sk" style={{ width: `${widths[line % widths.length]}%` }} />
      ))}
    </div>
  );
}
