import { Fragment } from 'preact';
import type { Response } from '../../../shared/api/responses.ts';
import { fieldsIn } from '../../../shared/survey/fields/fields.ts';
import { fieldWords } from '../../../shared/survey/fields/words.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { QuoteMark } from '../../ui/Logo.tsx';
import { FieldValue, isGiven } from './FieldValue.tsx';
import { IssuePhotos } from './IssuePhotos.tsx';
import { LinkedTo } from './LinkedTo.tsx';

/** What was said, each problem opened by the quotation mark. */
export function Words({ response }: { readonly response: Response }) {
  const { t } = useI18n();
  return (
    <section aria-label={t.responses.one.words}>
      <ol class="voices">
        {response.issues.map((issue, index) => (
          <li key={issue.id} class="voice">
            <QuoteMark />
            <div>
              {response.issues.length > 1 && (
                <p class="small muted">{t.common.issueNo(formatNumber(index + 1))}</p>
              )}
              <blockquote>
                <h2>{issue.title || t.common.erased}</h2>
                {issue.detail && <p class="detail">{issue.detail}</p>}
              </blockquote>
              {issue.photos && <IssuePhotos response={response} issue={issue.id} />}
              <Facts issue={issue} survey={response.survey} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const facts = fieldsIn('/issues/-').filter(({ name }) => name !== 'title' && name !== 'detail');

interface FactsProps {
  readonly issue: Response['issues'][number];
  readonly survey: string;
}

/** What the form asks for everywhere is said to be missing too. */
function Facts({ issue, survey }: FactsProps) {
  const { lang } = useI18n();
  return (
    <dl class="dl mt4">
      {facts.map(
        (field) =>
          ((field.kind !== 'sub-plan' && !field.sparse) || isGiven(field, issue)) && (
            <Fragment key={field.name}>
              <dt>{fieldWords[field.name].name[lang]}</dt>
              <dd>
                <FieldValue field={field} stored={issue} />
              </dd>
            </Fragment>
          ),
      )}
      {issue.links && <LinkedTo survey={survey} links={issue.links} />}
    </dl>
  );
}
