import type { ComponentChildren } from 'preact';
import { useId, useMemo } from 'preact/hooks';
import type { MapMeasure } from '../../../../shared/figures/map.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { phoneWidth, useMedia } from '../../../ui/use-media.ts';
import type { Drawn } from './drawn-rows.ts';
import { mapLabels } from './map-labels.ts';
import { formatOnMap } from './map-say.ts';
import { borders, inset, mapHeight, mapWidth, outlines, type ProvinceOutline } from './on-map.ts';
import { shadesOf } from './shades.ts';

interface ShapesProps {
  readonly drawn: Drawn;
  readonly measure: MapMeasure;
  readonly active: number | null;
}

export function ProvinceMap({ drawn, measure, active }: ShapesProps) {
  const hatch = useId();
  const shades = useMemo(() => shadesOf(drawn, measure), [drawn, measure]);
  const shapes = (isInset: boolean) => (
    <Provinces
      {...{ shades, active, hatch, isInset }}
      codes={drawn.rows.map(({ row }) => row.province)}
    />
  );
  return (
    <svg class="province-map" viewBox={`0 0 ${mapWidth} ${mapHeight}`} aria-hidden="true">
      <defs>
        <pattern
          id={hatch}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" class="hatch-ground" />
          <rect width="2" height="6" class="hatch-line" />
        </pattern>
      </defs>
      {shapes(false)}
      <path class="map-region" d={borders} />
      <Labels drawn={drawn} measure={measure} />
      <Inset drawn={drawn} measure={measure}>
        {shapes(true)}
      </Inset>
    </svg>
  );
}

interface ProvincesProps {
  readonly codes: readonly string[];
  readonly shades: ReadonlyMap<string, string>;
  readonly active: number | null;
  readonly hatch: string;
  /** drawn a second time: the arrow keys stop at the first */
  readonly isInset: boolean;
}

function Provinces({ codes, shades, active, hatch, isInset }: ProvincesProps) {
  const points = new Map(codes.map((code, index) => [code, index]));
  const draw = ({ code, path }: ProvinceOutline) => {
    const shade = shades.get(code);
    const point = points.get(code);
    return (
      <path
        key={code}
        d={path}
        class={`map-province ${shade ?? 'aside'} ${point !== undefined && point === active ? 'active' : ''}`}
        {...(shade === 'none' && { fill: `url(#${hatch})` })}
        {...(point !== undefined && { 'data-point': point })}
      />
    );
  };
  // what has no colour, and what is pointed at, is drawn last: its outline lies on those of its neighbours
  const last = (one: ProvinceOutline) =>
    points.get(one.code) === active ? 2 : isPlain(shades.get(one.code)) ? 1 : 0;
  return (
    <g class={isInset ? 'in-inset' : ''}>
      {outlines.toSorted((a, b) => last(a) - last(b)).map(draw)}
    </g>
  );
}

function isPlain(shade: string | undefined): boolean {
  return shade === 'few' || shade === 'none';
}

function Labels({ drawn, measure }: Omit<ShapesProps, 'active'>) {
  const speech = useI18n();
  const narrow = useMedia(phoneWidth);
  const labels = useMemo(
    () => mapLabels(drawn, measure, narrow, speech),
    [drawn, measure, narrow, speech],
  );
  return (
    <g class="map-labels">
      {labels.map(({ key, text, from, to }) => (
        <g key={key}>
          <path class="map-leader" d={`M${from.join(' ')}L${to.join(' ')}`} />
          <text x={to[0] + 4} y={to[1]} dy=".35em">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

const box = inset;
const times = 2.5;
const named = ['TH-10', 'TH-13', 'TH-11'];
const namedOnPhone = ['TH-10'];

/** Bangkok and its neighbours: most people, least room. */
function Inset({
  drawn,
  measure,
  children,
}: Omit<ShapesProps, 'active'> & { readonly children: ComponentChildren }) {
  const { t, lang } = useI18n();
  const clip = useId();
  const middle = outlines.find(({ code }) => code === 'TH-10')?.middle ?? [0, 0];
  const x = box.x + box.width / 2 - middle[0] * times;
  const y = box.y + box.height / 2 - middle[1] * times;
  const narrow = useMedia(phoneWidth);
  const inBox = (narrow ? namedOnPhone : named).filter((code) =>
    drawn.rows.some(({ row }) => row.province === code),
  );
  if (inBox.length === 0) return null;
  return (
    <g>
      <path
        class="map-leader dotted"
        d={`M${middle[0] + 14} ${middle[1]}L${box.x} ${box.y + 60}`}
      />
      <text class="inset-title" x={box.x} y={box.y - 8}>
        {t.map.inset}
      </text>
      <clipPath id={clip}>
        <rect {...box} />
      </clipPath>
      <rect {...box} class="inset-ground" />
      <g clip-path={`url(#${clip})`}>
        <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${times})`}>{children}</g>
        {inBox.map((code) => {
          const at = outlines.find((one) => one.code === code)?.middle ?? [0, 0];
          const value = drawn.rows.find(({ row }) => row.province === code)?.value;
          return (
            <text
              key={code}
              text-anchor="middle"
              x={x + at[0] * times}
              y={y + at[1] * times}
              dy=".35em"
            >
              {placeName(code, lang).replace('กรุงเทพมหานคร', 'กรุงเทพฯ')}{' '}
              {typeof value === 'number' ? formatOnMap(value, measure) : ''}
            </text>
          );
        })}
      </g>
      <rect {...box} class="inset-edge" />
    </g>
  );
}
