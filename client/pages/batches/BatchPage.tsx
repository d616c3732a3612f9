// What became of one file: every count, every row, and the way on.
import { useEffect, useRef } from 'preact/hooks';
import type { Batch, PageOfBatchRows } from '../../../shared/api/batches.ts';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import { rejectedRows } from '../../data/batch-state.ts';
import { refreshSurvey, useSurvey } from '../../data/survey.ts';
import { followBatch } from '../../data/upload.ts';
import { useQuery } from '../../data/use-query.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { announce } from '../../ui/Announcer.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { phoneWidth, useMedia } from '../../ui/use-media.ts';
import { BatchHead } from './BatchHead.tsx';
import { rowsWith } from './batch-facts.ts';
import { useBatchTitle } from './batch-words.ts';
import { CountsBar } from './CountsBar.tsx';
import './batches.css';
import { DifferencePanel } from './DifferencePanel.tsx';
import { FileNotes } from './FileNotes.tsx';
import { HowRead } from './HowRead.tsx';
import { RowFacets } from './RowFacets.tsx';
import { RowSearch } from './RowSearch.tsx';
import { RowsView } from './RowsView.tsx';
import { addressOfRows, questionOf, type RowsQuestion } from './row-view.ts';
import { SentBackRows } from './SentBackRows.tsx';
import { WithdrawPanel } from './WithdrawPanel.tsx';

export function BatchPage({ params, query }: PageProps) {
  const { t } = useI18n();
  const { survey, error } = useSurvey();
  const id = params.id ?? '';
  const batch = useQuery(survey ? paths.batch(survey.id, id) : null);
  const { replace } = batch;
  const isThere = batch.data !== undefined;
  const everyMs = moves(batch.data) ? movingMs : stillMs;
  useEffect(() => {
    if (!survey || !isThere) return;
    const stop = new AbortController();
    void followBatch(survey.id, id, replace, stop.signal, everyMs);
    return () => stop.abort();
  }, [survey, id, isThere, everyMs, replace]);
  return (
    <div class="wrap page batches">
      {!batch.data && <h1 class="vh">{t.shell.titles.batch}</h1>}
      {error && !survey && <ProblemState problem={error} onRetry={() => void refreshSurvey()} />}
      {batch.error && <ProblemState problem={batch.error} onRetry={batch.refetch} />}
      {!batch.data && batch.loading && <LoadingState lines={10} />}
      {survey && batch.data && (
        <Result
          survey={survey.id}
          batch={batch.data}
          question={questionOf(query, batch.data.counts)}
          onBatch={replace}
        />
      )}
    </div>
  );
}

/** between two looks: while its numbers move, and so that what a colleague does with it comes here too */
const movingMs = 1000;
const stillMs = 5000;

function moves(batch: Batch | undefined): boolean {
  const step = batch?.withdrawal?.state;
  return batch?.state === 'loading' || step === 'withdrawing' || step === 'bringing-back';
}

interface RowsProps {
  readonly survey: string;
  readonly batch: Batch;
  readonly question: RowsQuestion;
}

interface ResultProps extends RowsProps {
  readonly onBatch: (batch: Batch) => void;
}

function Result({ survey, batch, question, onBatch }: ResultProps) {
  const { t } = useI18n();
  const words = t.batches.result;
  useCountsSaid(batch);
  const withdrawing = <WithdrawPanel survey={survey} batch={batch} onBatch={onBatch} />;
  return (
    <>
      <BatchHead survey={survey} batch={batch} />
      <CountsBar batch={batch} />
      {batch.state === 'withdrawn' && withdrawing}
      <Messages batch={batch} />
      {batch.state === 'done' && <SentBackRows survey={survey} batch={batch.id} />}
      <div class="chk-grid no-print">
        <RowFacets batch={batch} question={question} />
        <section id="list" tabIndex={-1} aria-labelledby="rows-title">
          <h2 id="rows-title" class="vh">
            {words.rowsTitle}: {words.captions[question.outcome]}
          </h2>
          <RowSearch batch={batch.id} question={question} />
          <Rows survey={survey} batch={batch} question={question} />
        </section>
      </div>
      {batch.state !== 'withdrawn' && withdrawing}
      {batch.counts.rows > 0 && batch.state !== 'loading' && (
        <DifferencePanel survey={survey} batch={batch} />
      )}
      <HowRead batch={batch} />
    </>
  );
}

/** What a person should know before reading rows. */
function Messages({ batch }: { readonly batch: Batch }) {
  const { t } = useI18n();
  const words = t.batches.receipt;
  const { outside, mended } = rejectedRows(batch);
  return (
    <div class="messages">
      {batch.state === 'loading' && <Notice kind="offline">{words.loading}</Notice>}
      {batch.state === 'interrupted' && (
        <Notice kind="warning" title={t.batches.cut.againWhy}>
          {t.batches.cut.why}
        </Notice>
      )}
      {batch.state === 'withdrawn' && !moves(batch) && (
        <Notice kind="offline">{words.withdrawn}</Notice>
      )}
      {batch.state === 'refused' && <Notice kind="error">{words.refused}</Notice>}
      {batch.mends !== null && (
        <Notice kind="offline">{t.batches.result.mends(batch.mends)}</Notice>
      )}
      {mended > 0 && (
        <Notice kind="ok">{t.batches.result.mendedSoFar(mended, batch.counts.rejected)}</Notice>
      )}
      {outside > 0 && <Notice kind="warning">{t.batches.result.outsideScope(outside)}</Notice>}
      <FileNotes notes={batch.notes} every />
      {batch.state === 'done' && <Notice kind="ok">{words.again}</Notice>}
    </div>
  );
}

function Rows({ survey, batch, question }: RowsProps) {
  const { t } = useI18n();
  const words = t.batches.result;
  const { outcome, code, after, q = null } = question;
  const limit = useMedia(phoneWidth) ? 10 : 50;
  const rows = useQuery(
    withQuery(paths.batchRows(survey, batch.id), { outcome, code, q, limit, after }),
  );
  const all = code ? (batch.errors[code] ?? 0) : rowsWith(outcome, batch.counts);
  const { refetch } = rows;
  // a first page that is not full yet grows while the file is read
  const grows = after === null && (rows.data?.items.length ?? 0) < Math.min(limit, all);
  useEffect(() => {
    if (grows && rows.data) refetch();
  }, [all, batch.state]);
  const { looksOn, fromTheFirst } = useLookingOn(batch.id, question, rows.data);
  if (rows.error) return <ProblemState problem={rows.error} onRetry={refetch} />;
  if (!rows.data || looksOn) return <LoadingState lines={8} />;
  const { items, next } = rows.data;
  if (items.length === 0 && next === null && (after === null || fromTheFirst)) {
    const none = code ? words.noneOfReason : words.none[outcome];
    return <EmptyState title={q ? words.noneFound : none} />;
  }
  return (
    <>
      <RowsView batch={batch} outcome={outcome} rows={items} />
      <p class="row pager no-print">
        <span class="small muted">
          {q ? words.found(items.length) : words.shown(items.length, all)}
        </span>
        {after !== null && (
          <ButtonLink dense href={addressOfRows(batch.id, { outcome, code, q, after: null })}>
            {words.first}
          </ButtonLink>
        )}
        {next !== null && (
          <ButtonLink dense href={addressOfRows(batch.id, { outcome, code, q, after: next })}>
            {words.next}
          </ButtonLink>
        )}
      </p>
    </>
  );
}

/** A search looks through so many rows at a time: where none of them had it, through the next ones. */
function useLookingOn(batch: string, question: RowsQuestion, found: PageOfBatchRows | undefined) {
  const { after, ...asked } = question;
  const key = JSON.stringify(asked);
  const begun = useRef('');
  const next = found?.items.length === 0 ? found.next : null;
  useEffect(() => {
    // where something was found, an empty page further on does not say that there is nothing
    if (found && found.items.length > 0) begun.current = '';
    if (next === null) return;
    if (after === null) begun.current = key;
    navigate(addressOfRows(batch, { ...question, after: next }).slice(1), { replace: true });
  }, [batch, next, found]);
  return { looksOn: next !== null, fromTheFirst: begun.current === key };
}

/** While the file is read its count is said now and then, and the outcome when it ends. */
function useCountsSaid(batch: Batch): void {
  const { t } = useI18n();
  const title = useBatchTitle(batch);
  const { state } = batch;
  const wasLoading = useRef(false);
  const step = Math.floor(batch.counts.rows / 5000);
  useEffect(() => {
    if (state === 'loading') {
      wasLoading.current = true;
      if (step > 0) announce(t.batches.live.loading(batch.counts.rows));
    } else if (wasLoading.current) {
      wasLoading.current = false;
      announce(title);
    }
  }, [state, step]);
}
