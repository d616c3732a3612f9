// Two of the gravest things that people said lately: approved, without who and where exactly.
import { useEffect } from 'preact/hooks';
import type { Filters } from '../../../../shared/api/figures.ts';
import { paths, withQuery } from '../../../../shared/api/paths.ts';
import type { Response } from '../../../../shared/api/responses.ts';
import { passesIssue } from '../../../../shared/survey/issue-filter.ts';
import { bangkokDay } from '../../../../shared/text/bangkok-day.ts';
import { useQuery } from '../../../data/use-query.ts';
import { formatDay } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { addressOfFilters } from '../../../ui/filters/change-filters.ts';
import { QuoteMark } from '../../../ui/Logo.tsx';

interface QuotesProps {
  readonly survey: string;
  readonly filters: Filters;
  /** provinces that are not named: few have spoken there */
  readonly hidden: ReadonlySet<string>;
  /** they have come, or cannot */
  readonly onReady?: () => void;
}

const shown = 2;

export function Quotes({ survey, filters, hidden, onReady }: QuotesProps) {
  const { t, lang } = useI18n();
  const words = t.brief;
  // what nobody has looked at is not printed
  const query = addressOfFilters({ ...filters, status: ['approved'] });
  query.set('limit', '20');
  const { data, error } = useQuery(withQuery(paths.responses(survey), `${query}`));
  const isReady = data !== undefined || error !== undefined;
  useEffect(() => {
    if (isReady) onReady?.();
  }, [isReady]);
  const quotes = data?.items.flatMap((response) => quoteOf(response, filters)) ?? [];
  const chosen = quotes.toSorted((a, b) => b.severity - a.severity).slice(0, shown);
  return (
    <section class="brief-voices" data-ready={isReady}>
      <h2>
        {words.voices} <small>{words.voicesWhen(formatDay(bangkokDay(new Date()), lang))}</small>
      </h2>
      {data && chosen.length === 0 && <p class="sub">{words.noVoices}</p>}
      {chosen.map(({ key, text, from, province, severity }) => (
        <blockquote key={key}>
          <QuoteMark />
          <span class="brief-words">{text}</span>
          <small>
            {[
              from && t.common[from],
              province && !hidden.has(province) && placeName(province, lang),
              severity > 0 && `${t.common.severity} ${severity}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </blockquote>
      ))}
    </section>
  );
}

/** The first issue that the view is about and that still has words. */
function quoteOf({ id, issues, respondent, place }: Response, filters: Filters) {
  const issue = issues.find((one) => one.title !== '' && passesIssue(one, filters));
  if (issue === undefined) return [];
  const text = issue.detail ? `${issue.title}: ${issue.detail}` : issue.title;
  const severity = issue.severity ?? 0;
  return [{ key: id, text, from: respondent.type, province: place.province, severity }];
}
