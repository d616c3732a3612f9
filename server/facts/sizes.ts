// How much room the facts begin with, and when they tidy up. Tests choose tiny ones.
import type { ShelfSizes } from './shelf.ts';

export interface FactsSizes extends ShelfSizes {
  /** slots of each id table at first, a power of two */
  readonly slots: number;
  /** views that are kept */
  readonly views: number;
  /** rows that are scanned before others get their turn */
  readonly slice: number;
  /** a shelf is compacted when it has this many buried rows and they are half of it */
  readonly buried: number;
}

export const usualSizes: FactsSizes = {
  rows: 256,
  issues: 640,
  zone: 1024,
  slots: 64,
  views: 64,
  slice: 20_000,
  buried: 1024,
};
