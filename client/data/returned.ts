// What was sent back to who is signed in, from whichever phone of theirs it came.
import { paths } from '../../shared/api/paths.ts';
import type { PageOfReturned, Response } from '../../shared/api/responses.ts';
import type { SentBack } from './outbox-store.ts';
import { type QueryState, useQuery } from './use-query.ts';

export function useReturned(survey: string | undefined): QueryState<PageOfReturned> {
  return useQuery(survey === undefined ? null : paths.returned(survey));
}

/** What the last reviewer who sent it back said; undefined: nobody did. */
export function sentBackOf({ history }: Response): SentBack | undefined {
  const last = history.findLast(({ decision }) => decision === 'returned');
  if (!last) return undefined;
  const { reason, pointer, office } = last;
  return { reason: reason ?? '', ...(pointer && { pointer }), ...(office && { office }) };
}
