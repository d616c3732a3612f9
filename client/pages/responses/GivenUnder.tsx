import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { Response } from '../../../shared/api/responses.ts';
import { useSurvey } from '../../data/survey.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { textIn } from '../../i18n/text-in.ts';

/** Which version of the round it was made under, and what its respondent was told of their data then. */
export function GivenUnder({ response }: { readonly response: Response }) {
  const { t, lang } = useI18n();
  const words = t.responses.one;
  const { survey: id, surveyVersion: version } = response;
  const { surveys } = useSurvey();
  const now = surveys.find((one) => one.id === id);
  const isNow = now?.version === version;
  const earlier = useQuery(now && !isNow ? withQuery(paths.survey(id), { version }) : null);
  const notice = (isNow ? now : earlier.data)?.privacyNotice;
  const text = notice && textIn[lang](notice);
  return (
    <>
      <dt>{words.version}</dt>
      <dd>{words.versionNo(formatNumber(version))}</dd>
      {notice && text !== undefined && (
        <>
          <dt>{words.notice}</dt>
          <dd>
            {text === '' ? (
              words.noNotice
            ) : (
              <details>
                <summary>{words.noticeNo(formatNumber(notice.version))}</summary>
                <p class="lines">{text}</p>
              </details>
            )}
          </dd>
        </>
      )}
    </>
  );
}
