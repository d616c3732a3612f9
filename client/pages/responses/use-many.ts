// A decision of many: what it would do, begun, followed to its end, stopped, taken back. It goes on without this page, which finds it
// again when it comes back.
import { useEffect, useRef, useState } from 'preact/hooks';
import type {
  DecisionOfMany,
  DecisionPreview,
  NewDecisionOfMany,
} from '../../../shared/api/decisions-of-many.ts';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import { ApiProblem, api } from '../../data/api.ts';

/** what it means */
export type ManyChosen = Pick<NewDecisionOfMany, 'ids' | 'filters'>;

export interface ManyDesk {
  /** the newest that is under way, or has just ended */
  readonly action: DecisionOfMany | null;
  readonly busy: boolean;
  readonly failure: ApiProblem | null;
  /** true when it is under way; else `failure` says why */
  begin(body: NewDecisionOfMany): Promise<boolean>;
  stop(): void;
  takeBack(): void;
  dismiss(): void;
}

/** a few are decided at once; of many the next look comes later */
const againMs = { first: 150, later: 700 } as const;
/** one that has ended so long ago is not brought up again */
const stillNewMs = 15 * 60_000;

export const isGoingOn = ({ finishedAt }: Pick<DecisionOfMany, 'finishedAt'>): boolean =>
  finishedAt === null;

/** `onEnd`: it has come to an end, whichever. */
export function useMany(survey: string, onEnd: () => void): ManyDesk {
  const [action, setAction] = useState<DecisionOfMany | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiProblem | null>(null);
  const ended = useRef(onEnd);
  ended.current = onEnd;
  const take = async (work: () => Promise<DecisionOfMany>): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    try {
      setAction(await work());
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setFailure(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  useNewest(survey, setAction);
  useEffect(() => {
    if (!action || !isGoingOn(action)) return;
    const look = setTimeout(
      async () => {
        const now = await api(paths.decisionOfMany(survey, action.id)).catch(() => ({ ...action }));
        setAction(now);
        if (!isGoingOn(now)) ended.current();
      },
      action.done + action.takenBack === 0 ? againMs.first : againMs.later,
    );
    return () => clearTimeout(look);
  }, [action]);
  const to = (path: typeof paths.decisionOfMany) => path(survey, action?.id ?? '');
  return {
    action,
    busy,
    failure,
    begin: (body) =>
      take(() =>
        // what was begun is a DecisionOfMany; only a dry run answers otherwise
        api(paths.decisionsOfMany(survey), { method: 'POST', body }).then(
          (begun) => begun as DecisionOfMany,
        ),
      ),
    stop: () => void take(() => api(paths.stopOfMany(survey, action?.id ?? ''), { method: 'PUT' })),
    takeBack: () => void take(() => api(to(paths.decisionOfMany), { method: 'DELETE' })),
    dismiss: () => setAction(null),
  };
}

/** What was begun before the page was opened. */
function useNewest(survey: string, found: (action: DecisionOfMany | null) => void): void {
  useEffect(() => {
    const abort = new AbortController();
    found(null);
    api(paths.decisionsOfMany(survey), { signal: abort.signal }).then(
      ({ items: [newest] }) => {
        if (!newest || abort.signal.aborted) return;
        const isNew = Date.now() - Date.parse(newest.changedAt) < stillNewMs;
        if (isGoingOn(newest) || (isNew && newest.state !== 'taken-back')) found(newest);
      },
      () => undefined, // what cannot be found out is shown once somebody asks again
    );
    return () => abort.abort();
  }, [survey]);
}

/** What it would do. @throws ApiProblem */
export function previewOf(
  survey: string,
  decision: NewDecisionOfMany['decision'],
  chosen: ManyChosen,
): Promise<DecisionPreview> {
  const path = withQuery(paths.decisionsOfMany(survey), 'dryRun=true');
  // a dry run is answered with a preview
  return api(path, { method: 'POST', body: { decision, ...chosen } }).then(
    (answer) => answer as DecisionPreview,
  );
}
