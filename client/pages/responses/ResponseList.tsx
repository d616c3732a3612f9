import type { Response } from '../../../shared/api/responses.ts';
import { placeLine } from '../../../shared/places/place-line.ts';
import { type IssueFilters, passesIssue } from '../../../shared/survey/issue-filter.ts';
import { formatDay, formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { QuoteMark } from '../../ui/Logo.tsx';
import { SeverityMark } from '../../ui/SeverityMark.tsx';
import { StrategyKey } from '../../ui/StrategyKey.tsx';
import { StatusTag } from './StatusTag.tsx';

interface ResponseListProps {
  readonly items: readonly Response[];
  /** of several issues the one is shown that was asked for */
  readonly filters: IssueFilters;
}

/** The words first; where, when and how grave below them. */
export function ResponseList({ items, filters }: ResponseListProps) {
  const { t } = useI18n();
  return (
    <ol class="voices" aria-label={t.responses.listLabel}>
      {items.map((response) => (
        <li key={response.id} class="voice">
          <ResponseItem response={response} filters={filters} />
        </li>
      ))}
    </ol>
  );
}

function ResponseItem({
  response,
  filters,
}: {
  readonly response: Response;
  readonly filters: IssueFilters;
}) {
  const { t, lang } = useI18n();
  const { issues, respondent, day, receivedAt } = response;
  const first = issues.find((issue) => passesIssue(issue, filters)) ?? issues[0];
  const others = issues.filter((issue) => issue !== first);
  return (
    <>
      <QuoteMark />
      <div>
        <h2>
          <a href={`#/responses/${response.id}`}>{first?.title}</a>
        </h2>
        {first?.detail && <p class="detail">{first.detail}</p>}
        {others.length > 0 && (
          <p class="small muted">{t.responses.more(formatNumber(others.length))}</p>
        )}
        <p class="meta">
          <span>{placeLine(response.place, lang)}</span>
          {respondent.type && <span>{t.common[respondent.type]}</span>}
          <time dateTime={day ?? receivedAt}>
            {day ? formatDay(day, lang) : formatInstant(receivedAt, lang)}
          </time>
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
