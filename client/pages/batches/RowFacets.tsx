import type { Batch, RowOutcome } from '../../../shared/api/batches.ts';
import { rowsToFix } from '../../data/batch-state.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { violationTitle } from '../../i18n/violation-text.ts';
import { byRows, rowsWith } from './batch-facts.ts';
import { addressOfRows, type RowsQuestion } from './row-view.ts';

interface RowFacetsProps {
  readonly batch: Batch;
  readonly question: RowsQuestion;
}

/** Which rows to see: by what became of them, and the ones to fix by reason. */
export function RowFacets({ batch, question }: RowFacetsProps) {
  const { t } = useI18n();
  const words = t.batches.result;
  const isAllToFix = rowsToFix(batch) === batch.counts.rejected;
  const facet = (outcome: RowOutcome, code: string | null, label: string, rows: number) => {
    const isHere = question.outcome === outcome && question.code === code;
    return (
      <li key={`${outcome} ${code}`} class={code ? 'reason' : ''}>
        <a
          href={addressOfRows(batch.id, { outcome, code, after: null })}
          class={isHere ? 'on' : ''}
          aria-current={isHere ? 'true' : undefined}
        >
          <span>{label}</span>
          <span>{formatNumber(rows)}</span>
        </a>
      </li>
    );
  };
  return (
    <nav class="facet no-print" aria-label={words.show}>
      <h2>{words.show}</h2>
      <ul>
        {facet(
          'reject',
          null,
          isAllToFix ? words.allToFix : words.allNotTaken,
          batch.counts.rejected,
        )}
        {byRows(batch.errors).map(([code, rows]) =>
          facet('reject', code, violationTitle(code, t), rows),
        )}
        {facet('accept', null, words.accepted, rowsWith('accept', batch.counts))}
        {batch.counts.same > 0 && facet('same', null, words.same, batch.counts.same)}
        {facet('skip', null, words.skipped, batch.counts.skipped)}
      </ul>
    </nav>
  );
}
