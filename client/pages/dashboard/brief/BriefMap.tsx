import { useId, useMemo } from 'preact/hooks';
import { hasShares } from '../../../../shared/figures/by-province.ts';
import { hiddenOnMap } from '../../../../shared/figures/not-for-outside.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { drawnRows } from '../map/drawn-rows.ts';
import '../map/map.css';
import { borders, mapHeight, mapWidth, outlines } from '../map/on-map.ts';
import { shadesOf } from '../map/shades.ts';
import { type BriefReply, isOfSeveral } from './brief-figures.ts';

/** Where it is: the provinces in view, in the classes of the map; one alone is filled. */
export function BriefMap({ reply }: { readonly reply: BriefReply }) {
  const words = useI18n().t.brief;
  const measure = hasShares(reply.filters) ? 'share' : 'rate';
  const shades = useMemo(() => {
    const rows = reply.figures.map;
    return shadesOf(drawnRows(rows, measure, hiddenOnMap(rows)), measure);
  }, [reply, measure]);
  const hatch = useId();
  const isOne = !isOfSeveral(reply);
  return (
    <>
      <svg class="brief-map" viewBox={`0 0 ${mapWidth} ${mapHeight}`} aria-hidden="true">
        <defs>
          <pattern
            id={hatch}
            width="14"
            height="14"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="14" height="14" class="hatch-ground" />
            <rect width="4" height="14" class="hatch-line" />
          </pattern>
        </defs>
        {outlines.map(({ code, path }) => {
          const shade = shades.get(code);
          const name = shade === undefined ? 'aside' : isOne ? 'seq-5' : shade;
          return (
            <path
              key={code}
              d={path}
              class={`map-province ${name}`}
              {...(name === 'none' && { fill: `url(#${hatch})` })}
            />
          );
        })}
        <path class="map-region" d={borders} />
      </svg>
      {!isOne && <p class="sub">{measure === 'share' ? words.mapShare : words.mapRate}</p>}
    </>
  );
}
