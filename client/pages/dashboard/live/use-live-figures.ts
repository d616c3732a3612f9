// The figures of one view, kept up to date while the page is open.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FiguresReplyOf, Filters } from '../../../../shared/api/figures.ts';
import { type ApiPath, paths } from '../../../../shared/api/paths.ts';
import { ApiProblem, api } from '../../../data/api.ts';
import { exactly, figuresPath } from '../../../data/figures.ts';
import { addressOfFilters } from '../../../ui/filters/change-filters.ts';
import { hearChanges } from './hear-changes.ts';

/** what the page shows; a figure that is not asked for here cannot be drawn: it does not compile */
const wanted = [
  'by-strategy',
  'by-province',
  'province-strategy',
  'by-month',
  'by-respondent',
  'respondent-strategy',
  'by-severity',
  'map',
] as const;
export type DashboardReply = FiguresReplyOf<(typeof wanted)[number]>;

export interface LiveFigures {
  /** of this view; of the one before, of the same round, for at most 300 ms, while the new one is counted */
  readonly reply: DashboardReply | null;
  /** the reply before this one, of the same view: what has changed is told from it */
  readonly before: DashboardReply | null;
  /** the last try failed; with a reply there, that one is older */
  readonly problem: ApiProblem | null;
  /** how changes reach the page */
  readonly following: 'live' | 'polling';
  retry(): void;
}

interface State {
  readonly path: string | null;
  readonly reply: DashboardReply | null;
  readonly before: DashboardReply | null;
  readonly problem: ApiProblem | null;
}

const patienceMs = 300;
const noState: State = { path: null, reply: null, before: null, problem: null };

function pathOf(survey: string | null, filters: Filters): ApiPath<'figures'> | null {
  return survey === null ? null : figuresPath(survey, wanted, addressOfFilters(filters));
}

export function useLiveFigures(survey: string | null, filters: Filters): LiveFigures {
  const path = pathOf(survey, filters);
  const [state, setState] = useState<State>(noState);
  const [following, setFollowing] = useState<LiveFigures['following']>('live');
  const refetch = useRef(() => {});

  useEffect(() => {
    if (path === null) return;
    const fetching = keepFetching(path, setState);
    refetch.current = fetching.again;
    return fetching.stop;
  }, [path]);

  useEffect(() => {
    if (survey === null) return;
    const changes = paths.figureChanges(encodeURIComponent(survey));
    return hearChanges(changes, () => refetch.current(), setFollowing);
  }, [survey]);

  const isCurrent = state.path === path;
  const patient = usePatience(isCurrent);
  return {
    reply: isCurrent || (patient && isSameRound(state.path, path)) ? state.reply : null,
    before: isCurrent ? state.before : null,
    problem: isCurrent ? state.problem : null,
    following,
    retry: () => refetch.current(),
  };
}

/** Numbers of another round never stand under the name of this one. */
function isSameRound(one: string | null, other: string | null): boolean {
  return one?.split('?')[0] === other?.split('?')[0];
}

type Change = (change: (state: State) => State) => void;

/** One request at a time; a change that comes while one is under way leads to one more. */
function keepFetching(
  path: ApiPath<'figures'>,
  setState: Change,
): { again: () => void; stop: () => void } {
  const abort = new AbortController();
  let busy = false;
  let asked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = async () => {
    if (busy) {
      asked = true;
      return;
    }
    busy = true;
    clearTimeout(timer);
    try {
      const reply = exactly(wanted, await api(path, { signal: abort.signal }));
      setState((old) => accept(old, path, reply));
    } catch (error) {
      if (abort.signal.aborted) return;
      if (!(error instanceof ApiProblem)) throw error;
      setState((old) => ({ ...(old.path === path ? old : noState), path, problem: error }));
      if (error.status === 503) timer = setTimeout(run, 1000 * (error.retryAfter ?? 5));
    } finally {
      busy = false;
    }
    if (asked && !abort.signal.aborted) {
      asked = false;
      void run();
    }
  };
  void run();
  return {
    again: () => void run(),
    stop: () => {
      clearTimeout(timer);
      abort.abort();
    },
  };
}

/** Puts a reply in place; one that says the same leaves everything as it is. */
function accept(old: State, path: string, reply: DashboardReply): State {
  if (old.path !== path || old.reply === null) return { path, reply, before: null, problem: null };
  if (JSON.stringify(old.reply) === JSON.stringify(reply)) {
    return old.problem === null ? old : { ...old, problem: null };
  }
  return { path, reply, before: old.reply, problem: null };
}

/** True for a moment after it stopped being current, so a quick answer changes numbers without a flicker. */
function usePatience(isCurrent: boolean): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    setOver(false);
    if (isCurrent) return;
    const timer = setTimeout(() => setOver(true), patienceMs);
    return () => clearTimeout(timer);
  }, [isCurrent]);
  return !isCurrent && !over;
}
