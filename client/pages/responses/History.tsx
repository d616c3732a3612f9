import type { Response } from '../../../shared/api/responses.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';

/** Who did what when, oldest first. */
export function History({ response }: { readonly response: Response }) {
  const { t, lang } = useI18n();
  const words = t.responses.one;
  const entries = [
    { what: words.sent, by: response.by, at: response.receivedAt, reason: null },
    ...response.history.map(({ decision, ...entry }) => ({
      what: t.common.statuses[decision],
      ...entry,
    })),
  ];
  return (
    <section class="panel">
      <h2>{words.history}</h2>
      <ol class="tl mt4">
        {entries.map((entry, index) => (
          <li key={entry.at + entry.what} class={index === entries.length - 1 ? 'now' : ''}>
            {entry.what}{' '}
            <small>
              <time dateTime={entry.at}>{formatInstant(entry.at, lang)}</time> · {entry.by}
            </small>
            {entry.reason && <p>{words.because(entry.reason)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
