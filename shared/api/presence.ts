// Who else is at a response just now: kept for a moment only, said to nobody but other reviewers of it.
import * as v from 'valibot';

/** said again so often while somebody looks at it, and forgotten after that */
export const presenceMs = { again: 15_000, lives: 40_000 } as const;

export const Presence = v.object({
  /** the others, not oneself */
  items: v.array(v.object({ username: v.string(), name: v.string(), since: v.string() })),
  next: v.null(),
});
export type Presence = v.InferOutput<typeof Presence>;
