// Closing a round early, opening it again, putting it away, each with its reason.
import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Round } from '../../../shared/api/rounds.ts';
import { api } from '../../data/api.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

type Next = 'open' | 'closed' | 'archived';

const nextOf: Readonly<Record<Round['state'], readonly Next[]>> = {
  draft: [],
  open: ['closed', 'archived'],
  closed: ['open', 'archived'],
  archived: ['open'],
};

interface StatePanelProps {
  readonly round: Round;
  /** told in words what the round is now */
  readonly onChanged: (said: string) => void;
}

export function StatePanel({ round, onChanged }: StatePanelProps) {
  const { t, lang } = useI18n();
  const words = t.rounds;
  const [asking, setAsking] = useState<Next | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const labels = { open: words.reopen, closed: words.close, archived: words.archive };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || !asking) return;
    const path = paths.roundState(encodeURIComponent(round.id));
    const done = await send(() => api(path, { method: 'POST', body: { state: asking, reason } }));
    if (!done) return;
    setAsking(null);
    setReason('');
    setTried(false);
    onChanged(words.stateNow[asking]);
  };
  return (
    <section class="panel mt4" aria-labelledby="round-state">
      <h2 id="round-state">{words.stateTitle}</h2>
      <ul class="round-lines">
        {round.states.toReversed().map(({ state, reason: why, by, at }) => (
          <li key={at}>
            <strong>{words.states[state]}</strong>
            <small>{[why, by, formatInstant(at, lang)].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ul>
      <p class="row mt4">
        {nextOf[round.state].map((next) => (
          <Button key={next} onClick={() => setAsking(next)}>
            {labels[next]}
          </Button>
        ))}
      </p>
      <Dialog
        open={asking !== null}
        title={asking ? labels[asking] : ''}
        onClose={() => setAsking(null)}
      >
        <form onSubmit={(event) => void submit(event)} noValidate>
          <FailureNotice of={failure} />
          <TextArea
            id="state-reason"
            label={words.reason}
            hint={words.reasonHint}
            error={tried && reason.trim() === '' ? words.reasonMissing : undefined}
            maxLength={500}
            value={reason}
            onInput={setReason}
          />
          <p class="row mt5">
            <Button kind="primary" type="submit" busy={busy}>
              {busy ? words.saving : words.setState}
            </Button>
          </p>
        </form>
      </Dialog>
    </section>
  );
}
