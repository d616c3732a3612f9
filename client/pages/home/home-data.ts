// What the homes ask the server for, beside figures.
import type { Batch, BatchPage } from '../../../shared/api/batches.ts';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { ResponsePage } from '../../../shared/api/responses.ts';
import { type Query, useQuery } from '../../data/use-query.ts';

/** How many responses a filter finds, within the person's scope. */
export function useTotal(survey: string, filter: string): Query<ResponsePage> {
  return useQuery(withQuery(paths.responses(survey), `${filter}&limit=1`));
}

export function useLatestBatches(survey: string): Query<BatchPage> {
  return useQuery(withQuery(paths.batches(survey), { limit: 20 }));
}

export function withRowsToFix(batches: readonly Batch[]): readonly Batch[] {
  return batches.filter(({ state, counts }) => state === 'done' && counts.rejected > 0);
}
