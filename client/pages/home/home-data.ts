// What the homes ask the server for, beside figures.
import type { Batch, PageOfBatches } from '../../../shared/api/batches.ts';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { PageOfPeople } from '../../../shared/api/people.ts';
import type { PageOfResponses } from '../../../shared/api/responses.ts';
import { rowsToFix } from '../../data/batch-state.ts';
import { type QueryState, useQuery } from '../../data/use-query.ts';

/** How many responses a filter finds, within the person's scope. */
export function useTotal(survey: string, filter: string): QueryState<PageOfResponses> {
  return useQuery(withQuery(paths.responses(survey), `${filter}&limit=1`));
}

export function useLatestBatches(survey: string): QueryState<PageOfBatches> {
  return useQuery(withQuery(paths.batches(survey), { limit: 20 }));
}

export function withRowsToFix(batches: readonly Batch[]): readonly Batch[] {
  return batches.filter((batch) => batch.state === 'done' && rowsToFix(batch) > 0);
}

/** Those whose link has expired, and how many there are. */
export function useExpired(): QueryState<PageOfPeople> {
  return useQuery(withQuery(paths.people(), { state: 'expired', limit: 5 }));
}
