// The pattern that travels with each strategy's colour, the same as the keys in strategy-key.css.
import type { Strategy } from '../../../shared/survey/strategies.ts';
import type { ChartTheme } from './chart-theme.ts';

const tile = 8;

type Draw = (pen: CanvasRenderingContext2D) => void;

function line(
  pen: CanvasRenderingContext2D,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
) {
  pen.beginPath();
  pen.moveTo(fromX, fromY);
  pen.lineTo(toX, toY);
  pen.stroke();
}

const draws: Readonly<Record<Strategy, Draw | null>> = {
  infrastructure: null,
  economy: (pen) => {
    line(pen, 0, 2, tile, 2);
    line(pen, 0, 6, tile, 6);
  },
  society: (pen) => {
    for (const [x, y] of [
      [2, 2],
      [6, 6],
    ] as const) {
      pen.beginPath();
      pen.arc(x, y, 1.4, 0, 2 * Math.PI);
      pen.fill();
    }
  },
  government: (pen) => {
    line(pen, -2, 2, 2, -2);
    line(pen, 0, tile, tile, 0);
    line(pen, tile - 2, tile + 2, tile + 2, tile - 2);
  },
  workforce: (pen) => {
    line(pen, 2, 0, 2, tile);
    line(pen, 6, 0, 6, tile);
  },
  trust: (pen) => {
    line(pen, 0, 4, tile, 4);
    line(pen, 4, 0, 4, tile);
  },
};

/** The fill of a strategy: its colour, with its pattern where the theme asks for patterns. */
export function strategyFill(strategy: Strategy, theme: ChartTheme): string | CanvasPattern {
  const colour = theme.strategies[strategy];
  const draw = draws[strategy];
  if (!theme.patterned || draw === null) return colour;
  return patternOf(colour, theme, draw);
}

/** A colour with lines of the ground across it: nearly the same as the plain one, and not it. */
export function hatchedFill(colour: string, theme: ChartTheme): string | CanvasPattern {
  return patternOf(colour, { ...theme, patternInk: theme.surface }, (pen) => {
    line(pen, -2, 2, 2, -2);
    line(pen, 0, tile, tile, 0);
    line(pen, tile - 2, tile + 2, tile + 2, tile - 2);
  });
}

/** what patterns were made of: they do not tell it themselves */
const tiles = new WeakMap<CanvasPattern, HTMLCanvasElement>();

/** A pattern's tile, for pictures that have to repeat it themselves; `size` in CSS pixels. */
export function patternTileOf(
  pattern: CanvasPattern,
): { readonly name: string; readonly size: number; readonly picture: string } | undefined {
  const canvas = tiles.get(pattern);
  if (canvas === undefined) return undefined;
  const picture = canvas.toDataURL();
  const letters = [...picture];
  const hash = letters.reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return { name: hash.toString(36), size: tile, picture };
}

function patternOf(colour: string, theme: ChartTheme, draw: Draw): string | CanvasPattern {
  const canvas = document.createElement('canvas');
  canvas.width = tile * theme.ratio;
  canvas.height = tile * theme.ratio;
  const pen = canvas.getContext('2d');
  if (pen === null) return colour;
  pen.scale(theme.ratio, theme.ratio);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, tile, tile);
  pen.strokeStyle = theme.patternInk;
  pen.fillStyle = theme.patternInk;
  pen.lineWidth = 1.6;
  draw(pen);
  const pattern = pen.createPattern(canvas, 'repeat');
  if (pattern !== null) tiles.set(pattern, canvas);
  // the tile is drawn in device pixels and the chart in CSS pixels
  pattern?.setTransform(new DOMMatrix().scale(1 / theme.ratio));
  return pattern ?? colour;
}
