// Part of a page as marks of SVG, where it stands: its texts line by line, grounds and rules of its boxes, its charts and shapes.
import { Chart as ChartJs } from 'chart.js';
import { type Box, drawnMark, textMark } from './marks.ts';
import { patternMarks } from './pattern-marks.ts';
import { recordCanvas } from './record-canvas.ts';

export interface DrawOptions {
  /** these are left out, with all that is in them */
  readonly without: string;
  /** what stands for an element instead of its text */
  readonly instead?: ReadonlyMap<Element, string>;
}

interface Drawing extends DrawOptions {
  /** the corner that the picture begins at */
  readonly left: number;
  readonly top: number;
  readonly marks: string[];
}

export function drawElement(root: Element, options: DrawOptions): string {
  const { left, top } = root.getBoundingClientRect();
  const drawing: Drawing = { ...options, left, top, marks: [] };
  draw(root, drawing);
  return drawing.marks.join('\n');
}

/** Where what is drawn ends, in pixels below the top of its root. */
export function drawnHeight(root: Element, { without }: Pick<DrawOptions, 'without'>): number {
  const shown = [...root.children].filter((child) => !child.matches(without));
  const bottoms = shown.map((child) => child.getBoundingClientRect().bottom);
  return Math.max(...bottoms) - root.getBoundingClientRect().top;
}

function draw(element: Element, drawing: Drawing): void {
  if (element.matches(drawing.without)) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  if (element instanceof SVGSVGElement) drawing.marks.push(shapesOf(element, drawing));
  else if (element instanceof HTMLCanvasElement) drawing.marks.push(chartOf(element, drawing));
  else drawContent(element, style, drawing);
}

function drawContent(element: Element, style: CSSStyleDeclaration, drawing: Drawing): void {
  drawBox(element, style, drawing);
  const instead = drawing.instead?.get(element);
  if (instead !== undefined) {
    drawLine(element, instead, drawing);
    return;
  }
  for (const child of element.childNodes) {
    if (child instanceof Element) draw(child, drawing);
    else if (child instanceof Text) drawText(child, style, drawing);
  }
  drawBefore(element, drawing);
}

const clear = /^(transparent|rgba\(.*, 0\)|oklab\(.*\/ 0\))$/;
const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;

function drawBox(
  element: Element,
  style: CSSStyleDeclaration,
  { left, top, marks }: Drawing,
): void {
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return;
  const [x, y] = [box.left - left, box.top - top];
  const { width, height } = box;
  if (!clear.test(style.backgroundColor)) {
    const rx = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
    const isTurned = style.transform.startsWith('matrix(0.7');
    marks.push(
      isTurned
        ? diamondMark({ x, y, width, height }, style.backgroundColor)
        : drawnMark('rect', {
            x,
            y,
            width,
            height,
            rx: rx || undefined,
            fill: style.backgroundColor,
          }),
    );
  }
  const isGrey = clear.test(style.backgroundColor);
  marks.push(...patternMarks({ x, y, width, height }, style.backgroundImage, isGrey));
  for (const side of sides) {
    const size = Number.parseFloat(style[`border${side}Width`]);
    if (!size || style[`border${side}Style`] === 'none') continue;
    const fill = style[`border${side}Color`];
    if (clear.test(fill)) continue;
    const isAcross = side === 'Top' || side === 'Bottom';
    marks.push(
      drawnMark('rect', {
        x: side === 'Right' ? x + width - size : x,
        y: side === 'Bottom' ? y + height - size : y,
        width: isAcross ? width : size,
        height: isAcross ? size : height,
        fill,
      }),
    );
  }
}

/** A square on its corner, in the box that it fills. */
function diamondMark({ x, y, width, height }: Box, fill: string): string {
  const [middle, centre] = [x + width / 2, y + height / 2];
  const d = `M${middle} ${y}L${x + width} ${centre}L${middle} ${y + height}L${x} ${centre}Z`;
  return drawnMark('path', { d, fill });
}

/** A sign that the style puts before an element of one line; before the first of a line it lies outside of what holds it. */
function drawBefore(element: Element, { left, top, marks }: Drawing): void {
  const style = getComputedStyle(element, '::before');
  const [, sign = ''] = /^"(.+)"$/.exec(style.content) ?? [];
  if (sign === '') return;
  const { up, down } = ascentOf(style);
  const box = element.getBoundingClientRect();
  const x = box.left + Number.parseFloat(style.left);
  // not placed, or outside
  if (!(x >= (element.parentElement?.getBoundingClientRect().left ?? 0))) return;
  const y = box.top - top + (box.height - up - down) / 2 + up;
  marks.push(textMark(sign, { x: x - left, y }, style.color, lookOf(style)));
}

const measuring = document.createElement('canvas').getContext('2d');

function ascentOf(style: CSSStyleDeclaration): { readonly up: number; readonly down: number } {
  if (measuring === null) return { up: 12, down: 4 };
  measuring.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = measuring.measureText('ก');
  return { up, down };
}

const lookOf = (style: CSSStyleDeclaration) => ({
  size: style.fontSize,
  weight: style.fontWeight,
  family: style.fontFamily.replaceAll('"', "'"),
});

/** A text breaks where the page has broken it. */
function drawText(node: Text, style: CSSStyleDeclaration, drawing: Drawing): void {
  const { up, down } = ascentOf(style);
  const put = (text: string, box: DOMRect) => {
    if (text.trim() === '') return;
    const y = box.top - drawing.top + (box.height - up - down) / 2 + up;
    drawing.marks.push(
      textMark(text, { x: box.left - drawing.left, y }, style.color, lookOf(style)),
    );
  };
  const range = document.createRange();
  let line: { text: string; box: DOMRect } | null = null;
  for (let at = 0; at < node.data.length; at++) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    const letter = node.data[at] ?? '';
    if (box.height === 0 || (box.width === 0 && letter.trim() === '')) continue;
    // a space at its beginning is no letter of a line in SVG
    if (line === null && letter.trim() === '') continue;
    if (line !== null && Math.abs(box.top - line.box.top) < box.height / 2) line.text += letter;
    else {
      if (line !== null) put(line.text, line.box);
      line = { text: letter, box };
    }
  }
  if (line !== null) put(line.text, line.box);
}

function drawLine(element: Element, text: string, { left, top, marks }: Drawing): void {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const { up } = ascentOf(style);
  marks.push(
    textMark(text, { x: box.left - left, y: box.top - top + up }, style.color, lookOf(style)),
  );
}

/** Its chart draws once more, and is listened to. */
function chartOf(canvas: HTMLCanvasElement, { left, top }: Drawing): string {
  const chart = ChartJs.getChart(canvas);
  if (chart === undefined) return '';
  const box = canvas.getBoundingClientRect();
  const marks = recordCanvas(canvas, () => chart.draw());
  return drawnMark('g', { transform: `translate(${box.left - left} ${box.top - top})` }, marks);
}

/** what shapes take from the page's styles */
const painted = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'display',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
] as const;

function shapesOf(svg: SVGSVGElement, { left, top }: Drawing): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [at, original] of [svg, ...svg.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(original);
    const one = copies[at];
    for (const name of painted) {
      const value = style.getPropertyValue(name);
      if (value !== '') one?.setAttribute(name, value.replaceAll('"', "'"));
    }
    for (const name of ['class', 'style', 'data-point', 'aria-hidden']) one?.removeAttribute(name);
  }
  const box = svg.getBoundingClientRect();
  copy.setAttribute('x', String(box.left - left));
  copy.setAttribute('y', String(box.top - top));
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  copy.setAttribute('color', getComputedStyle(svg).color);
  return new XMLSerializer().serializeToString(copy);
}
