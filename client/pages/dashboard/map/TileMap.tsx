import { useMemo } from 'preact/hooks';
import type { MapMeasure } from '../../../../shared/figures/map.ts';
import { placesOnMap } from '../../../../shared/places/places-on-map-data.ts';
import { provinceByCode } from '../../../../shared/places/provinces.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import type { Drawn } from './drawn-rows.ts';
import { formatOnMap } from './map-say.ts';
import { shadesOf } from './shades.ts';

const step = 42;
const size = 40;

interface TilesProps {
  readonly drawn: Drawn;
  readonly measure: MapMeasure;
  readonly active: number | null;
}

/** Every province the same size, about where it lies. */
export function TileMap({ drawn, measure, active }: TilesProps) {
  const { lang } = useI18n();
  const shades = useMemo(() => shadesOf(drawn, measure), [drawn, measure]);
  return (
    <svg class="tile-map" viewBox={`-2 -2 ${10 * step + 2} ${17 * step + 2}`} aria-hidden="true">
      {drawn.rows.map(({ row, value }, index) => {
        const [, , column = 0, line = 0] = placesOnMap[row.province] ?? [];
        const [x, y] = [column * step, line * step];
        return (
          <g
            key={row.province}
            class={`tile ${shades.get(row.province)} ${index === active ? 'active' : ''}`}
            data-point={index}
          >
            <rect x={x} y={y} width={size} height={size} rx="2" />
            <text x={x + size / 2} y={y + 18}>
              {provinceByCode(row.province)?.abbr[lang]}
            </text>
            <text class="value" x={x + size / 2} y={y + 33}>
              {typeof value === 'number' ? inTile(value, measure) : '–'}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** short enough for a tile: no decimals where they do not fit, thousands as k */
function inTile(value: number, measure: MapMeasure): string {
  if (measure === 'residual') return formatOnMap(value, measure);
  if (measure === 'share') return `${Math.round(100 * value)}%`;
  if (value >= 9999.5) return `${Math.round(value / 1000)}k`;
  return value >= 9.95 ? String(Math.round(value)) : formatOnMap(value, measure);
}
