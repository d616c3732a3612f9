import type { OwnSession } from '../../../shared/api/me.ts';
import { paths } from '../../../shared/api/paths.ts';
import { api } from '../../data/api.ts';
import type { QueryState } from '../../data/use-query.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';

type Sessions = QueryState<{ readonly items: readonly OwnSession[] }>;

/** Where one is signed in; each can be ended, and all others at once. */
export function SessionList({ sessions }: { readonly sessions: Sessions }) {
  const { t } = useI18n();
  const words = t.account.sessions;
  const { failure, send } = useSending();
  const end = (path: ReturnType<typeof paths.ownSession> | ReturnType<typeof paths.ownSessions>) =>
    send(async () => {
      await api(path, { method: 'DELETE' });
      announce(words.ended);
      sessions.refetch();
    });
  if (sessions.error && !sessions.data)
    return <ProblemState problem={sessions.error} onRetry={sessions.refetch} />;
  if (!sessions.data) return <LoadingState lines={3} />;
  const { items } = sessions.data;
  return (
    <>
      <FailureNotice of={failure} />
      <ul class="own-list">
        {items.map((session) => (
          <Session
            key={session.id}
            session={session}
            onEnd={() => void end(paths.ownSession(session.id))}
          />
        ))}
      </ul>
      {items.length > 1 ? (
        <p class="mt4">
          <Button onClick={() => void end(paths.ownSessions())}>{words.endOthers}</Button>
        </p>
      ) : (
        <p class="small muted mt2">{words.none}</p>
      )}
    </>
  );
}

interface SessionProps {
  readonly session: OwnSession;
  readonly onEnd: () => void;
}

function Session({ session, onEnd }: SessionProps) {
  const { t, lang } = useI18n();
  const words = t.account.sessions;
  const device = session.device ?? words.unknown;
  return (
    <li>
      <div>
        <strong>{device}</strong> {session.current && <span class="you">{words.current}</span>}
        <p class="small muted">
          <span class="nw">{words.since(formatInstant(session.startedAt, lang))}</span>
          {' · '}
          <span class="nw">{words.seen(formatInstant(session.seenAt, lang))}</span>
        </p>
      </div>
      {!session.current && (
        <Button dense label={words.endWhich(device)} onClick={onEnd}>
          {words.end}
        </Button>
      )}
    </li>
  );
}
