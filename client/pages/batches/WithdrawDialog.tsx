import { useState } from 'preact/hooks';
import type { ApiPath } from '../../../shared/api/paths.ts';
import type { WithdrawalPreview } from '../../../shared/api/withdrawals.ts';
import { strategies as allStrategies } from '../../../shared/survey/strategies.ts';
import type { ApiProblem } from '../../data/api.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { placeName, strategyName } from '../../i18n/names.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

interface WithdrawDialogProps {
  readonly address: ApiPath<'batchWithdrawal'>;
  readonly busy: boolean;
  readonly failure: ApiProblem | null;
  readonly onClose: () => void;
  readonly onSend: (reason: string) => void;
}

/** Says by how much each figure drops before anything does, and asks why. */
export function WithdrawDialog(props: WithdrawDialogProps) {
  const { address, busy, failure, onClose, onSend } = props;
  const { t } = useI18n();
  const words = t.batches.withdrawing;
  const { data: preview, error } = useQuery(address);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = tried && reason.trim() === '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '') onSend(reason);
  };
  return (
    <Dialog open title={words.dialog} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <FailureNotice of={failure ?? error ?? null} />
        {preview && <Changes preview={preview} />}
        {!preview && !error && <p class="mt2">{words.looking}</p>}
        {preview?.allowed && (
          <TextArea
            id="withdraw-reason"
            label={words.reason}
            hint={words.reasonHint}
            error={isMissing ? words.reasonMissing : undefined}
            maxLength={2000}
            rows={2}
            value={reason}
            onInput={setReason}
          />
        )}
        <p class="row mt5">
          {preview?.allowed && (
            <Button type="submit" kind="danger" busy={busy}>
              {busy ? words.withdrawing : words.doIt}
            </Button>
          )}
          <Button kind="quiet" onClick={onClose}>
            {t.common.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

function Changes({ preview }: { readonly preview: WithdrawalPreview }) {
  const { t } = useI18n();
  const words = t.batches.withdrawing;
  const { responses, issues, kept, approved, allowed, drops } = preview;
  return (
    <div class="mt2">
      <p role="status">
        <strong>
          {responses === 0
            ? words.nothing
            : words.preview(formatNumber(responses), formatNumber(issues))}
        </strong>
      </p>
      {kept > 0 && <p class="small muted">{words.kept(formatNumber(kept))}</p>}
      {approved > 0 && <Approved preview={preview} />}
      {allowed && responses > 0 && <Drops preview={preview} />}
      {allowed && drops.pending > 0 && (
        <p class="small muted">{words.pending(formatNumber(drops.pending))}</p>
      )}
    </div>
  );
}

const mostShown = 20;

function Approved({ preview }: { readonly preview: WithdrawalPreview }) {
  const { t } = useI18n();
  const words = t.batches.withdrawing;
  const { approved, approvedRows, allowed } = preview;
  return (
    <Notice kind={allowed ? 'warning' : 'error'} title={words.approved(formatNumber(approved))}>
      {!allowed && (
        <>
          {words.approvedNot}
          <ul class="bullets">
            {approvedRows.slice(0, mostShown).map(({ row, responseId }) => (
              <li key={responseId}>
                <a href={`#/responses/${responseId}`}>{words.row(formatNumber(row ?? 0))}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

function Drops({ preview }: { readonly preview: WithdrawalPreview }) {
  const { t } = useI18n();
  const words = t.batches.withdrawing;
  const { before, drops } = preview;
  const figures = ['issues', 'responses', 'provincesReporting'] as const;
  const names = {
    issues: words.issues,
    responses: words.responses,
    provincesReporting: words.provinces,
  };
  return (
    <>
      <table class="tbl drops">
        <caption>{words.drops}</caption>
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col" class="num">
              {words.now}
            </th>
            <th scope="col" class="num">
              {words.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure}>
              <th scope="row">{names[figure]}</th>
              <td class="num">{formatNumber(before[figure])}</td>
              <td class="num">
                {formatNumber(before[figure] - drops[figure])}
                {drops[figure] > 0 && ` (−${formatNumber(drops[figure])})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Lines preview={preview} />
    </>
  );
}

const mostPlaces = 8;

function Lines({ preview }: { readonly preview: WithdrawalPreview }) {
  const { t, lang } = useI18n();
  const words = t.batches.withdrawing;
  const of = (figure: string) =>
    preview.drops.figures
      .filter((line) => line.figure === figure)
      .sort((one, other) => other.issues - one.issues);
  const places = of('by-province');
  const strategies = of('by-strategy');
  const line = (name: string, n: number) => `${name} −${formatNumber(n)}`;
  return (
    <div class="small mt2">
      <p>
        <strong>{words.byProvince}</strong>:{' '}
        {places
          .slice(0, mostPlaces)
          .map((one) => line(placeName(one.of, lang), one.issues))
          .join(' · ')}
        {places.length > mostPlaces &&
          ` · ${words.others(formatNumber(places.length - mostPlaces))}`}
      </p>
      <p>
        <strong>{words.byStrategy}</strong>:{' '}
        {strategies
          .map(({ of: id, issues }) => {
            const strategy = allStrategies.find((one) => one === id);
            return line(strategy ? strategyName(strategy, lang) : words.noStrategy, issues);
          })
          .join(' · ')}
      </p>
    </div>
  );
}
