import { useI18n } from '../../i18n/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { x } from '../../ui/icons.ts';
import type { Chip } from './response-filters.ts';

interface FilterChipsProps {
  readonly chips: readonly Chip[];
}

/** What narrows the list; pressing one takes it away. */
export function FilterChips({ chips }: FilterChipsProps) {
  const { t } = useI18n();
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={t.responses.filters}>
      {chips.map((chip) => (
        <li key={chip.text}>
          <a class="chip" href={`#${chip.without}`} aria-label={t.common.remove(chip.text)}>
            {chip.text}
            <Icon of={x} small />
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a class="small" href="#/responses">
            {t.responses.clear}
          </a>
        </li>
      )}
    </ul>
  );
}
