import type { Response, ResponseHistory } from '../../../shared/api/responses.ts';
import { useOfficeName } from '../../data/offices.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Changes } from './Changes.tsx';
import { happeningText } from './happening-text.ts';
import { usePointerWords } from './pointer-words.ts';

interface HistoryProps {
  readonly response: Response;
  /** with what each revision changed; until it is there, what the response itself remembers is shown */
  readonly whole?: ResponseHistory | undefined;
}

type Entry = Omit<ResponseHistory['items'][number], 'revision'>;

/** Who did what when, oldest first. */
export function History({ response, whole }: HistoryProps) {
  const { t, lang } = useI18n();
  const words = t.responses.one;
  const { by, receivedAt, history } = response;
  const remembered = [
    { what: 'sent' as const, by, at: receivedAt, reason: null, changes: [] },
    ...history.map(({ decision, ...entry }) => ({ ...entry, what: decision, changes: [] })),
  ];
  const entries: readonly Entry[] = whole?.items ?? remembered;
  const wordsOf = usePointerWords(response);
  const officeName = useOfficeName();
  return (
    <section class="panel">
      <h2>{words.history}</h2>
      <ol class="tl mt4">
        {entries.map((entry, index) => (
          <li key={entry.at + entry.what} class={index === entries.length - 1 ? 'now' : ''}>
            {entry.what === 'sent' ? words.sent : happeningText(entry.what, t, entry.tier)}{' '}
            <small>
              <time dateTime={entry.at}>{formatInstant(entry.at, lang)}</time> · {entry.by}
              {entry.office && ` · ${officeName(entry.office, lang)}`}
            </small>
            {entry.reason && <p>{words.because(entry.reason)}</p>}
            {entry.pointer && (
              <p class="small muted">{words.about(wordsOf(entry.pointer) ?? entry.pointer)}</p>
            )}
            {entry.changes.length > 0 && <Changes response={response} changes={entry.changes} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
