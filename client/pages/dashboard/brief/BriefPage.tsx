// The brief: one page of a view. A preview of what is counted now, or the figures of a snapshot, which is what is printed and cited.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { paths } from '../../../../shared/api/paths.ts';
import { ApiProblem, api } from '../../../data/api.ts';
import { lookAtRound } from '../../../data/chosen-round.ts';
import { exactly, figuresPath } from '../../../data/figures.ts';
import { useSession } from '../../../data/session.ts';
import { useSurvey } from '../../../data/survey.ts';
import { useQuery } from '../../../data/use-query.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import type { PageProps } from '../../../page-props.ts';
import { navigate } from '../../../router.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { ErrorState, ProblemState } from '../../../ui/ErrorState.tsx';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { addressOfFilters } from '../../../ui/filters/change-filters.ts';
import { printer } from '../../../ui/icons.ts';
import { LoadingState } from '../../../ui/LoadingState.tsx';
import { snapshotHref } from '../snapshots/snapshot-href.ts';
import { dashboardHref, readView } from '../view.ts';
import { briefAddress } from './brief-address.ts';
import { type BriefReply, briefFigures } from './brief-figures.ts';
import './brief.css';
import { BriefSheet, subjectOf } from './BriefSheet.tsx';

export function BriefPage({ query }: PageProps) {
  const id = query.get('snapshot');
  return id === null ? <Preview query={query} /> : <OfSnapshot id={id} />;
}

/** What is counted now; printing keeps it first. */
function Preview({ query }: { readonly query: URLSearchParams }) {
  const speech = useI18n();
  const words = speech.t.brief;
  const { survey, error: noSurvey } = useSurvey();
  const { user } = useSession();
  const view = useMemo(() => readView(query), [query]);
  const figures = useQuery(
    survey && figuresPath(survey.id, briefFigures, addressOfFilters(view.filters)),
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const reply = figures.data && exactly(briefFigures, figures.data);
  const error = figures.error ?? noSurvey;
  if (!survey || !reply)
    return <Waiting problem={error ?? null} onRetry={figures.refetch} title={words.title} />;
  const keep = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const name = `${words.kind}: ${subjectOf(reply, speech)}`.slice(0, 200);
      const body = { name, filters: view.filters };
      const kept = await api(paths.snapshots(survey.id), { method: 'POST', body });
      navigate(briefAddress(kept, true));
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
      setBusy(false);
    }
  };
  return (
    <div class="brief-page">
      <div class="brief-bar no-print">
        <p>{words.preview}</p>
        <FailureNotice of={problem} />
        <p class="row">
          {user?.role !== 'enumerator' && (
            <Button kind="primary" icon={printer} busy={busy} onClick={() => void keep()}>
              {busy ? words.keeping : words.keepAndPrint}
            </Button>
          )}
          <ButtonLink href={dashboardHref(view)}>{words.toOverview}</ButtonLink>
        </p>
      </div>
      <BriefSheet reply={reply} survey={survey} cited={null} />
    </div>
  );
}

function OfSnapshot({ id }: { readonly id: string }) {
  const { t } = useI18n();
  const words = t.brief;
  const key = encodeURIComponent(id);
  const item = useQuery(paths.anySnapshot(key));
  const survey = item.data?.survey ?? null;
  const snapshot = useQuery(survey === null ? null : paths.snapshot(survey, key));
  useEffect(() => {
    if (survey !== null) lookAtRound(survey);
  }, [survey]);
  usePrintOnce(snapshot.data !== undefined);
  const error = item.error ?? snapshot.error;
  if (error?.type === 'not-found')
    return (
      <div class="wrap page">
        <ErrorState wholePage title={t.snapshots.missing} text={t.snapshots.missingWhy}>
          <a href="#/snapshots">{t.snapshots.all}</a>
        </ErrorState>
      </div>
    );
  if (!item.data || !snapshot.data)
    return <Waiting problem={error ?? null} onRetry={item.refetch} title={words.title} />;
  const { digest } = item.data;
  const address = `${location.href.split('#')[0]}${snapshotHref(item.data)}`;
  return (
    <div class="brief-page">
      <div class="brief-bar no-print">
        <p>{words.kept(id)}</p>
        <p class="row">
          <Button kind="primary" icon={printer} onClick={() => print()}>
            {words.print}
          </Button>
          <ButtonLink href={snapshotHref(item.data)}>{words.toSnapshot}</ButtonLink>
        </p>
      </div>
      {/* a snapshot holds every figure: the server's tests hold it to that */}
      <BriefSheet
        reply={snapshot.data.reply as BriefReply}
        survey={snapshot.data.survey}
        cited={{ id, digest, address }}
      />
    </div>
  );
}

/** Asked for by the address, once; what is said and the code are there by then. */
function usePrintOnce(isThere: boolean): void {
  useEffect(() => {
    if (!isThere || !location.hash.includes('print=now')) return;
    navigate(location.hash.slice(1).replace(/&?print=now/, ''), { replace: true });
    const timer = setInterval(() => {
      if (
        !document.querySelector('.brief-voices[data-ready="true"], .brief-sheet .qr path[d*="M"]')
      )
        return;
      clearInterval(timer);
      print();
    }, 200);
    return () => clearInterval(timer);
  }, [isThere]);
}

interface WaitingProps {
  readonly problem: ApiProblem | null;
  readonly title: string;
  readonly onRetry: () => void;
}

function Waiting({ problem, title, onRetry }: WaitingProps) {
  return (
    <div class="wrap page">
      <h1 class="vh">{title}</h1>
      {problem ? <ProblemState problem={problem} onRetry={onRetry} /> : <LoadingState lines={8} />}
    </div>
  );
}
