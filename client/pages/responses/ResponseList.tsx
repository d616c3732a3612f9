import type { Response } from '../../../shared/api/responses.ts';
import { placeLine } from '../../../shared/places/place-line.ts';
import { type IssueFilters, passesIssue } from '../../../shared/survey/issue-filter.ts';
import { formatDay, formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { QuoteMark } from '../../ui/Logo.tsx';
import { SeverityMark } from '../../ui/SeverityMark.tsx';
import { StrategyKey } from '../../ui/StrategyKey.tsx';
import { addressOfResponse } from './response-filters.ts';
import { StatusTag } from './StatusTag.tsx';

interface ResponseListProps {
  readonly items: readonly Response[];
  /** of several issues the one is shown that was asked for */
  readonly filters: IssueFilters;
  /** the query of the list, so that its responses lead back to it */
  readonly list: string;
}

/** The words first; where, when and how grave below them. */
export function ResponseList({ items, filters, list }: ResponseListProps) {
  const { t } = useI18n();
  return (
    <ol id="list" tabIndex={-1} class="voices" aria-label={t.responses.listLabel}>
      {items.map((response) => (
        <li key={response.id} class="voice">
          <ResponseItem response={response} filters={filters} list={list} />
        </li>
      ))}
    </ol>
  );
}

interface ResponseItemProps extends Pick<ResponseListProps, 'filters' | 'list'> {
  readonly response: Response;
}

function ResponseItem({ response, filters, list }: ResponseItemProps) {
  const { t, lang } = useI18n();
  const { issues, respondent, day, receivedAt } = response;
  const first = issues.find((issue) => passesIssue(issue, filters)) ?? issues[0];
  const others = issues.filter((issue) => issue !== first);
  return (
    <>
      <QuoteMark />
      <div>
        <h2>
          <a href={`#${addressOfResponse(response.id, list)}`}>{first?.title || t.common.erased}</a>
        </h2>
        {first?.detail && <p class="detail">{first.detail}</p>}
        {others.length > 0 && (
          <p class="small muted">{t.responses.more(formatNumber(others.length))}</p>
        )}
        <p class="meta">
          <span>{placeLine(response.place, lang)}</span>
          {respondent.type && <span>{t.common[respondent.type]}</span>}
          {day && (
            <span>
              {t.responses.surveyed} <time dateTime={day}>{formatDay(day, lang)}</time>
            </span>
          )}
          <span>
            {t.responses.received}{' '}
            <time dateTime={receivedAt}>{formatInstant(receivedAt, lang)}</time>
          </span>
          {first?.strategy ? (
            <StrategyKey strategy={first.strategy} />
          ) : (
            <span>{t.common.noStrategy}</span>
          )}
          {first?.severity != null && <SeverityMark level={first.severity} />}
          <StatusTag status={response.status} />
        </p>
      </div>
    </>
  );
}
