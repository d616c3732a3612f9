// What a chart draws, as marks of SVG: while it draws once more, its pen is listened to. The pen itself knows its colours, fonts and
// dashes; only what it is told to draw has to be written down.
import { patternTileOf } from '../charts/patterns.ts';
import { drawnMark, shortened, textMark } from './marks.ts';

type Pen = CanvasRenderingContext2D;
/** `given`: the numbers that the pen is told, after its text where it has one */
type Step = (pen: Pen, write: Recording, given: readonly number[], text: string) => void;

interface Recording {
  readonly marks: string[];
  path: string;
}

const point = (pen: Pen, x: number, y: number): string => {
  const { a, d, e, f } = pen.getTransform();
  const ratio = pen.canvas.width / pen.canvas.clientWidth || 1;
  return `${shortened((a * x + e) / ratio)} ${shortened((d * y + f) / ratio)}`;
};

const steps: Readonly<Record<string, Step>> = {
  beginPath: (_pen, write) => {
    write.path = '';
  },
  moveTo: (pen, write, [x = 0, y = 0]) => {
    write.path += `M${point(pen, x, y)}`;
  },
  lineTo: (pen, write, [x = 0, y = 0]) => {
    write.path += `${write.path === '' ? 'M' : 'L'}${point(pen, x, y)}`;
  },
  bezierCurveTo: (pen, write, [ax = 0, ay = 0, bx = 0, by = 0, x = 0, y = 0]) => {
    write.path += `C${point(pen, ax, ay)} ${point(pen, bx, by)} ${point(pen, x, y)}`;
  },
  rect: (pen, write, given) => {
    write.path += rectPath(pen, given);
  },
  arc: (pen, write, [x = 0, y = 0, radius = 0]) => {
    // charts of ours draw whole circles
    const half = `A${radius} ${radius} 0 1 0`;
    write.path += `M${point(pen, x - radius, y)}${half} ${point(pen, x + radius, y)}${half} ${point(pen, x - radius, y)}Z`;
  },
  closePath: (_pen, write) => {
    write.path += 'Z';
  },
  fill: (pen, write) => {
    write.marks.push(drawnMark('path', { d: write.path, ...paintOf(pen.fillStyle, write) }));
  },
  stroke: (pen, write) => {
    write.marks.push(drawnMark('path', { d: write.path, fill: 'none', ...lineOf(pen) }));
  },
  fillRect: (pen, write, given) => {
    const d = rectPath(pen, given);
    write.marks.push(drawnMark('path', { d, ...paintOf(pen.fillStyle, write) }));
  },
  strokeRect: (pen, write, given) => {
    const d = rectPath(pen, given);
    write.marks.push(drawnMark('path', { d, fill: 'none', ...lineOf(pen) }));
  },
  fillText: (pen, write, [x = 0, y = 0], text) => {
    if (text.trim() !== '') write.marks.push(writtenText(pen, text, x, y));
  },
};

function rectPath(pen: Pen, given: readonly number[]): string {
  const [x = 0, y = 0, width = 0, height = 0] = given;
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const;
  return `M${corners.map(([left, top]) => point(pen, left, top)).join('L')}Z`;
}

function lineOf(pen: Pen) {
  return {
    stroke: String(pen.strokeStyle),
    'stroke-width': pen.lineWidth,
    'stroke-dasharray': pen.getLineDash().join(' '),
    'stroke-linecap': pen.lineCap === 'butt' ? undefined : pen.lineCap,
  };
}

/** A pattern is a small picture of its own, repeated. */
function paintOf(style: Pen['fillStyle'], write: Recording): { readonly fill: string } {
  if (typeof style === 'string') return { fill: style };
  const tile = style instanceof CanvasPattern ? patternTileOf(style) : undefined;
  if (tile === undefined) return { fill: 'none' };
  const id = `pattern-${tile.name}`;
  const { size, picture } = tile;
  const image = drawnMark('image', { href: picture, width: size, height: size });
  const box = { id, width: size, height: size, patternUnits: 'userSpaceOnUse' };
  const definition = drawnMark('pattern', box, image);
  if (!write.marks.includes(definition)) write.marks.push(definition);
  return { fill: `url(#${id})` };
}

const anchors: Readonly<Record<string, 'end' | 'middle'>> = {
  right: 'end',
  end: 'end',
  center: 'middle',
};

/** How far below the line that a text is put by its baseline is: the same box, measured from both. */
function baselineBelow(pen: Pen, text: string): number {
  const { textBaseline } = pen;
  const { fontBoundingBoxAscent: above } = pen.measureText(text);
  pen.textBaseline = 'alphabetic';
  const { fontBoundingBoxAscent: whole } = pen.measureText(text);
  pen.textBaseline = textBaseline;
  return whole - above;
}

function writtenText(pen: Pen, text: string, x: number, y: number): string {
  const [, weight = '400', size = '13px', family = ''] =
    /(?:^|\s)(\d{3}|bold)?\s*([\d.]+px)(?:\/\S+)?\s+(.+)$/.exec(pen.font) ?? [];
  const shift = baselineBelow(pen, text);
  const [left = '0', baseline = '0'] = point(pen, x, y).split(' ');
  const at = { x: Number(left), y: Number(baseline) + shift };
  return textMark(
    text,
    at,
    String(pen.fillStyle),
    { size, weight, family },
    anchors[pen.textAlign],
  );
}

type PenMethod = (...given: (string | number)[]) => unknown;

/** Marks of what `draw` puts on the canvas, in CSS pixels from its corner. */
export function recordCanvas(canvas: HTMLCanvasElement, draw: () => void): string {
  const pen = canvas.getContext('2d');
  if (pen === null) return '';
  const write: Recording = { marks: [], path: '' };
  const own = pen as unknown as Record<string, unknown>;
  const usual = CanvasRenderingContext2D.prototype as unknown as Record<string, PenMethod>;
  for (const [name, step] of Object.entries(steps))
    own[name] = (...given: (string | number)[]) => {
      const numbers = given.filter((one) => typeof one === 'number');
      step(pen, write, numbers, String(given[0]));
      return usual[name]?.apply(pen, given);
    };
  try {
    draw();
  } finally {
    // what is under them are the pen's own again
    for (const name of Object.keys(steps)) delete own[name];
  }
  return write.marks.join('');
}
