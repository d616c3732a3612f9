// Figures that are made of others: the server asks here for those that somebody named.
import type { CountsOf, DerivedFigure, FigureName, FiguresOf } from '../api/figures.ts';
import { mapRows } from './map.ts';

type Derive = {
  readonly [K in DerivedFigure]: (counts: CountsOf<FigureName>) => FiguresOf<K>[K];
};

export const derive: Derive = {
  map: mapRows,
};
