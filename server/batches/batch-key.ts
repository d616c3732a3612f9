// The address of one batch.
import * as v from 'valibot';

export const BatchKey = v.object({
  survey: v.pipe(v.string(), v.maxLength(100)),
  id: v.pipe(v.string(), v.maxLength(64), v.toLowerCase()),
});
export type BatchKey = v.InferOutput<typeof BatchKey>;
