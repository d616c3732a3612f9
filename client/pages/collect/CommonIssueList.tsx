import type { CommonIssue } from '../../../shared/api/responses.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { check } from '../../ui/icons.ts';
import { offeredFor } from './common-issues.ts';
import type { IssueValues } from './form-values.ts';

interface CommonIssueListProps {
  readonly issue: IssueValues;
  readonly common: readonly CommonIssue[];
  readonly change: (part: Partial<IssueValues>) => void;
}

/** Under a title while it is typed: what others of the district call it. Taking it makes one more voice of this response. */
export function CommonIssueList({ issue, common, change }: CommonIssueListProps) {
  const { t } = useI18n();
  const words = t.collect.common;
  const { is, offered } = offeredFor(issue.title, common);
  const take = ({ title, strategy }: CommonIssue) =>
    change({ title, ...(issue.strategy === '' && strategy && { strategy }) });
  return (
    <div class="common" aria-live="polite">
      {is && (
        <p class="tag ok">
          <Icon of={check} />
          <span>{words.joined(formatNumber(is.responses))}</span>
        </p>
      )}
      {offered.length > 0 && (
        <>
          <p class="small muted">{words.title}</p>
          <ul>
            {offered.map((one) => (
              <li key={one.title}>
                <button type="button" onClick={() => take(one)}>
                  <span>{one.title}</span>
                  <small>{words.said(formatNumber(one.responses))}</small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
