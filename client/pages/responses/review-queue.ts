// What else waits for review in the list that a response was opened from, and which of it comes next.
import { useRef } from 'preact/hooks';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { Response } from '../../../shared/api/responses.ts';
import { waitingStatuses } from '../../data/review-filters.ts';
import { useQuery } from '../../data/use-query.ts';
import { addressOfResponse, filtersFrom } from './response-filters.ts';

export interface NextInQueue {
  readonly address: string;
  /** of its first issue */
  readonly title: string;
}

interface ReviewQueue {
  readonly next: NextInQueue | undefined;
  /** how many others wait */
  readonly left: number | undefined;
  /** only those of the list are counted */
  readonly isPart: boolean;
  refetch(): void;
}

/** as many as a page of the list */
const pageSize = 50;

/** The next one is the one below in the list, else its first. */
export function useReviewQueue(
  { survey, id, status }: Response,
  list: string,
  waits: readonly string[],
): ReviewQueue {
  const asked = queueOf(new URLSearchParams(list), waits);
  const waiting = useQuery(withQuery(paths.responses(survey), `${asked}&limit=${pageSize}`));
  const { data, refetch } = waiting;
  const items = data?.items ?? [];
  const at = items.findIndex((one) => one.id === id);
  // once decided it is no longer among them: what was below it is remembered
  const below = useRef<string | undefined>(undefined);
  if (at >= 0) below.current = items[at + 1]?.id;
  const others = items.filter((one) => one.id !== id);
  const next = others.find((one) => one.id === below.current) ?? others[0];
  return {
    next: next && { address: addressOfResponse(next.id, list), title: next.issues[0]?.title ?? '' },
    left: data && data.total - (at >= 0 || isAmong(status, waits) ? 1 : 0),
    isPart: [...asked.keys()].some((name) => name !== 'status' && name !== 'after'),
    refetch,
  };
}

function isAmong(status: Response['status'], waits: readonly string[]): boolean {
  const national = waits.includes('for-national');
  return status === (national ? 'endorsed' : 'received');
}

/** The filters of the list, but for its status: what was decided does not wait. The page of a list is one of this queue only where both are the same. */
export function queueOf(
  list: URLSearchParams,
  waits: readonly string[] = waitingStatuses,
): URLSearchParams {
  const filters = filtersFrom(list);
  const isQueue = filters.getAll('status').toSorted().join() === waits.toSorted().join();
  filters.delete('status');
  for (const status of waits) filters.append('status', status);
  const after = list.get('after');
  if (isQueue && after) filters.set('after', after);
  return filters;
}
