// Agencies and citizens apart: the same figures asked for each of them, again whenever the view or its figures change.
import { useEffect, useState } from 'preact/hooks';
import type { FiguresReply, Filters } from '../../../../shared/api/figures.ts';
import { paths, withQuery } from '../../../../shared/api/paths.ts';
import { ApiProblem, api } from '../../../data/api.ts';
import { toQuery } from '../view.ts';

export interface Groups {
  readonly agency: FiguresReply;
  readonly citizen: FiguresReply;
}

/** null while they are asked for the first time, and where the view is about one group alone. */
export function useGroups(survey: string, filters: Filters, main: FiguresReply): Groups | null {
  const [state, setState] = useState<{ filters: Filters; groups: Groups } | null>(null);
  const isOneGroup = filters.respondent !== undefined;
  useEffect(() => {
    if (isOneGroup) return;
    const abort = new AbortController();
    const of = (respondent: string) => {
      const query = toQuery({ survey: null, filters: { ...filters, respondent: [respondent] } });
      query.set('figures', 'by-strategy');
      const path = withQuery(paths.figures(encodeURIComponent(survey)), `${query}`);
      return api(path, { signal: abort.signal });
    };
    Promise.all([of('agency'), of('citizen')]).then(
      ([agency, citizen]) => setState({ filters, groups: { agency, citizen } }),
      (error: unknown) => {
        // what is shown stays; the page itself says that it could not be brought up to date
        if (!abort.signal.aborted && !(error instanceof ApiProblem)) throw error;
      },
    );
    return () => abort.abort();
  }, [survey, filters, main, isOneGroup]);
  return isOneGroup || state?.filters !== filters ? null : state.groups;
}
