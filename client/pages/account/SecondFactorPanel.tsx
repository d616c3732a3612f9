import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { OwnSecondFactor } from '../../../shared/api/second-factor.ts';
import { api } from '../../data/api.ts';
import { failureText } from '../../data/failure-text.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { running } from '../../ui/Running.tsx';
import { ProofDialog } from './ProofDialog.tsx';
import { RecoveryCodeList } from './RecoveryCodeList.tsx';
import { useProven } from './use-proven.ts';

const few = 3;

/** The state of the own second factor, and what can be done about it. */
export function SecondFactorPanel() {
  const { t } = useI18n();
  const words = t.account.secondFactor;
  const own = useQuery(paths.secondFactor());
  const { data, error } = own;
  if (error && !data) return <ProblemState problem={error} onRetry={own.refetch} />;
  if (!data) return <LoadingState lines={2} />;
  if (data.since === null)
    return (
      <>
        <p class="mt2">{words.off}</p>
        <p class="mt2">
          <ButtonLink href="#/me/second-factor">{words.setUp}</ButtonLink>
        </p>
      </>
    );
  return <SetUp own={data} since={data.since} onChanged={own.refetch} />;
}

interface SetUpProps {
  readonly own: OwnSecondFactor;
  readonly since: string;
  readonly onChanged: () => void;
}

function SetUp({ own, since, onChanged }: SetUpProps) {
  const { t, lang } = useI18n();
  const words = t.account.secondFactor;
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const making = useProven(async () => {
    setCodes((await api(paths.recoveryCodes(), { method: 'POST' })).recoveryCodes);
    onChanged();
  });
  return (
    <>
      <p class="mt2">
        {words.on(formatInstant(since, lang))}
        <br />
        <span class="small muted">{words.codesLeft(formatNumber(own.codesLeft))}</span>
      </p>
      {own.codesLeft < few && <Notice kind="warning">{words.fewLeft}</Notice>}
      {own.required && <p class="small muted">{words.required}</p>}
      {making.failure && (
        <Notice kind="error" live>
          {failureText(making.failure, t)}
        </Notice>
      )}
      <p class="row mt2">
        <ButtonLink href="#/me/second-factor">{words.another}</ButtonLink>
        <Button busy={making.busy} onClick={making.go}>
          {words.newCodes}
        </Button>
        {!own.required && <TurnOff onChanged={onChanged} />}
      </p>
      <p class="small muted">{words.newCodesWhy}</p>
      <ProofDialog {...making.proof} />
      <Dialog open={codes !== null} title={words.codesTitle} onClose={() => setCodes(null)}>
        <div class="mt2">
          <RecoveryCodeList codes={codes ?? []} onKept={() => setCodes(null)} />
        </div>
      </Dialog>
    </>
  );
}

function TurnOff({ onChanged }: { readonly onChanged: () => void }) {
  const { t } = useI18n();
  const words = t.account.secondFactor;
  const [asking, setAsking] = useState(false);
  const { busy, failure, go, proof } = useProven(async () => {
    await api(paths.secondFactor(), { method: 'DELETE' });
    setAsking(false);
    announce(words.turnedOff);
    onChanged();
  });
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {words.turnOff}
      </Button>
      <Dialog
        open={asking && proof.asked === null}
        title={words.turnOffTitle}
        onClose={() => setAsking(false)}
      >
        <p class="mt2">{running(words.turnOffWhy)}</p>
        <FailureNotice of={failure} />
        <p class="row mt5">
          <Button kind="danger" busy={busy} onClick={go}>
            {words.turnOffDo}
          </Button>
          <Button kind="quiet" onClick={() => setAsking(false)}>
            {t.common.cancel}
          </Button>
        </p>
      </Dialog>
      <ProofDialog {...proof} />
    </>
  );
}
