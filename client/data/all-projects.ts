// Every project of the plan, page by page.
import { useEffect, useState } from 'preact/hooks';
import { type ApiPath, paths, withQuery } from '../../shared/api/paths.ts';
import type { Project } from '../../shared/api/plan.ts';
import { ApiProblem, api } from './api.ts';

const atOnce = 200;

/** All pages of them: hundreds, a few thousand at most. */
export function useAllProjects() {
  const [state, setState] = useState<{ projects?: readonly Project[]; error?: ApiProblem }>({});
  const [round, setRound] = useState(0);
  // `round` is how another try is asked for
  useEffect(() => {
    const abort = new AbortController();
    readAll(abort.signal).then(
      (projects) => setState({ projects }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        if (!(error instanceof ApiProblem)) throw error;
        setState({ error });
      },
    );
    return () => abort.abort();
  }, [round]);
  return { ...state, retry: () => setRound(round + 1) };
}

async function readAll(signal: AbortSignal): Promise<readonly Project[]> {
  const projects: Project[] = [];
  let after: string | null = null;
  do {
    const path: ApiPath<'projects'> = withQuery(paths.projects(), { limit: atOnce, after });
    const page = await api(path, { signal });
    projects.push(...page.items);
    after = page.next;
  } while (after !== null);
  return projects;
}
