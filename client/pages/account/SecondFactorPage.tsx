// Setting up a second factor: begin, scan, confirm by a code, keep the recovery codes. Whoever must have one is led here.
import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { BegunSecondFactor } from '../../../shared/api/second-factor.ts';
import { api } from '../../data/api.ts';
import { secondFactorDone, useSession } from '../../data/session.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { running } from '../../ui/Running.tsx';
import { WayBack } from '../../ui/WayBack.tsx';
import './account.css';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { ConfirmByCode } from './ConfirmByCode.tsx';
import { ProofDialog } from './ProofDialog.tsx';
import { RecoveryCodeList } from './RecoveryCodeList.tsx';
import { useProven } from './use-proven.ts';

export function SecondFactorPage({ query }: PageProps) {
  const { t } = useI18n();
  const { secondFactorMissing } = useSession();
  const words = t.account.secondFactor;
  const [begun, setBegun] = useState<BegunSecondFactor | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const next = query.get('next') ?? '/me';
  const finish = () => {
    secondFactorDone();
    // only an address of ours
    navigate(next.startsWith('/') ? next : '/me', { replace: true });
  };
  const show = (made: readonly string[]) => {
    setCodes(made);
    announce(words.done);
  };
  return (
    <div class="wrap page second-factor">
      <PageHead
        crumb={!secondFactorMissing && <WayBack list="/me" word={t.shell.account} />}
        title={<Phrases text={secondFactorMissing ? words.mustTitle : words.setUp} />}
        text={secondFactorMissing ? words.mustWhy : words.why}
      />
      <section class="panel">
        {codes ? (
          <>
            <h2>{words.codesTitle}</h2>
            <Notice kind="ok">{words.done}</Notice>
            <RecoveryCodeList codes={codes} onKept={finish} />
          </>
        ) : begun ? (
          <ConfirmByCode begun={begun} onAgain={() => setBegun(null)} onConfirmed={show} />
        ) : (
          <Begin onBegun={setBegun} />
        )}
      </section>
    </div>
  );
}

function Begin({ onBegun }: { readonly onBegun: (begun: BegunSecondFactor) => void }) {
  const { t } = useI18n();
  const words = t.account.secondFactor;
  const { busy, failure, go, proof } = useProven(async () =>
    onBegun(await api(paths.secondFactor(), { method: 'POST' })),
  );
  return (
    <>
      <p>{running(words.app)}</p>
      <FailureNotice of={failure} />
      <p class="mt4">
        <Button kind="primary" busy={busy} onClick={go}>
          {busy ? words.beginning : words.begin}
        </Button>
      </p>
      <ProofDialog {...proof} />
    </>
  );
}
