// The map and the funnel beside it: what is far out on the one may be usual for its size on the other.
import { useMemo } from 'preact/hooks';
import { funnelView } from '../../../../shared/figures/map.ts';
import type { FigureInput } from '../frame/figure-input.ts';
import { FunnelFigure } from './FunnelFigure.tsx';
import { MapFigure } from './MapFigure.tsx';

export function MapFigures(input: FigureInput<'map'>) {
  const funnel = useMemo(() => funnelView(input.reply.figures.map), [input.reply]);
  return (
    <>
      <MapFigure {...input} funnel={funnel} />
      <FunnelFigure {...input} funnel={funnel} />
    </>
  );
}
