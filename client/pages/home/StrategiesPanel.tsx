import type { FiguresReply } from '../../../shared/api/figures.ts';
import { type Strategy, strategies } from '../../../shared/survey/strategies.ts';
import { formatInstant, formatNumber, formatPercent } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { StrategyKey } from '../../ui/StrategyKey.tsx';

/** shares are hidden below this base */
const leastForShares = 5;

export function StrategiesPanel({ reply }: { readonly reply: FiguresReply }) {
  const { t, lang } = useI18n();
  const { issues: base } = reply.strip;
  const rows = (reply.figures['by-strategy'] ?? [])
    .filter(({ strategy }) => (strategies as readonly string[]).includes(strategy))
    .sort((a, b) => b.issues - a.issues);
  return (
    <section class="panel">
      <h2>{t.home.planner.strategies}</h2>
      <ul class="list mt2">
        {rows.map(({ strategy, issues }) => (
          <li key={strategy} class="row between">
            <a class="plain" href={`#/responses?strategy=${strategy}`}>
              <StrategyKey strategy={strategy as Strategy} />
            </a>
            <span>
              <b>{formatNumber(issues)}</b>{' '}
              {base >= leastForShares && (
                <span class="muted">{formatPercent(issues / base, base)}</span>
              )}
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
