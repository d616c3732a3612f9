import { useState } from 'preact/hooks';
import type { MadeToken, OwnToken, TokenVerb } from '../../../shared/api/me.ts';
import { paths } from '../../../shared/api/paths.ts';
import { api } from '../../data/api.ts';
import { useQuery } from '../../data/use-query.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { running } from '../../ui/Running.tsx';
import { NewTokenForm } from './NewTokenForm.tsx';

/** The tokens that scripts of this person use. */
export function TokenList() {
  const { t } = useI18n();
  const words = t.account.tokens;
  const tokens = useQuery(paths.ownTokens());
  const [ending, setEnding] = useState<OwnToken | null>(null);
  const [made, setMade] = useState<MadeToken | null>(null);
  if (tokens.error && !tokens.data)
    return <ProblemState problem={tokens.error} onRetry={tokens.refetch} />;
  if (!tokens.data) return <LoadingState lines={3} />;
  const { items, mayGive } = tokens.data;
  return (
    <>
      {items.length === 0 ? (
        <p class="muted mt2">{words.none}</p>
      ) : (
        <ul class="own-list">
          {items.map((token) => (
            <Token key={token.id} token={token} onEnd={() => setEnding(token)} />
          ))}
        </ul>
      )}
      <NewTokenForm
        mayGive={mayGive}
        onMade={(token) => {
          setMade(token);
          tokens.refetch();
        }}
      />
      <EndDialog
        token={ending}
        onClose={() => setEnding(null)}
        onEnded={() => {
          setEnding(null);
          announce(words.ended);
          tokens.refetch();
        }}
      />
      <MadeDialog made={made} onClose={() => setMade(null)} />
    </>
  );
}

function Token({ token, onEnd }: { readonly token: OwnToken; readonly onEnd: () => void }) {
  const { t, lang } = useI18n();
  const words = t.account.tokens;
  const may = token.verbs.map((verb: TokenVerb) => words.may[verb]).join(' · ');
  const seen = token.seenAt ? words.seen(formatInstant(token.seenAt, lang)) : words.never;
  return (
    <li>
      <div>
        <strong>{token.name}</strong>
        <p class="small">{running(may)}</p>
        <p class="small muted">
          <span class="nw">{words.until(formatInstant(token.expiresAt, lang))}</span>
          {' · '}
          <span class="nw">{seen}</span>
        </p>
      </div>
      <Button dense label={words.endWhich(token.name)} onClick={onEnd}>
        {words.end}
      </Button>
    </li>
  );
}

interface EndDialogProps {
  readonly token: OwnToken | null;
  readonly onClose: () => void;
  readonly onEnded: () => void;
}

function EndDialog({ token, onClose, onEnded }: EndDialogProps) {
  const { t } = useI18n();
  const words = t.account.tokens;
  const { busy, failure, send } = useSending();
  const end = async () => {
    if (!token) return;
    await send(async () => {
      await api(paths.ownToken(token.id), { method: 'DELETE' });
      onEnded();
    });
  };
  return (
    <Dialog open={token !== null} title={words.endTitle(token?.name ?? '')} onClose={onClose}>
      <p class="mt2">{running(words.endWhy)}</p>
      <FailureNotice of={failure} />
      <p class="row mt5">
        <Button kind="danger" busy={busy} onClick={() => void end()}>
          {words.endDo}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t.common.cancel}
        </Button>
      </p>
    </Dialog>
  );
}

interface MadeDialogProps {
  readonly made: MadeToken | null;
  readonly onClose: () => void;
}

function MadeDialog({ made, onClose }: MadeDialogProps) {
  const { t } = useI18n();
  const words = t.account.tokens;
  return (
    <Dialog open={made !== null} title={words.shown(made?.name ?? '')} onClose={onClose}>
      <div class="mt2">
        <Notice kind="warning">{words.shownWhy}</Notice>
      </div>
      <CopyField
        label={words.token}
        value={made?.token ?? ''}
        copy={words.copy}
        copied={words.copied}
        failed={words.copyFailed}
      />
      <p class="mt2">
        <Button kind="quiet" onClick={onClose}>
          {words.done}
        </Button>
      </p>
    </Dialog>
  );
}
