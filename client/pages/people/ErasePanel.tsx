import { useState } from 'preact/hooks';
import type { Erasable, Erased } from '../../../shared/api/erasures.ts';
import { paths } from '../../../shared/api/paths.ts';
import { placeLine } from '../../../shared/places/place-line.ts';
import { api } from '../../data/api.ts';
import { useOfficeName } from '../../data/offices.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

interface ErasePanelProps {
  readonly survey: string;
  readonly found: Erasable;
  readonly onErased: (erased: Erased) => void;
}

/** long files are gone through, row by row */
const patienceMs = 10 * 60_000;

/** What was found, what erasing takes and leaves, and the reason; asked once more before it is done. */
export function ErasePanel({ survey, found, onErased }: ErasePanelProps) {
  const { t } = useI18n();
  const words = t.people.erasing;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const { busy, failure, send } = useSending();
  const isMissing = reason.trim() === '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isMissing) setAsking(true);
  };
  const erase = async () => {
    const request = { method: 'POST', body: { reason }, timeoutMs: patienceMs } as const;
    const erased = await send(() => api(paths.erasure(survey, found.id), request));
    if (!erased) return;
    setAsking(false);
    announce(words.done(erased.receipt));
    onErased(erased);
  };
  return (
    <section class="panel mt4">
      <h2>{words.found}</h2>
      <FoundFacts found={found} />
      <div class="goes-stays mt4">
        <Listed title={words.goes} lines={words.goesList} />
        <Listed title={words.stays} lines={words.staysList} />
      </div>
      <p class="small muted mt4">{words.backups}</p>
      <form onSubmit={submit} noValidate>
        <TextInput
          id="erase-reason"
          label={words.reason}
          hint={words.reasonHint}
          error={tried && isMissing ? words.reasonMissing : undefined}
          value={reason}
          maxLength={500}
          onInput={setReason}
        />
        <p class="mt4">
          <Button kind="danger" type="submit">
            {words.erase}
          </Button>
        </p>
      </form>
      <Dialog open={asking} title={words.confirmTitle} onClose={() => setAsking(false)}>
        <p class="mt2">{words.confirmWhy(found.receipt)}</p>
        <FailureNotice of={failure} />
        <p class="row mt5">
          <Button kind="danger" busy={busy} onClick={() => void erase()}>
            {busy ? words.erasing : words.confirm}
          </Button>
          <Button kind="quiet" onClick={() => setAsking(false)}>
            {t.common.cancel}
          </Button>
        </p>
      </Dialog>
    </section>
  );
}

function FoundFacts({ found }: { readonly found: Erasable }) {
  const { t, lang } = useI18n();
  const words = t.people.erasing;
  const officeName = useOfficeName();
  const place = { province: found.province, district: null, subdistrict: null };
  return (
    <>
      <dl class="dl mt4">
        <dt>{words.receipt}</dt>
        <dd>{found.receipt}</dd>
        <dt>{words.place}</dt>
        <dd>{placeLine(place, lang)}</dd>
        <dt>{words.received}</dt>
        <dd>
          <time dateTime={found.receivedAt}>{formatInstant(found.receivedAt, lang)}</time>
        </dd>
        <dt>{words.office}</dt>
        <dd>{officeName(found.office, lang)}</dd>
        <dt>{words.by}</dt>
        <dd>{found.by}</dd>
        <dt>{words.issues}</dt>
        <dd>{formatNumber(found.issues)}</dd>
        {found.earlierRevisions > 0 && (
          <>
            <dt>{words.earlier}</dt>
            <dd>{formatNumber(found.earlierRevisions)}</dd>
          </>
        )}
      </dl>
      <p class="mt2">
        <a href={`#/responses/${found.id}`}>{words.open}</a>
      </p>
    </>
  );
}

function Listed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
