// What updates and the find-and-… calls answer.
import type { Changed } from './change.ts';
import { decode } from './decode.ts';
import type { EncodedObject } from './encode.ts';
import type { Options } from './options.ts';
import { compileProjection, project } from './projection.ts';

export interface UpdateResult {
  readonly acknowledged: true;
  readonly matchedCount: number;
  readonly modifiedCount: number;
  readonly upsertedCount: number;
  readonly upsertedId: unknown;
}

export function toUpdateResult({ matched, modified, upserted, after }: Changed): UpdateResult {
  const upsertedId = upserted ? idOf(after) : null;
  return {
    acknowledged: true,
    matchedCount: matched,
    modifiedCount: modified,
    upsertedCount: upserted ? 1 : 0,
    upsertedId,
  };
}

export function toFoundResult(
  changed: Changed,
  { returnDocument, projection, includeResultMetadata }: Options,
): unknown {
  const upserted = changed.upserted ? { upserted: idOf(changed.after) } : {};
  const lastErrorObject = {
    n: changed.matched + (changed.upserted ? 1 : 0),
    updatedExisting: changed.matched > 0,
    ...upserted,
  };
  const document = returnDocument === 'after' ? changed.after : changed.before;
  const value =
    document === undefined ? null : project(document, compileProjection(projection), true);
  return includeResultMetadata ? { value, lastErrorObject, ok: 1 } : value;
}

function idOf(document: EncodedObject | undefined): unknown {
  return decode(document?._id ?? null, true);
}
