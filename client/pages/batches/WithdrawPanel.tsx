// A file out of the figures and back: what it would change, doing it with a reason, how far it is, and undoing it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Batch } from '../../../shared/api/batches.ts';
import { paths } from '../../../shared/api/paths.ts';
import type { BatchWithdrawal } from '../../../shared/api/withdrawals.ts';
import { api } from '../../data/api.ts';
import { useOfficeName } from '../../data/offices.ts';
import { useSession } from '../../data/session.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { undo } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

interface WithdrawPanelProps {
  readonly survey: string;
  readonly batch: Batch;
  readonly onBatch: (batch: Batch) => void;
}

/** longer than the server keeps whoever asks waiting */
const timeoutMs = 40_000;

export function WithdrawPanel({ survey, batch, onBatch }: WithdrawPanelProps) {
  const { t } = useI18n();
  const words = t.batches.withdrawing;
  const { user } = useSession();
  const [asking, setAsking] = useState(false);
  const { busy, failure, send } = useSending();
  useSaid(batch);
  const may = user?.role === 'officer' || user?.role === 'administrator';
  const address = paths.batchWithdrawal(survey, batch.id);
  const ask = async (method: 'PUT' | 'DELETE', body?: { reason: string }) => {
    const answered = await send(() => api(address, { method, timeoutMs, ...(body && { body }) }));
    if (answered) onBatch(answered);
    return answered !== undefined;
  };
  const { withdrawal, state } = batch;
  const isOut = state === 'withdrawn';
  const canWithdraw = may && (state === 'done' || state === 'interrupted');
  if (!withdrawal && !canWithdraw) return null;
  return (
    <section class="panel mt4 withdraw no-print" aria-labelledby="withdraw-title">
      <h2 id="withdraw-title">{words.title}</h2>
      {withdrawal && <Standing withdrawal={withdrawal} />}
      {!asking && <FailureNotice of={failure} />}
      {canWithdraw && <p class="small muted">{words.withdrawWhy}</p>}
      <p class="row mt2">
        {canWithdraw && <Button onClick={() => setAsking(true)}>{words.withdraw}</Button>}
        {may && isOut && withdrawal?.state === 'withdrawn' && (
          <Button icon={undo} busy={busy} onClick={() => void ask('DELETE')}>
            {words.bringBack}
          </Button>
        )}
      </p>
      {asking && (
        <WithdrawDialog
          address={address}
          busy={busy}
          failure={failure}
          onClose={() => setAsking(false)}
          onSend={async (reason) => {
            if (await ask('PUT', { reason })) setAsking(false);
          }}
        />
      )}
    </section>
  );
}

/** Who did it, when and why, and how far it is. */
function Standing({ withdrawal }: { readonly withdrawal: BatchWithdrawal }) {
  const { t, lang } = useI18n();
  const words = t.batches.withdrawing;
  const officeName = useOfficeName();
  const { state, by, office, at, reason, total, done, kept, left, broughtBack } = withdrawal;
  const moves = state === 'withdrawing' || state === 'bringing-back';
  const soFar = words.soFar(formatNumber(done), formatNumber(total));
  return (
    <>
      <p>
        {words.withdrawnBy(by, officeName(office, lang), formatInstant(at, lang))}{' '}
        {reason === null ? <span class="muted">{t.common.erased}</span> : <q>{reason}</q>}
      </p>
      {moves && (
        <>
          <Progress
            label={`${state === 'withdrawing' ? words.withdrawing : words.bringingBack} · ${soFar}`}
            done={total > 0 ? Math.min(1, done / total) : null}
          />
          <p class="small muted">{words.goesOn}</p>
        </>
      )}
      {kept > 0 && !broughtBack && <p class="small muted">{words.kept(formatNumber(kept))}</p>}
      {left > 0 && !broughtBack && <Notice kind="warning">{words.left(formatNumber(left))}</Notice>}
      {broughtBack && (
        <p class="small">
          {words.broughtBack(broughtBack.by, formatInstant(broughtBack.at, lang))}
        </p>
      )}
    </>
  );
}

/** The end is said, whoever began it and wherever. */
function useSaid({ withdrawal }: Batch): void {
  const { t } = useI18n();
  const words = t.batches.withdrawing;
  const before = useRef(withdrawal?.state ?? null);
  const state = withdrawal?.state ?? null;
  useEffect(() => {
    if (state !== before.current && state === 'withdrawn') announce(words.saidWithdrawn);
    if (state !== before.current && state === 'brought-back') announce(words.saidBack);
    before.current = state;
  }, [state]);
}
