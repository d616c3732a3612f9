import type { Batch } from '../../../shared/api/batches.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { addsUp, byRows, type CountedPart, partsOf } from './batch-facts.ts';

interface CountsBarProps {
  readonly batch: Pick<Batch, 'counts' | 'errors' | 'mended' | 'skips'>;
  /** it was only a check: what is good is not stored yet */
  readonly checked?: boolean;
}

/** Every row of the file as a bar, and as numbers that visibly add up. */
export function CountsBar({ batch, checked = false }: CountsBarProps) {
  const { t } = useI18n();
  const words = t.batches.receipt;
  const nameOf = (key: CountedPart['key']) => {
    if (key === 'accepted' && checked) return t.batches.columns.passes;
    return words[key];
  };
  const { counts, skips } = batch;
  const parts = partsOf(batch);
  return (
    <div class="counts">
      <Bar parts={[...parts, { key: 'blank', rows: counts.blank }]} />
      <dl class="sum">
        {parts.map((part, index) => (
          <div key={part.key} class={index > 0 ? 'plus' : ''}>
            <dd class={part.key === 'toFix' && part.rows > 0 ? 'error' : ''}>
              {formatNumber(part.rows)}
            </dd>
            <dt>
              <i class={`fill ${part.key}`} />
              {nameOf(part.key)}
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

function Bar({ parts }: { readonly parts: readonly CountedPart[] }) {
  return (
    <div class="adds" aria-hidden="true">
      {parts
        .filter(({ rows }) => rows > 0)
        .map(({ key, rows }) => (
          <i key={key} class={`fill ${key}`} style={{ flexGrow: rows }} />
        ))}
    </div>
  );
}

function SkipReasons({ skips }: { readonly skips: Batch['skips'] }) {
  const { t } = useI18n();
  const names: Readonly<Record<string, string>> = t.batches.skips;
  const reasons = byRows(skips).map(([code, rows]) => `${names[code] ?? code} ${rows}`);
  return reasons.length > 0 ? <span>· {reasons.join(' · ')}</span> : null;
}
