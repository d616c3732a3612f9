// What the homes ask the server for.
import type { Batch, BatchPage } from '../../../shared/api/batches.ts';
import type { FiguresReply } from '../../../shared/api/figures.ts';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { ResponsePage } from '../../../shared/api/responses.ts';
import type { Scope } from '../../../shared/api/session.ts';
import { type Province, provinces } from '../../../shared/places/provinces.ts';
import { type Query, useQuery } from '../../data/use-query.ts';

export function useFigures(survey: string, figures: string): Query<FiguresReply> {
  return useQuery(withQuery(paths.figures(survey), `figures=${figures}`));
}

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

export interface PlaceRow extends Province {
  readonly issues: number;
}

/** The provinces of a scope, most issues first, those without any in the order of their codes. */
export function placesOf(scope: Scope, reply: FiguresReply): readonly PlaceRow[] {
  const issues = new Map(reply.figures['by-province']?.map((row) => [row.province, row.issues]));
  return provinces
    .filter(({ code, region }) => {
      if (scope.kind === 'all') return true;
      return scope.kind === 'region' ? region === scope.region : code === scope.province;
    })
    .map((province) => ({ ...province, issues: issues.get(province.code) ?? 0 }))
    .sort((a, b) => b.issues - a.issues);
}
