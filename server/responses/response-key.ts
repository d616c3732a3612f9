// The address of one response: its survey and its UUID, in lower case as it is stored.
import * as v from 'valibot';
import { problem } from '../http/problem.ts';

export const ResponseKey = v.object({
  survey: v.pipe(v.string(), v.maxLength(100)),
  id: v.pipe(v.string(), v.uuid(), v.toLowerCase()),
});
export type ResponseKey = v.InferOutput<typeof ResponseKey>;

/**
 * Ids that rows of files become (UUIDs of version 8, shared/batch/identity.ts) can be computed by whoever knows the row: taken in
 * advance, the row would be called stored and be nowhere. @throws unreadable
 */
export function refuseIdOfRow(id: string): void {
  if (id[14] !== '8') return;
  throw problem('unreadable', {
    detail:
      'UUIDs of version 8 are made from rows of files. Send the response under one of version 4 or 7.',
    errors: [{ pointer: '/params/id', expected: 'a UUID of another version than 8' }],
  });
}
