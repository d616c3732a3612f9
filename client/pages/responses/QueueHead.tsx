import { waitingHere } from '../../data/review-filters.ts';
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import { formatNumber } from '../../i18n/format.ts';
import { type Speech, useI18n } from '../../i18n/i18n.ts';
import type { Messages } from '../../i18n/messages.ts';
import { listed } from '../../i18n/names.ts';
import { Button } from '../../ui/Button.tsx';
import { filtersOfAddress } from '../../ui/filters/change-filters.ts';
import { type ActiveFilter, activeFilters } from '../../ui/filters/filter-words.ts';
import { undo } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { useScopeName } from '../../ui/ScopeName.tsx';
import type { Acts } from './review-keys.ts';
import type { ReviewDesk } from './use-review-desk.ts';

interface QueueHeadProps {
  readonly review: ReviewDesk;
  readonly filters: URLSearchParams;
  readonly acts: Acts;
  /** also when nothing was decided one by one */
  readonly mayUndo: boolean;
}

/** What the queue is of, and how much of it waits. */
export function QueueHead({ review: { desk, left }, filters, acts, mayUndo }: QueueHeadProps) {
  const speech = useI18n();
  const { t } = speech;
  const words = t.responses.review;
  const { user } = useSession();
  const own = useScopeName(user?.scope ?? { kind: 'all' });
  const { places, others } = queueWords(filters, speech);
  const { survey } = useSurvey();
  const waiting = left !== undefined && words.waiting(formatNumber(left));
  const [tier = ''] = survey && user ? waitingHere(survey, user.scope) : [];
  const whose = survey?.reviewTiers === 2 && statusName(tier, t);
  return (
    <PageHead
      title={<Phrases text={words.queueOf(places ?? own)} />}
      text={[others, whose, waiting, words.oldestFirst].filter(Boolean).join(' · ')}
    >
      <span class="row">
        <Button
          dense
          icon={undo}
          disabled={desk.decided.length === 0 && !mayUndo}
          onClick={acts.undo}
        >
          {words.undo}
        </Button>
        <Button dense kind="quiet" onClick={acts.sheet}>
          {words.keys}
        </Button>
      </span>
    </PageHead>
  );
}

/** What is chosen: the places for the title, the rest for the line below it. */
function queueWords(filters: URLSearchParams, speech: Speech) {
  const active = activeFilters(filtersOfAddress(filters), speech);
  const isPlace = ({ name }: ActiveFilter) => name === 'province' || name === 'region';
  const said = (of: readonly ActiveFilter[]) => of.map(({ words }) => words);
  const places = said(active.filter(isPlace));
  return {
    places: places.length > 0 ? listed(places, speech.lang) : undefined,
    others: said(active.filter((one) => !isPlace(one))).join(' + '),
  };
}

/** Which of two decisions is waited for. */
function statusName(status: string, t: Messages): string | undefined {
  const names: Readonly<Record<string, string>> = t.common.statusFilters;
  return names[status];
}
