import type { Response } from '../../../shared/api/responses.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { QuoteMark } from '../../ui/Logo.tsx';
import { SeverityMark } from '../../ui/SeverityMark.tsx';
import { StrategyKey } from '../../ui/StrategyKey.tsx';

/** What was said, each problem opened by the quotation mark. */
export function Words({ response }: { readonly response: Response }) {
  const { t } = useI18n();
  return (
    <section aria-label={t.responses.one.words}>
      <ol class="voices">
        {response.issues.map((issue, index) => (
          <li key={issue.title + String(index)} class="voice">
            <QuoteMark />
            <div>
              {response.issues.length > 1 && (
                <p class="small muted">{t.responses.one.issueNo(formatNumber(index + 1))}</p>
              )}
              <blockquote>
                <h2>{issue.title}</h2>
                {issue.detail && <p class="detail">{issue.detail}</p>}
              </blockquote>
              <Facts issue={issue} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Facts({ issue }: { readonly issue: Response['issues'][number] }) {
  const { t } = useI18n();
  const words = t.responses.one;
  return (
    <dl class="dl mt4">
      <dt>{t.common.strategy}</dt>
      <dd>
        {issue.strategy ? (
          <StrategyKey strategy={issue.strategy} />
        ) : (
          <span class="muted">{t.common.none}</span>
        )}
        {issue.strategyText && <small> {words.written(issue.strategyText)}</small>}
      </dd>
      {(issue.subPlan ?? issue.subPlanText) && (
        <>
          <dt>{words.subPlan}</dt>
          <dd>{issue.subPlan ?? issue.subPlanText}</dd>
        </>
      )}
      <dt>{t.common.severity}</dt>
      <dd>
        <SeverityMark level={issue.severity} />
      </dd>
      <dt>{words.affected}</dt>
      <dd>
        {issue.affected === null ? (
          <span class="muted">{t.common.none}</span>
        ) : (
          words.affectedPeople(formatNumber(issue.affected))
        )}
      </dd>
    </dl>
  );
}
