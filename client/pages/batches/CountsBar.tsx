import type { Batch, Counts } from '../../../shared/api/batches.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { addsUp, byRows, type CountKey, partsOf } from './batch-facts.ts';

interface CountsBarProps {
  readonly counts: Counts;
  readonly skips: Batch['skips'];
}

/** Every row of the file as a bar, and as numbers that visibly add up. */
export function CountsBar({ counts, skips }: CountsBarProps) {
  const { t } = useI18n();
  const words = t.batches.receipt;
  const names: Readonly<Record<CountKey, string>> = {
    accepted: words.accepted,
    same: words.same,
    rejected: words.toFix,
    skipped: words.skipped,
    blank: words.blank,
  };
  const parts = partsOf(counts);
  const bar = [...parts, { key: 'blank' as const, rows: counts.blank }].filter(
    (part) => part.rows > 0,
  );
  return (
    <div class="counts">
      <div class="adds" aria-hidden="true">
        {bar.map((part) => (
          <i key={part.key} class={`fill ${part.key}`} style={{ flexGrow: part.rows }} />
        ))}
      </div>
      <dl class="sum">
        {parts.map((part, index) => (
          <div key={part.key} class={index > 0 ? 'plus' : ''}>
            <dd class={part.key === 'rejected' && part.rows > 0 ? 'error' : ''}>
              {formatNumber(part.rows)}
            </dd>
            <dt>
              <i class={`fill ${part.key}`} />
              {names[part.key]}
              {part.key === 'skipped' && <SkipReasons skips={skips} />}
            </dt>
          </div>
        ))}
        <div class="equals">
          <dd>{formatNumber(counts.rows)}</dd>
          <dt>
            {words.total} · {addsUp(counts) ? words.totalMeaning : words.totalDiffers}
          </dt>
        </div>
        {counts.blank > 0 && (
          <div class="beside">
            <dd>{formatNumber(counts.blank)}</dd>
            <dt>
              <i class="fill blank" />
              {words.blank} · {words.blankMeaning}
            </dt>
          </div>
        )}
      </dl>
    </div>
  );
}

function SkipReasons({ skips }: { readonly skips: Batch['skips'] }) {
  const { t } = useI18n();
  const names: Readonly<Record<string, string>> = t.batches.skips;
  const reasons = byRows(skips).map(([code, rows]) => `${names[code] ?? code} ${rows}`);
  return reasons.length > 0 ? <span>· {reasons.join(' · ')}</span> : null;
}
