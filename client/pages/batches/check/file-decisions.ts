// What a person decided for the file at the desk as a whole.
import type { FileDecisions } from '../../../data/kept-mends.ts';
import { createWatched, useWatched } from '../../../data/watched.ts';

/** Nothing that is stored is changed, and nothing that changes it left out, without a person's word. */
export const undecided: FileDecisions = { changed: 'ask', policy: 'accept-good' };

export const decided = createWatched<FileDecisions>(undecided);

export function useDecisions(): FileDecisions {
  return useWatched(decided);
}
