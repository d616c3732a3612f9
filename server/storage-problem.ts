// What a failure of the database means for who asked.
import { isStorageDamaged, isStorageFull, isStorageUnavailable } from './db/failures.ts';
import { type Problem, problem } from './http/problem.ts';

export function storageProblem(error: unknown): Problem | undefined {
  if (isStorageFull(error)) return problem('storage-full', { retryAfter: 30 });
  if (isStorageUnavailable(error)) return problem('storage-unavailable', { retryAfter: 5 });
  if (isStorageDamaged(error)) return problem('storage-damaged', { retryAfter: 5 });
  return undefined;
}
