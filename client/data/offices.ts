// The offices by their ids: their names for whoever shows one, all of them for whoever chooses one. Asked for once a session.
import { useEffect } from 'preact/hooks';
import type { Office } from '../../shared/api/offices.ts';
import { paths, withQuery } from '../../shared/api/paths.ts';
import { nameIn } from '../../shared/text/names.ts';
import type { Lang } from '../i18n/messages.ts';
import { ApiProblem, api } from './api.ts';
import { createWatched, useWatched } from './watched.ts';

interface Offices {
  /** undefined: not known yet */
  readonly all: readonly Office[] | undefined;
  readonly problem: ApiProblem | null;
}

const store = createWatched<Offices>({ all: undefined, problem: null });
let asking = false;

/** Asks again: one was added or changed. */
export async function refreshOffices(): Promise<void> {
  if (asking) return;
  asking = true;
  try {
    store.set({ all: await everyOffice(), problem: null });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    store.set({ all: store.get().all, problem: error });
  } finally {
    asking = false;
  }
}

async function everyOffice(): Promise<Office[]> {
  const all: Office[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: { items: Office[]; next: string | null } = await api(
      withQuery(paths.offices(), { limit: 500, after }),
    );
    all.push(...page.items);
    after = page.next;
  }
  return all;
}

export function useOffices(): Offices {
  const offices = useWatched(store);
  // what is known may be old, but is better than nothing
  useEffect(() => {
    if (store.get().all === undefined) void refreshOffices();
  }, []);
  return offices;
}

/** An office by its id; the id itself until the name is known. */
export function useOfficeName(): (id: string, lang: Lang) => string {
  const { all } = useOffices();
  return (id, lang) => {
    const office = all?.find((one) => one.id === id);
    return office ? nameIn(office, lang) : id;
  };
}
