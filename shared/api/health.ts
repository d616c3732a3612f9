// What a server says about itself.
import * as v from 'valibot';

export const Alive = v.object({ status: v.literal('alive') });
/** `setAside`: stored documents that are damaged or cannot be understood: kept, and in no figure */
export const Ready = v.object({ status: v.literal('ready'), setAside: v.number() });
/** an OpenAPI 3.1 document */
export const Description = v.looseObject({ openapi: v.literal('3.1.0') });
