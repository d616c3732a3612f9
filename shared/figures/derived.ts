// Figures that are made of others: the server asks here for those that somebody named.
import type { DerivedFigure } from '../api/derived-figures.ts';
import type { CountsOf, FigureName, FiguresOf } from '../api/figures.ts';
import { affectedPeople } from './affected.ts';
import { fiscalYearRows } from './by-fiscal-year.ts';
import { mapRows } from './map.ts';
import { peerRows } from './peers.ts';
import { qualityOf } from './quality.ts';
import { trendRows } from './trend.ts';

type Derive = {
  readonly [K in DerivedFigure]: (counts: CountsOf<FigureName>) => FiguresOf<K>[K];
};

export const derive: Derive = {
  map: mapRows,
  peers: peerRows,
  'by-fiscal-year': fiscalYearRows,
  affected: affectedPeople,
  quality: qualityOf,
  trend: trendRows,
};
