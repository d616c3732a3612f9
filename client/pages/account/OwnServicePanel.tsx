import { paths } from '../../../shared/api/paths.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { api } from '../../data/api.ts';
import { serviceRefusalText } from '../../data/failure-text.ts';
import { useSession } from '../../data/session.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { running } from '../../ui/Running.tsx';
import { ProofDialog } from './ProofDialog.tsx';
import { useProven } from './use-proven.ts';

interface OwnServicePanelProps {
  /** `added`, or why it was not; null: nothing was tried */
  readonly said: string | null;
}

/** The organisation's sign-in service as one's own way in; not there where there is no service. */
export function OwnServicePanel({ said }: OwnServicePanelProps) {
  const { t, lang } = useI18n();
  const { ways } = useSession();
  if (!ways.service) return null;
  const words = t.signInService.own;
  const name = nameIn(ways.service, lang);
  return (
    <section class="panel">
      <h2>{running(words.title(name))}</h2>
      {said !== null && (
        <Notice kind={said === 'added' ? 'ok' : 'error'} live>
          {said === 'added' ? words.added : serviceRefusalText(said, t)}
        </Notice>
      )}
      <State name={name} />
    </section>
  );
}

function State({ name }: { readonly name: string }) {
  const { t, lang } = useI18n();
  const words = t.signInService.own;
  const { data, error, refetch } = useQuery(paths.ownService());
  const adding = useProven(async () => {
    location.assign((await api(paths.ownService(), { method: 'POST' })).goOnTo);
  });
  const ending = useProven(async () => {
    await api(paths.ownService(), { method: 'DELETE' });
    announce(words.ended);
    navigate('/me', { replace: true });
    refetch();
  });
  if (error && !data) return <ProblemState problem={error} onRetry={refetch} />;
  if (!data) return <LoadingState lines={2} />;
  const { since, hasPassword } = data;
  return (
    <>
      <p class="small muted">{running(words.why)}</p>
      <FailureNotice of={adding.failure ?? ending.failure} />
      {since === null ? (
        <p class="mt2">
          <Button busy={adding.busy} onClick={adding.go}>
            {words.add(name)}
          </Button>
        </p>
      ) : (
        <>
          <p class="mt2">{words.since(formatInstant(since, lang))}</p>
          {hasPassword ? (
            <p class="mt2">
              <Button kind="danger" busy={ending.busy} onClick={ending.go}>
                {words.end}
              </Button>
            </p>
          ) : (
            <p class="small muted">{running(words.only)}</p>
          )}
        </>
      )}
      <ProofDialog {...adding.proof} />
      <ProofDialog {...ending.proof} />
    </>
  );
}
