import { paths } from '../../../shared/api/paths.ts';
import { bangkokDay } from '../../../shared/text/dates.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';

/** What one has sent lately and what became of it; without network nothing is said. */
export function OwnNumbersPanel({ survey }: { readonly survey: string }) {
  const { t, lang } = useI18n();
  const words = t.home.enumerator.own;
  const { data } = useQuery(paths.ownNumbers(survey));
  if (!data || (data.week === 0 && data.waiting + data.approved + data.returned === 0)) return null;
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
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
