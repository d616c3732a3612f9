// Loading, error, data: what every page that shows something from the server needs.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ApiPath, ReplyTo } from '../../shared/api/paths.ts';
import { ApiProblem, api } from './api.ts';

export interface QueryState<T> {
  /** of the current path, never of an earlier one */
  readonly data: T | undefined;
  readonly error: ApiProblem | undefined;
  /** a request is under way (with `data` there when it is a refetch) */
  readonly loading: boolean;
  refetch(): void;
  /** Puts a known newer value in place, for example the reply to a change. */
  replace(data: T): void;
}

interface State<T> {
  readonly path: string | null;
  readonly data?: T | undefined;
  readonly error?: ApiProblem | undefined;
  readonly loading: boolean;
}

/**
 * Gets `path` and again when it changes; `null` = nothing to get yet. Aborted on unmount.
 * `asOf`: what else on the page is shown as of; when that moves on, this is got again too, and what is there stays until then.
 */
export function useQuery<P extends ApiPath>(
  path: P | null,
  asOf?: string,
): QueryState<ReplyTo<P, 'GET'>> {
  type T = ReplyTo<P, 'GET'>;
  const [state, setState] = useState<State<T>>({ path, loading: path !== null });
  const [round, setRound] = useState(0);
  const last = useRef(state);
  last.current = state;

  // `round` is how a refetch is asked for; `asOf` asks for one as well
  useEffect(() => {
    if (path === null) {
      setState({ path, loading: false });
      return;
    }
    const abort = new AbortController();
    const kept = last.current.path === path ? last.current.data : undefined;
    setState({ path, data: kept, loading: true });
    api(path, { signal: abort.signal }).then(
      (data) => setState({ path, data, loading: false }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        if (!(error instanceof ApiProblem)) throw error;
        setState({ path, data: kept, error, loading: false });
      },
    );
    return () => abort.abort();
  }, [path, round, asOf]);

  const refetch = useCallback(() => setRound((n) => n + 1), []);
  const replace = useCallback((data: T) => setState({ path, data, loading: false }), [path]);
  // the first drawing after a change of path comes before the effect
  if (state.path !== path) {
    return { data: undefined, error: undefined, loading: path !== null, refetch, replace };
  }
  return { data: state.data, error: state.error, loading: state.loading, refetch, replace };
}
