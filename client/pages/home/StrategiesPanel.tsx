import type { CountsOf } from '../../../shared/api/figures.ts';
import { strategyShares } from '../../../shared/figures/by-strategy.ts';
import { formatInstant, formatNumber, formatPercent } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { StrategyKey } from '../../ui/StrategyKey.tsx';

/** In how many responses each strategy is raised: the very rows that the overview draws. */
export function StrategiesPanel({ reply }: { readonly reply: CountsOf<'by-strategy'> }) {
  const { t, lang } = useI18n();
  const { rows, base } = strategyShares(reply);
  return (
    <section class="panel">
      <h2>{t.home.planner.strategies}</h2>
      <ul class="list mt2">
        {rows.map(({ strategy, responses, share }) => (
          <li key={strategy} class="row between">
            <a class="plain" href={`#/responses?strategy=${strategy}`}>
              <StrategyKey strategy={strategy} />
            </a>
            <span>
              <b>{formatNumber(responses)}</b>{' '}
              {share !== null && <span class="muted">{formatPercent(share, base)}</span>}
            </span>
          </li>
        ))}
      </ul>
      <p class="small muted mt2">
        n = {formatNumber(base)} · {t.common.asOf(formatInstant(reply.asOf, lang))}
      </p>
    </section>
  );
}
