// The paper that stays: what became of every row, and what to do next.
import type { Ref } from 'preact';
import type { Batch } from '../../../shared/api/batches.ts';
import { rejectedRows } from '../../data/batch-state.ts';
import { rejectsAddress } from '../../data/rejects.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { download, printer } from '../../ui/icons.ts';
import { Phrases } from '../../ui/Layout.tsx';
import { Notice, Tag } from '../../ui/Notice.tsx';
import { rowsWithoutDay } from './batch-facts.ts';
import { useBatchTitle, useEncodingName, useRemoved } from './batch-words.ts';
import { CorrectionsButton } from './CorrectionsButton.tsx';
import { FileNotes } from './FileNotes.tsx';
import { ReceiptTable } from './ReceiptTable.tsx';

interface BatchReceiptProps {
  readonly batch: Batch;
  readonly survey: string;
  readonly headingRef?: Ref<HTMLHeadingElement>;
  /** what comes after this file: the next of the queue, or choosing another */
  readonly next: { readonly label: string; readonly onClick: () => void };
}

export function BatchReceipt({ batch, survey, headingRef, next }: BatchReceiptProps) {
  const { t, lang } = useI18n();
  const words = t.batches.receipt;
  const title = useBatchTitle(batch);
  const { accepted, same } = batch.counts;
  const isKept = accepted + same > 0;
  const withoutDay = rowsWithoutDay(batch);
  return (
    <section class={isKept ? 'receipt' : 'receipt none'}>
      <Tag kind={isKept ? 'ok' : 'error'}>{isKept ? words.stored : words.noneStored}</Tag>
      <h1 tabIndex={-1} ref={headingRef ?? null}>
        <Phrases text={title} />
      </h1>
      <div class="receipt-no">
        <div>
          <p class="small muted">{words.number}</p>
          <p class="no">{batch.receipt}</p>
        </div>
        <p class="small muted">
          <time dateTime={batch.finishedAt ?? batch.startedAt}>
            {formatInstant(batch.finishedAt ?? batch.startedAt, lang)}
          </time>
          <br />
          {words.by(batch.by)}
        </p>
      </div>
      <ReceiptTable batch={batch} survey={survey} />
      {batch.choices && (
        <p class="mt2">
          {words.corrected(batch.corrected, batch.choices.values, batch.choices.left)}
        </p>
      )}
      {withoutDay > 0 && <Notice kind="warning">{words.noDay(withoutDay)}</Notice>}
      <FileNotes notes={batch.notes} every />
      <Notice kind="ok">{words.again}</Notice>
      <Acts batch={batch} survey={survey} next={next} />
      <Footnote batch={batch} />
    </section>
  );
}

function Acts({ batch, survey, next }: Pick<BatchReceiptProps, 'batch' | 'survey' | 'next'>) {
  const { t, lang } = useI18n();
  const words = t.batches.receipt;
  const { rejected } = batch.counts;
  const hasRejects = rejected > 0;
  const isAllToFix = rejectedRows(batch).toFix === rejected;
  return (
    <p class="row receipt-acts no-print">
      {hasRejects && (
        <ButtonLink
          kind="primary"
          icon={download}
          href={rejectsAddress(survey, batch.id, lang)}
          download
        >
          {(isAllToFix ? words.download : words.downloadRest)(rejected)}
        </ButtonLink>
      )}
      <CorrectionsButton batch={batch} />
      <ButtonLink kind={hasRejects ? 'outlined' : 'primary'} href={`#/batches/${batch.id}`}>
        {words.every}
      </ButtonLink>
      <Button icon={printer} onClick={() => print()}>
        {words.print}
      </Button>
      <Button kind="quiet" onClick={next.onClick}>
        {next.label}
      </Button>
    </p>
  );
}

/** How it was read, in one line: enough to tell one paper from another. */
function Footnote({ batch }: { readonly batch: Batch }) {
  const { t } = useI18n();
  const encoding = useEncodingName();
  const removed = useRemoved(batch.warnings);
  const { headerLine } = batch;
  const parts = [
    batch.name,
    batch.encoding && encoding(batch.encoding),
    headerLine && `${t.batches.columns.header} ${t.batches.columns.headerLine(headerLine)}`,
    t.batches.receipt.notKept,
    removed,
  ];
  return (
    <>
      <p class="small muted">{parts.filter(Boolean).join(' · ')}</p>
      {batch.digest && (
        <p class="small muted">
          {t.batches.result.digest}: {batch.digest}
        </p>
      )}
    </>
  );
}
