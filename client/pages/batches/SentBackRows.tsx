import { paths, withQuery } from '../../../shared/api/paths.ts';
import { mayMend } from '../../data/returned.ts';
import { useSession } from '../../data/session.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { download } from '../../ui/icons.ts';
import { ReturnedList } from '../../ui/ReturnedList.tsx';

interface SentBackRowsProps {
  readonly survey: string;
  readonly batch: string;
}

const shown = 50;

/** Rows of the file that a reviewer sent back: with the reason, and each mended by the same rules as a form. */
export function SentBackRows({ survey, batch }: SentBackRowsProps) {
  const { t } = useI18n();
  const { user } = useSession();
  const query = { batch, status: 'returned', limit: shown };
  const { data } = useQuery(withQuery(paths.responses(survey), query));
  const ours = data?.items.filter((response) => user && mayMend(response, user)) ?? [];
  if (!user || !data || ours.length === 0) return null;
  const words = t.common.returned;
  return (
    <section class="panel mt4" aria-labelledby="sent-back-rows">
      <h2 id="sent-back-rows">
        {words.title(formatNumber(data.next === null ? ours.length : data.total))}
      </h2>
      <ReturnedList responses={ours} owner={user.username} />
      <p class="row mt4 no-print">
        <ButtonLink
          icon={download}
          href={withQuery(paths.responsesCsv(survey), { batch, status: 'returned' })}
          download
        >
          {words.file}
        </ButtonLink>
      </p>
      {data.next !== null && (
        <p class="mt2">
          <a href={`#/responses?batch=${batch}&status=returned`}>{words.allOf}</a>
        </p>
      )}
    </section>
  );
}
