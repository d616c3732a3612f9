// Where somebody goes on after signing in.
import { paths } from '../../shared/api/paths.ts';
import { ApiProblem, api } from './api.ts';

/** addresses that nobody chose: the site was opened as it is */
const plain: readonly (string | null)[] = [null, '/', '/home'];

/** Nobody wanted to go anywhere in particular. */
export function isPlainStart(wanted: string | null): boolean {
  return plain.includes(wanted);
}

/** The page that was wanted; else the saved view to begin with, where there is one, else the home. */
export async function startPage(wanted: string | null): Promise<string> {
  // only an address of ours, never another site
  const page = wanted?.startsWith('/') ? wanted : '/home';
  if (!isPlainStart(wanted)) return page;
  try {
    const { items } = await api(paths.views());
    return items.find(({ start }) => start)?.address ?? page;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return page;
  }
}
