import { paths } from '../../../shared/api/paths.ts';
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { PartFailed } from './PartFailed.tsx';

interface OwnNumbersProps {
  readonly survey: string;
  /** sets of this device that the server has: one more, and the numbers are others */
  readonly sent: number;
}

/** What one has sent lately and what became of it; without network nothing is said, the page says so already. */
export function OwnNumbersPanel({ survey, sent }: OwnNumbersProps) {
  const { t, lang } = useI18n();
  const words = t.home.enumerator.own;
  const query = useQuery(paths.ownNumbers(survey), String(sent));
  const { data, error } = query;
  if (!data && error && error.type !== 'offline') return <PartFailed queries={[query]} />;
  if (!data || (!data.week && data.waiting + data.approved + data.returned === 0)) return null;
  const numbers = [
    [words.today, data.today],
    [words.week, data.week],
    [words.waiting, data.waiting],
    [words.approved, data.approved],
    [words.returned, data.returned],
  ] as const;
  return (
    <section class="panel own-numbers">
      <h2>{words.title}</h2>
      <p class="small muted">{words.since(formatDay(bangkokDay(new Date(data.since)), lang))}</p>
      <dl>
        {numbers.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count === null ? words.tooMany : formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
