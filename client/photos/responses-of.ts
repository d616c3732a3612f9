import type { PhotoNote } from './photo-machine.ts';

/** How many responses these photos belong to. */
export function responsesOf(photos: readonly PhotoNote[]): number {
  return new Set(photos.map(({ response }) => response)).size;
}
