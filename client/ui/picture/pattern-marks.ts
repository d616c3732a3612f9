// What tells keys apart beside their colour, as the style draws it by gradients: stripes, points, a grid.
import { type Box, drawnMark } from './marks.ts';

const light = { fill: '#fff', 'fill-opacity': 0.78 };
const grey = { fill: '#a8a293' };

interface Pattern {
  readonly name: string;
  /** of one tile, and what stands in it, in pixels */
  readonly size: number;
  readonly inside: (look: object) => string;
  readonly turned?: number;
}

/** The marks of a box over its colour; where it has none (`isGrey`) the pattern is grey on a light ground. None: no pattern. */
export function patternMarks(box: Box, backgroundImage: string, isGrey: boolean): string[] {
  const pattern = patternOf(backgroundImage);
  if (!pattern) return [];
  const { name, size, inside, turned = 0 } = pattern;
  const id = `${name}-${isGrey ? 'grey' : 'light'}`;
  const ground = isGrey ? drawnMark('rect', { width: size, height: size, fill: '#e7e4dc' }) : '';
  const tile = {
    // from the corner of the box, as in the style
    ...{ x: turned ? 0 : box.x, y: turned ? 0 : box.y, width: size, height: size },
    ...{ patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${turned})` },
  };
  const own = `${id}-${Math.round(box.x)}-${Math.round(box.y)}`;
  return [
    drawnMark('pattern', { id: own, ...tile }, ground + inside(isGrey ? grey : light)),
    drawnMark('rect', { ...box, fill: `url(#${own})` }),
  ];
}

function patternOf(image: string): Pattern | undefined {
  const [, angle] = /^repeating-linear-gradient\((\d+)deg/.exec(image) ?? [];
  if (angle !== undefined)
    return { name: `stripes-${angle}`, size: 5, inside: stripe, turned: Number(angle) - 90 };
  if (image.startsWith('radial-gradient(')) return { name: 'points', size: 16 / 3, inside: point };
  if (/^linear-gradient\(.*2px.*, linear-gradient\(90deg/.test(image))
    return { name: 'grid', size: 7, inside: cross };
  return undefined;
}

const stripe = (look: object) => drawnMark('rect', { width: 2, height: 5, ...look });
const point = (look: object) => drawnMark('circle', { cx: 8 / 3, cy: 8 / 3, r: 1.7, ...look });
const cross = (look: object) => drawnMark('path', { d: 'M3 0h2v3h2v2H5v2H3V5H0V3h3z', ...look });
