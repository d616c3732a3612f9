// What an insert of many says of those whose ids were taken, on either engine.
import { isStorageUnavailable } from './failures.ts';

interface BulkFailure {
  readonly writeErrors?: readonly { readonly code?: number; readonly index: number }[];
}

/**
 * The ids, of those that an unordered insert was given in this order, that were taken, when it failed for nothing else: the rest is
 * stored. undefined: what is stored is in doubt, as when the rest was not confirmed.
 */
export function takenIds(error: unknown, ids: readonly string[]): Set<string> | undefined {
  const { writeErrors } = Object(error) as BulkFailure; // a MongoBulkWriteError, or anything
  const errors = Array.isArray(writeErrors) ? writeErrors : writeErrors ? [writeErrors] : [];
  if (errors.length === 0 || errors.some(({ code }) => code !== 11_000)) return undefined;
  if (isStorageUnavailable(error)) return undefined;
  return new Set(errors.map(({ index }) => ids[index] ?? ''));
}
