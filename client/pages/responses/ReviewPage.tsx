// The queue: what waits at the left, oldest first, the one that is read at the right, worked by keys or by thumb.
import { useState } from 'preact/hooks';
import type { Response } from '../../../shared/api/responses.ts';
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { addressOfFilters, filtersOfAddress } from '../../ui/filters/change-filters.ts';
import { FilterFields } from '../../ui/filters/FilterFields.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ReviewTabs } from '../../ui/ReviewTabs.tsx';
import { KeySheet } from './KeySheet.tsx';
import { ManyDialog } from './ManyDialog.tsx';
import { ManyPanel } from './ManyPanel.tsx';
import { QueueHead } from './QueueHead.tsx';
import { QueueList } from './QueueList.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import './responses.css';
import { ReviewPane } from './ReviewPane.tsx';
import { addressOfList, filtersFrom } from './response-filters.ts';
import type { Verdict } from './review-desk.ts';
import { type Acts, useReviewKeys } from './review-keys.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { isNothingSelected } from './selection.ts';
import { type ReviewDesk, useReviewDesk } from './use-review-desk.ts';
import { useJudge } from './use-review-rules.ts';
import { type Selecting, useSelection } from './use-selection.ts';

export function ReviewPage({ query }: PageProps) {
  const { survey } = useSurvey();
  const { user } = useSession();
  if (!survey || !user) return <LoadingState lines={8} />;
  return <Queue survey={survey.id} filters={filtersFrom(query)} />;
}

interface QueueProps {
  readonly survey: string;
  readonly filters: URLSearchParams;
}

function Queue({ survey, filters }: QueueProps) {
  const review = useReviewDesk(survey, `${filters}`);
  const { desk } = review;
  const current = desk.items.find(({ id }) => id === desk.open);
  const selecting = useSelection(survey, filters, review);
  const { acts, asking, ask, isSheetOpen, closeSheet, decide } = useActs(
    review,
    current,
    selecting,
  );
  const { many, asked } = selecting;
  return (
    <>
      <QueueFilters filters={filters} />
      <div class="wrap page">
        <QueueHead review={review} filters={filters} acts={acts} mayUndo={selecting.isNewest} />
        <ReviewTabs shown="review" />
        <ManyPanel many={many} />
        <States review={review} />
        {desk.items.length > 0 && (
          <Panes review={review} current={current} acts={acts} selecting={selecting} />
        )}
        <ReasonDialog
          key={current?.id}
          response={current}
          asking={asking}
          busy={false}
          failure={null}
          first={current && desk.failed[current.id]?.decided.reason}
          onClose={() => ask(null)}
          onSend={decide}
        />
        {asked && (
          <ManyDialog
            survey={survey}
            asked={asked}
            many={many}
            onClose={selecting.close}
            onBegun={selecting.begun}
          />
        )}
        <KeySheet open={isSheetOpen} onClose={closeSheet} />
      </div>
    </>
  );
}

/** The same as above the figures; what is chosen stands in the address. */
function QueueFilters({ filters }: Pick<QueueProps, 'filters'>) {
  const { user } = useSession();
  return (
    <FilterFields
      filters={filtersOfAddress(filters)}
      scope={user?.scope}
      onFilters={(next) => navigate(addressOfList(addressOfFilters(next), '/review'))}
    />
  );
}

/** What keys and buttons do: to the open one, or to all that are selected. */
function useActs(review: ReviewDesk, current: Response | undefined, selecting: Selecting) {
  const { t } = useI18n();
  const judge = useJudge();
  const [asking, ask] = useState<'returned' | 'rejected' | null>(null);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const decide = (verdict: Verdict) => {
    if (!current) return;
    ask(null);
    review.decide(current, verdict);
    const outcome = judge(verdict.decision, current);
    const status = 'not' in outcome ? verdict.decision : outcome.status;
    announce(`${t.common.statuses[status]}: ${current.issues[0]?.title ?? ''}`);
  };
  const orMany = (decision: Verdict['decision'], one: () => void) => () =>
    isNothingSelected(selecting.selection) ? one() : selecting.ask(decision);
  const move = (by: 1 | -1) => {
    const at = review.desk.items.findIndex(({ id }) => id === current?.id);
    selecting.reach(review.desk.items[at + by]?.id, current?.id);
    review.move(by);
  };
  const acts: Acts = {
    next: () => review.move(1),
    previous: () => review.move(-1),
    approve: orMany('approved', () => decide({ decision: 'approved', reason: '' })),
    sendBack: orMany('returned', () => current?.erasedAt === null && ask('returned')),
    reject: orMany('rejected', () => current && ask('rejected')),
    undo: () => (selecting.isNewest ? selecting.many.takeBack() : review.undo()),
    select: () => current && selecting.toggle(current.id, false),
    selectAll: selecting.all,
    selectNext: () => move(1),
    selectPrevious: () => move(-1),
    sheet: () => setSheetOpen(true),
  };
  useReviewKeys((act) => acts[act]());
  return { acts, asking, ask, isSheetOpen, closeSheet: () => setSheetOpen(false), decide };
}

interface PanesProps {
  readonly review: ReviewDesk;
  readonly acts: Acts;
  readonly current: Response | undefined;
  readonly selecting: Selecting;
}

function Panes({ review, current, acts, selecting }: PanesProps) {
  /** on a phone: the one is read, not the list */
  const [isReading, setReading] = useState(false);
  const { desk, left } = review;
  const open = (id: string) => {
    review.open(id);
    setReading(true);
  };
  return (
    <div class={isReading ? 'desk reading' : 'desk'}>
      <div class="queue-side">
        <SelectionBar
          selection={selecting.selection}
          left={left}
          onAll={selecting.all}
          onNone={selecting.none}
          onDecide={selecting.ask}
        />
        <QueueList
          desk={desk}
          left={left}
          selection={selecting.selection}
          onOpen={open}
          onSelect={selecting.toggle}
        />
      </div>
      {current && (
        <ReviewPane
          key={`${current.id} ${current.version}`}
          response={current}
          failed={desk.failed[current.id]}
          onAct={(act) => acts[act]()}
          onList={() => setReading(false)}
        />
      )}
    </div>
  );
}

/** What is said in place of the queue, or above it. */
function States({ review }: { readonly review: ReviewDesk }) {
  const { t } = useI18n();
  const words = t.responses.review;
  const { desk, loading, problem, notUndone } = review;
  const isEmpty = desk.items.length === 0 && !loading && !problem;
  return (
    <>
      {notUndone && (
        <Notice kind="error" live>
          {notUndone.type === 'decision-conflict'
            ? words.notUndone
            : (t.common.failures[notUndone.type] ?? t.common.failures.unexpected)}
        </Notice>
      )}
      {problem && <ProblemState problem={problem} onRetry={review.reload} />}
      {loading && desk.items.length === 0 && <LoadingState lines={8} />}
      {isEmpty && (
        <EmptyState title={words.queueEmpty} text={words.queueEmptyWhy}>
          <Button onClick={review.reload}>{words.again}</Button>
        </EmptyState>
      )}
    </>
  );
}
