// The paper that stays: what became of every row, and what to do next.
import type { Ref } from 'preact';
import type { Batch } from '../../../shared/api/batches.ts';
import { paths } from '../../../shared/api/paths.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { circleAlert, circleCheck, copyCheck, download, printer } from '../../ui/icons.ts';
import { Phrases } from '../../ui/Layout.tsx';
import { Notice, Tag } from '../../ui/Notice.tsx';
import { addsUp, sumOf } from './batch-facts.ts';
import { useBatchTitle, useEncodingName, useRemoved, useSkipped } from './batch-words.ts';

interface ReceiptProps {
  readonly batch: Batch;
  readonly survey: string;
  readonly headingRef?: Ref<HTMLHeadingElement>;
  /** what comes after this file: the next of the queue, or choosing another */
  readonly next: { readonly label: string; readonly onClick: () => void };
}

export function Receipt({ batch, survey, headingRef, next }: ReceiptProps) {
  const { t, lang } = useI18n();
  const words = t.batches.receipt;
  const title = useBatchTitle(batch);
  const { accepted, same, rejected } = batch.counts;
  const hasRejects = rejected > 0;
  const isKept = accepted + same > 0;
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
      <Notice kind="ok">{words.again}</Notice>
      <p class="row receipt-acts no-print">
        {hasRejects && (
          <ButtonLink
            kind="primary"
            icon={download}
            href={paths.batchRejects(survey, batch.id)}
            download
          >
            {words.download(rejected)}
          </ButtonLink>
        )}
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
      <Footnote batch={batch} />
    </section>
  );
}

function ReceiptTable({ batch, survey }: { readonly batch: Batch; readonly survey: string }) {
  const { t } = useI18n();
  const words = t.batches.receipt;
  const { counts } = batch;
  const skipped = useSkipped(batch.skips);
  return (
    <table class="tbl">
      <caption class="vh">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.result}</th>
          <th scope="col" class="num">
            {words.rows}
          </th>
          <th scope="col">{words.meaning}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            <Tag kind="ok" icon={circleCheck}>
              {words.accepted}
            </Tag>
          </th>
          <td class="num">
            <b>{formatNumber(counts.accepted)}</b>
          </td>
          <td>
            {counts.accepted > 0
              ? words.acceptedMeaning(sumOf(batch.warnings))
              : words.acceptedNone}
          </td>
        </tr>
        {counts.same > 0 && (
          <tr>
            <th scope="row">
              <Tag kind="offline" icon={copyCheck}>
                {words.same}
              </Tag>
            </th>
            <td class="num">
              <b>{formatNumber(counts.same)}</b>
            </td>
            <td>{words.sameMeaning}</td>
          </tr>
        )}
        <tr>
          <th scope="row">
            <Tag kind="error" icon={circleAlert}>
              {words.toFix}
            </Tag>
          </th>
          <td class="num">
            <b>{formatNumber(counts.rejected)}</b>
          </td>
          <td>
            {words.toFixMeaning}{' '}
            {counts.rejected > 0 && (
              <a class="no-print" href={paths.batchRejects(survey, batch.id)} download>
                {words.toFixDownload}
              </a>
            )}
          </td>
        </tr>
        <tr>
          <th scope="row">
            <Tag kind="offline" icon={copyCheck}>
              {words.skipped}
            </Tag>
          </th>
          <td class="num">
            <b>{formatNumber(counts.skipped)}</b>
          </td>
          <td>{words.skippedMeaning(skipped)}</td>
        </tr>
        <tr class="total">
          <th scope="row">
            <b>{words.total}</b>
          </th>
          <td class="num">
            <b>{formatNumber(counts.rows)}</b>
          </td>
          <td>{addsUp(counts) ? words.totalMeaning : words.totalDiffers}</td>
        </tr>
        <tr>
          <th scope="row" class="muted">
            {words.blank}
          </th>
          <td class="num">
            <b>{formatNumber(counts.blank)}</b>
          </td>
          <td>{words.blankMeaning}</td>
        </tr>
      </tbody>
    </table>
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
  return <p class="small muted">{parts.filter(Boolean).join(' · ')}</p>;
}
