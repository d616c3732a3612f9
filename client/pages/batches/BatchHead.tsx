import type { Batch } from '../../../shared/api/batches.ts';
import { rowsToFix } from '../../data/batch-state.ts';
import { rejectsAddress } from '../../data/rejects.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { BatchStateTag } from '../../ui/BatchStateTag.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { download, layoutDashboard, messageSquareText, printer, refresh } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { WayBack } from '../../ui/WayBack.tsx';
import { useBatchTitle } from './batch-words.ts';
import { CorrectionsButton } from './CorrectionsButton.tsx';

interface BatchHeadProps {
  readonly survey: string;
  readonly batch: Batch;
}

/** What became of the file, which paper says so, and the ways on. */
export function BatchHead({ survey, batch }: BatchHeadProps) {
  const { t } = useI18n();
  const title = useBatchTitle(batch);
  return (
    <PageHead
      crumb={<WayBack list="/batches" word={t.batches.result.back} />}
      title={<Phrases text={title} />}
      text={<Particulars batch={batch} />}
    >
      <WaysOn survey={survey} batch={batch} />
    </PageHead>
  );
}

function Particulars({ batch }: Pick<BatchHeadProps, 'batch'>) {
  const { t, lang } = useI18n();
  const words = t.batches.receipt;
  const at = batch.finishedAt ?? batch.startedAt;
  return (
    <>
      <BatchStateTag batch={batch} />{' '}
      <span class="nw">
        {words.number} <b>{batch.receipt}</b>
      </span>{' '}
      · {batch.name || t.batches.list.unnamed} ·{' '}
      <time class="nw" dateTime={at}>
        {formatInstant(at, lang)}
      </time>{' '}
      · {words.by(batch.by)}
    </>
  );
}

function WaysOn({ survey, batch }: BatchHeadProps) {
  const { t, lang } = useI18n();
  const words = t.batches.receipt;
  const { accepted, same, rejected } = batch.counts;
  const isCut = batch.state === 'interrupted';
  const toFix = rowsToFix(batch);
  return (
    <p class="row acts no-print">
      {accepted > 0 && batch.state !== 'withdrawn' && (
        <ButtonLink icon={layoutDashboard} href={`#/?batch=${batch.id}`}>
          {t.batches.withdrawing.share}
        </ButtonLink>
      )}
      {accepted + same > 0 && batch.state !== 'withdrawn' && (
        <ButtonLink icon={messageSquareText} href={`#/responses?batch=${batch.id}`}>
          {words.responses}
        </ButtonLink>
      )}
      {rejected > 0 && (
        <ButtonLink
          kind={isCut || toFix === 0 ? 'outlined' : 'primary'}
          icon={download}
          href={rejectsAddress(survey, batch.id, lang)}
          download
        >
          {(toFix === rejected ? words.download : words.downloadRest)(rejected)}
        </ButtonLink>
      )}
      <CorrectionsButton batch={batch} />
      {isCut && (
        <ButtonLink kind="primary" icon={refresh} href={`#/batches/new?resume=${batch.id}`}>
          {t.batches.cut.chooseAgain}
        </ButtonLink>
      )}
      <Button kind="quiet" icon={printer} onClick={() => print()}>
        {words.print}
      </Button>
      {!isCut && toFix === 0 && <ButtonLink href="#/batches/new">{words.another}</ButtonLink>}
    </p>
  );
}
