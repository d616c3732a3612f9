import { useI18n } from '../i18n/i18n.ts';

interface SeverityMarkProps {
  /** 1 (least) to 5 (most); null when not given */
  readonly level: number | null;
}

/** Number, word and five rising bars; what is missing is said, never drawn as nothing. */
export function SeverityMark({ level }: SeverityMarkProps) {
  const { t } = useI18n();
  if (level === null) return <span class="muted">{t.common.none}</span>;
  const word = t.common.severityWords[level - 1] ?? '';
  return (
    <span class="sev-mark">
      <span class="sev" role="img" aria-label={t.common.severityOf(level, word)}>
        {[1, 2, 3, 4, 5].map((bar) => (
          <i key={bar} class={bar <= level ? 'on' : ''} />
        ))}
      </span>
      <span aria-hidden="true">
        {level} {word}
      </span>
    </span>
  );
}
