import { useI18n } from '../../../i18n/i18n.ts';
import type { AboutLine } from './table-twin.ts';

/** On paper: what was chosen, how much of it was counted, and as of when. On the screen the filters say it. */
export function PrintHead({ lines }: { readonly lines: readonly AboutLine[] }) {
  const words = useI18n().t.dashboard;
  return (
    <section class="print-only print-head" aria-label={words.about.title}>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{words.about.small}</dt>
          <dd>{words.about.smallWhy(words.hidden)}</dd>
        </div>
      </dl>
    </section>
  );
}
