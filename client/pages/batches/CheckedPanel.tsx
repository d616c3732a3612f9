import type { Batch } from '../../../shared/api/batches.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { violationTitle } from '../../i18n/violation-text.ts';
import { byRows } from './batch-facts.ts';
import { CountsBar } from './CountsBar.tsx';
import { FileNotes } from './FileNotes.tsx';

/** What a check of every row came to, before anything is stored. */
export function CheckedPanel({ batch }: { readonly batch: Batch }) {
  const { t } = useI18n();
  const words = t.batches.check;
  const reasons = byRows(batch.errors);
  return (
    <section class="panel checked" role="status">
      <h2>{words.title(batch.counts.rows, batch.counts.rejected)}</h2>
      <p class="muted">{words.lead}</p>
      <CountsBar checked batch={batch} />
      <FileNotes notes={batch.notes} />
      {reasons.length > 0 && (
        <>
          <h3>{words.reasons}</h3>
          <dl class="pairs">
            {reasons.map(([code, rows]) => (
              <div key={code}>
                <dt>{violationTitle(code, t)}</dt>
                <dd>{t.batches.result.codeRows(rows)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
