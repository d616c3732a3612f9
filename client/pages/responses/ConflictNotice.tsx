import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { happeningText } from './happening-text.ts';
import type { Conflict } from './use-decision.ts';

interface ConflictNoticeProps {
  readonly conflict: Conflict;
  readonly busy: boolean;
  readonly onMine: (conflict: Conflict) => void;
  readonly onTheirs: (conflict: Conflict) => void;
}

/** Shows what somebody else stored beside what I was about to store, and lets me choose. */
export function ConflictNotice({ conflict, busy, onMine, onTheirs }: ConflictNoticeProps) {
  const { t, lang } = useI18n();
  const words = t.responses.review;
  const { mine, stored } = conflict;
  const theirs = stored.history.at(-1);
  const own = [t.common.statuses[mine.decision], mine.reason.trim() && `“${mine.reason.trim()}”`];
  return (
    <Notice kind="warning" title={words.conflict} live>
      <p>
        {theirs
          ? words.conflictTheirs(
              happeningText(theirs.decision, t),
              theirs.by,
              formatInstant(theirs.at, lang),
            )
          : words.conflictChanged}
        {theirs?.reason && ` “${theirs.reason}”`}
      </p>
      <p>{words.conflictYours(own.filter(Boolean).join(' '))}</p>
      <p class="row mt2">
        <Button dense busy={busy} onClick={() => onMine(conflict)}>
          {words.useMine}
        </Button>
        <Button dense kind="quiet" onClick={() => onTheirs(conflict)}>
          {words.keepTheirs}
        </Button>
      </p>
    </Notice>
  );
}
