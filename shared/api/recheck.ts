// What today's rules would change in stored responses.
import * as v from 'valibot';
import { ViolationSaid } from './responses.ts';

export const Recheck = v.object({
  checked: v.number(),
  /** responses that today's rules would store otherwise, or not at all */
  items: v.array(
    v.object({
      id: v.string(),
      /** JSON pointers of the top-level members that would differ; empty when the response would be refused */
      changes: v.array(v.string()),
      /** the errors and warnings it would get today */
      violations: v.array(ViolationSaid),
    }),
  ),
  next: v.nullable(v.string()),
});
export type Recheck = v.InferOutput<typeof Recheck>;
