import type { ComponentChildren } from 'preact';
import type { Batch } from '../../../shared/api/batches.ts';
import { rejectedRows } from '../../data/batch-state.ts';
import { rejectsAddress } from '../../data/rejects.ts';
import { useSurvey } from '../../data/survey.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { circleAlert, circleCheck, copyCheck, triangleAlert } from '../../ui/icons.ts';
import { type NoticeKind, Tag } from '../../ui/Notice.tsx';
import { addsUp, sumOf } from './batch-facts.ts';
import { useSkipped } from './batch-words.ts';

interface ReceiptTableProps {
  readonly batch: Batch;
  readonly survey: string;
}

/** Every row of the file in one of the lines, which visibly add up. */
export function ReceiptTable({ batch, survey }: ReceiptTableProps) {
  const { t } = useI18n();
  const words = t.batches.receipt;
  const { counts } = batch;
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
        <Outcomes batch={batch} survey={survey} />
        <tr class="total">
          <Line head={<b>{words.total}</b>} rows={counts.rows}>
            {addsUp(counts) ? words.totalMeaning : words.totalDiffers}
          </Line>
        </tr>
        <tr>
          <Line head={<span class="muted">{words.blank}</span>} rows={counts.blank}>
            {words.blankMeaning}
          </Line>
        </tr>
      </tbody>
    </table>
  );
}

function Outcomes({ batch, survey }: ReceiptTableProps) {
  const { t } = useI18n();
  const words = t.batches.receipt;
  const { accepted, same, skipped } = batch.counts;
  const { toFix, outside, mended } = rejectedRows(batch);
  const skips = useSkipped(batch.skips);
  const isCounted = useSurvey().survey?.countApprovedOnly !== true;
  const tag = (kind: NoticeKind, icon: typeof copyCheck, text: string) => (
    <Tag kind={kind} icon={icon}>
      {text}
    </Tag>
  );
  return (
    <>
      <tr>
        <Line head={tag('ok', circleCheck, words.accepted)} rows={accepted}>
          {accepted > 0
            ? `${words.acceptedMeaning(sumOf(batch.warnings))} · ${isCounted ? words.acceptedCounted : words.acceptedNotCounted}`
            : words.acceptedNone}
        </Line>
      </tr>
      {same > 0 && (
        <tr>
          <Line head={tag('offline', copyCheck, words.same)} rows={same}>
            {words.sameMeaning}
          </Line>
        </tr>
      )}
      <tr>
        <Line head={tag('error', circleAlert, words.toFix)} rows={toFix}>
          {toFix > 0 && (
            <>
              {words.toFixMeaning} <RejectsLink batch={batch} survey={survey} />
            </>
          )}
        </Line>
      </tr>
      {outside > 0 && (
        <tr>
          <Line head={tag('warning', triangleAlert, words.outside)} rows={outside}>
            {words.outsideMeaning}
          </Line>
        </tr>
      )}
      {mended > 0 && (
        <tr>
          <Line head={tag('ok', circleCheck, words.mended)} rows={mended}>
            {words.mendedMeaning}
          </Line>
        </tr>
      )}
      <tr>
        <Line head={tag('offline', copyCheck, words.skipped)} rows={skipped}>
          {words.skippedMeaning(skips)}
        </Line>
      </tr>
    </>
  );
}

interface LineProps {
  readonly head: ComponentChildren;
  readonly rows: number;
  /** what it means */
  readonly children: ComponentChildren;
}

function Line({ head, rows, children }: LineProps) {
  return (
    <>
      <th scope="row">{head}</th>
      <td class="num">
        <b>{formatNumber(rows)}</b>
      </td>
      <td>{children}</td>
    </>
  );
}

function RejectsLink({ batch, survey }: ReceiptTableProps) {
  const { t, lang } = useI18n();
  return (
    <a class="no-print" href={rejectsAddress(survey, batch.id, lang)} download>
      {t.batches.receipt.toFixDownload}
    </a>
  );
}
