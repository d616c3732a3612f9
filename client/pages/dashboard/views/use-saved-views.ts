// The saved views of who is signed in, and what is done with them.
import { useState } from 'preact/hooks';
import { paths } from '../../../../shared/api/paths.ts';
import type { NewView, SavedView, ViewChange } from '../../../../shared/api/views.ts';
import { compareThai } from '../../../../shared/text/thai.ts';
import { ApiProblem, api } from '../../../data/api.ts';
import { useQuery } from '../../../data/use-query.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { announce } from '../../../ui/Announcer.tsx';

export interface SavedViews {
  readonly own: readonly SavedView[];
  readonly shared: readonly SavedView[];
  /** they have not come, and why */
  readonly query: ReturnType<typeof useQuery<typeof here>>;
  /** what was asked for last came to nothing, and why */
  readonly problem: ApiProblem | null;
  /** what was done last */
  readonly done: string | null;
  /** can be brought back */
  readonly deleted: SavedView | null;
  /** True when it was saved. */
  save(view: NewView): Promise<boolean>;
  change(view: SavedView, change: ViewChange): Promise<boolean>;
  remove(view: SavedView): Promise<boolean>;
  undo(): Promise<boolean>;
}

const here = paths.views();

export function useSavedViews(): SavedViews {
  const words = useI18n().t.views;
  const query = useQuery(here);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [deleted, setDeleted] = useState<SavedView | null>(null);
  const items = query.data?.items ?? [];
  const act = async (work: () => Promise<unknown>, said: string, gone: SavedView | null = null) => {
    setProblem(null);
    setDone(null);
    try {
      await work();
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
      return false;
    }
    setDone(said);
    setDeleted(gone);
    announce(said);
    query.refetch();
    return true;
  };
  const save = (body: NewView) =>
    act(() => api(paths.views(), { method: 'POST', body }), words.saved(body.name));
  return {
    own: sorted(items.filter(({ own }) => own)),
    shared: sorted(items.filter(({ own }) => !own)),
    query,
    problem,
    done,
    deleted,
    save,
    change: ({ id, name }, body) =>
      act(() => api(paths.view(id), { method: 'PATCH', body }), words.changed(body.name ?? name)),
    remove: (view) =>
      act(() => api(paths.view(view.id), { method: 'DELETE' }), words.removed(view.name), view),
    undo: async () => {
      if (deleted === null) return false;
      const { name, address, shared, start } = deleted;
      return await save({ name, address, shared, start });
    },
  };
}

function sorted(views: readonly SavedView[]): readonly SavedView[] {
  return views.toSorted((a, b) => compareThai(a.name, b.name));
}
