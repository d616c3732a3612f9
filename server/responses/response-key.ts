// The address of one response: its survey and its UUID, in lower case as it is stored.
import * as v from 'valibot';

export const ResponseKey = v.object({
  survey: v.pipe(v.string(), v.maxLength(100)),
  id: v.pipe(v.string(), v.uuid(), v.toLowerCase()),
});
export type ResponseKey = v.InferOutput<typeof ResponseKey>;
