// How a response was filled in, for whoever looks at the quality of what comes in. No keystrokes, no places.
import * as v from 'valibot';

const instant = v.pipe(v.string(), v.isoTimestamp());

/** By the clock of the device, which may be wrong. */
export const HowFilled = v.strictObject({
  /** the form was begun; what was left and taken up again has the first time */
  startedAt: instant,
  /** it was saved to be sent */
  finishedAt: instant,
  /** answers that were given and then changed, counted each time a field was left */
  edits: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
});
export type HowFilled = v.InferOutput<typeof HowFilled>;
