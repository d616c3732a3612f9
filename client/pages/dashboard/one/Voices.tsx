// What people said: the newest, or the newest of the highest level; each leads to the response it stands in.
import { useState } from 'preact/hooks';
import type { Filters } from '../../../../shared/api/figures.ts';
import { paths, withQuery } from '../../../../shared/api/paths.ts';
import type { Response } from '../../../../shared/api/responses.ts';
import { placeLine } from '../../../../shared/places/place-line.ts';
import { passesIssue } from '../../../../shared/survey/issue-filter.ts';
import { useQuery } from '../../../data/use-query.ts';
import { formatDay, formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { ProblemState } from '../../../ui/ErrorState.tsx';
import { addressOfFilters } from '../../../ui/filters/change-filters.ts';
import { QuoteMark } from '../../../ui/Logo.tsx';
import { SeverityMark } from '../../../ui/SeverityMark.tsx';
import { FigureSwitch } from '../frame/FigureSwitch.tsx';
import { type DashboardView, responsesHref } from '../view.ts';

type Choice = 'newest' | 'gravest';

const shown = 5;

interface VoicesProps {
  readonly survey: string;
  readonly view: DashboardView;
  /** of the page’s figures */
  readonly asOf: string;
}

export function Voices({ survey, view, asOf }: VoicesProps) {
  const { t } = useI18n();
  const words = t.focus;
  const [choice, setChoice] = useState<Choice>('newest');
  // where levels are chosen already, both lists would be the same
  const hasChoice = view.filters.severity === undefined;
  const isGravest = hasChoice && choice === 'gravest';
  const filters: Filters = isGravest ? { ...view.filters, severity: ['5'] } : view.filters;
  const query = addressOfFilters(filters);
  query.set('limit', String(shown));
  const { data, error, refetch } = useQuery(withQuery(paths.responses(survey), `${query}`), asOf);
  return (
    <section class="fig inner no-print" aria-label={words.voices}>
      <h2>{words.voices}</h2>
      {hasChoice ? (
        <div class="switches">
          <FigureSwitch
            label={words.order}
            value={choice}
            onChange={setChoice}
            choices={[
              { value: 'newest', label: words.newest },
              { value: 'gravest', label: words.gravest },
            ]}
          />
        </div>
      ) : (
        <p class="sub">{words.chosenLevels}</p>
      )}
      {isGravest && <p class="sub">{words.gravestSub}</p>}
      {data === undefined ? (
        error === undefined ? (
          <div class="voices-coming" aria-busy="true" />
        ) : (
          <ProblemState problem={error} onRetry={refetch} />
        )
      ) : data.items.length === 0 ? (
        <p class="muted">{isGravest ? words.noVoices : words.noVoicesYet}</p>
      ) : (
        <>
          <ol class="said">
            {data.items.map((response) => (
              <Voice key={response.id} response={response} filters={filters} />
            ))}
          </ol>
          <p class="links">
            <a href={responsesHref({ ...view, filters })}>{words.all(formatNumber(data.total))}</a>
          </p>
        </>
      )}
    </section>
  );
}

/** Of several issues the one that the page is about. */
function Voice({ response, filters }: { readonly response: Response; readonly filters: Filters }) {
  const { t, lang } = useI18n();
  const issue = response.issues.find((one) => passesIssue(one, filters)) ?? response.issues[0];
  const { day, respondent } = response;
  return (
    <li>
      <QuoteMark />
      <div>
        <h3>
          <a href={`#/responses/${response.id}`}>{issue?.title || t.common.erased}</a>
        </h3>
        {issue?.detail && <p class="detail">{issue.detail}</p>}
        <p class="meta">
          {issue?.severity != null && <SeverityMark level={issue.severity} />}
          {respondent.type && <span>{t.common[respondent.type]}</span>}
          <span>{placeLine(response.place, lang)}</span>
          {day && <time dateTime={day}>{formatDay(day, lang)}</time>}
        </p>
      </div>
    </li>
  );
}
