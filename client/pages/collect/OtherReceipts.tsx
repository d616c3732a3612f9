import { paths } from '../../../shared/api/paths.ts';
import { placeLine } from '../../../shared/places/place-line.ts';
import type { OutboxSet } from '../../data/outbox-set.ts';
import { useOnline } from '../../data/outbox-status.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';

interface OtherReceiptsProps {
  readonly survey: string;
  /** what this device knows itself */
  readonly sets: readonly OutboxSet[];
}

/** Receipts that this device does not have: of another phone, or from before it was cleared. Asked for when there is a signal. */
export function OtherReceipts({ survey, sets }: OtherReceiptsProps) {
  const { t, lang } = useI18n();
  const online = useOnline();
  const sent = String(sets.filter(({ state }) => state === 'sent').length);
  const { data } = useQuery(online ? paths.ownReceipts(survey) : null, sent);
  const here = new Set(sets.map(({ id }) => id));
  const others = data?.items.filter(({ id }) => !here.has(id)) ?? [];
  if (others.length === 0) return null;
  return (
    <section>
      <h2 class="obx-title">
        {t.sending.otherReceipts} <span>{t.sending.sets(formatNumber(others.length))}</span>
      </h2>
      <ul class="list">
        {others.map(({ id, receipt, receivedAt, issues, province, district }) => (
          <li key={id}>
            <a class="code" href={`#/responses/${id}`}>
              {receipt}
            </a>
            <small>
              {placeLine({ province, district, subdistrict: null }, lang)} ·{' '}
              {t.sending.problems(formatNumber(issues))} · {formatInstant(receivedAt, lang)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
