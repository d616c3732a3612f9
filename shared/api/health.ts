// What a server says about itself.
import * as v from 'valibot';

export const Alive = v.object({ status: v.literal('alive') });
export const Ready = v.object({
  status: v.literal('ready'),
  /** stored documents that are damaged or cannot be understood: kept, and in no figure */
  setAside: v.number(),
  /** responses that were counted otherwise than they are stored, and have been mended since the start: always 0 */
  drift: v.number(),
  /**
   * how long ago this process had seen everything that was stored, in milliseconds: figures may lack what other processes have
   * stored since; 0 on the embedded database
   */
  lagMs: v.number(),
});
/** an OpenAPI 3.1 document */
export const Description = v.looseObject({ openapi: v.literal('3.1.0') });
