import { useI18n } from '../../../i18n/i18n.ts';

/** Where the numbers above it come from, line by line; bold parts stand between bars: `n = |9,837| issues`. */
export function HonestyStrip({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useI18n();
  return (
    <ul class="honest" aria-label={t.dashboard.sources}>
      {lines.map((line) => (
        <li key={line}>
          {line
            .split('|')
            .map((part, index) =>
              index % 2 === 1 ? <b key={`${index} ${part}`}>{part}</b> : part,
            )}
        </li>
      ))}
    </ul>
  );
}
