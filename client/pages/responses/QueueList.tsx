import { useEffect, useRef } from 'preact/hooks';
import type { Response } from '../../../shared/api/responses.ts';
import { placeLine } from '../../../shared/places/place-line.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { circleAlert, refresh, triangleAlert } from '../../ui/icons.ts';
import type { ReviewQueueState } from './review-desk.ts';
import { isSelected, type QueueSelection } from './selection.ts';

interface QueueListProps {
  readonly desk: ReviewQueueState;
  readonly left: number | undefined;
  readonly selection: QueueSelection;
  readonly onOpen: (id: string) => void;
  /** `reach`: all from the last one on */
  readonly onSelect: (id: string, reach: boolean) => void;
}

/** What waits: the words, where, since when, and what to look at. */
export function QueueList({ desk, left, selection, onOpen, onSelect }: QueueListProps) {
  const { t } = useI18n();
  const words = t.responses.review;
  const shown = useRef<HTMLLIElement>(null);
  useEffect(() => {
    shown.current?.scrollIntoView({ block: 'nearest' });
  }, [desk.open]);
  return (
    <nav class="queue" aria-label={words.queue}>
      <ol>
        {desk.items.map((response) => (
          <li key={response.id} ref={response.id === desk.open ? shown : null}>
            <label class="pick">
              <input
                type="checkbox"
                aria-label={t.responses.many.selectOne(response.issues[0]?.title ?? '')}
                checked={isSelected(selection, response.id)}
                onClick={(event) => onSelect(response.id, event.shiftKey)}
              />
            </label>
            <button
              type="button"
              aria-current={response.id === desk.open ? 'true' : undefined}
              onClick={() => onOpen(response.id)}
            >
              <QueueItem response={response} isBack={desk.failed[response.id] !== undefined} />
            </button>
          </li>
        ))}
      </ol>
      {left !== undefined && (
        <p class="small muted">
          {words.shown(formatNumber(desk.items.length), formatNumber(left))}
        </p>
      )}
    </nav>
  );
}

interface QueueItemProps {
  readonly response: Response;
  readonly isBack: boolean;
}

function QueueItem({ response, isBack }: QueueItemProps) {
  const { t, lang } = useI18n();
  const words = t.responses.review;
  const warnings = response.violations.length;
  return (
    <>
      <strong>{response.issues[0]?.title || t.common.erased}</strong>
      <span class="row between small muted">
        <span>{placeLine(response.place, lang)}</span>
        <time dateTime={response.receivedAt}>{formatInstant(response.receivedAt, lang)}</time>
      </span>
      {isBack && (
        <span class="note error">
          <Icon of={circleAlert} small /> {words.cameBack}
        </span>
      )}
      {response.revision > 1 && (
        <span class="note">
          <Icon of={refresh} small /> {t.responses.one.happened.revised}
        </span>
      )}
      {warnings > 0 && (
        <span class="note">
          <Icon of={triangleAlert} small /> {words.noticed(formatNumber(warnings))}
        </span>
      )}
    </>
  );
}
