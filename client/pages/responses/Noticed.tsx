import { useEffect, useState } from 'preact/hooks';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { QualityFlag } from '../../../shared/api/quality.ts';
import type { Response } from '../../../shared/api/responses.ts';
import { useQuery } from '../../data/use-query.ts';
import { useFlagSentence } from '../../i18n/flag-sentence.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { triangleAlert } from '../../ui/icons.ts';
import { running } from '../../ui/Running.tsx';
import { stayMs } from './use-presence.ts';

/** What standing rules noticed that this response is a part of, and the others of it: what is similar, who sends alike. */
export function Noticed({ response }: { readonly response: Response }) {
  const { t } = useI18n();
  const { survey, id } = response;
  const isRead = useStay(id);
  const { data } = useQuery(isRead ? withQuery(paths.quality(survey), `response=${id}`) : null);
  if (!data || data.items.length === 0) return null;
  return (
    <section class="panel">
      <h2>{t.quality.about}</h2>
      <ul class="list mt2">
        {data.items.map((flag) => (
          <li key={flag.id} class="cmt">
            <Icon of={triangleAlert} />
            <span>
              <Flag flag={flag} except={id} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who only passes through the queue asks nothing. */
function useStay(id: string): boolean {
  const [stayed, setStayed] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setStayed(id), stayMs);
    return () => clearTimeout(timer);
  }, [id]);
  return stayed === id;
}

/** as many as are read beside the response: the others are on the page of all flags */
const mostLinks = 5;

function Flag({ flag, except }: { readonly flag: QualityFlag; readonly except: string }) {
  const { t } = useI18n();
  const sentence = useFlagSentence(flag);
  const others = flag.responses.filter((id) => id !== except).slice(0, mostLinks);
  return (
    <>
      {running(sentence)}{' '}
      {others.map((id, index) => (
        <a key={id} class="small" href={`#/responses/${id}`}>
          {t.quality.otherResponse(formatNumber(index + 1))}{' '}
        </a>
      ))}
    </>
  );
}
