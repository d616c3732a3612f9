// A part of the page as a picture for a report: drawn as for paper, so light, with patterns, and without small numbers.
import { type DrawOptions, drawElement, drawnHeight } from './draw-element.ts';
import { drawnMark, escapedForXml, textMark } from './marks.ts';

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export interface PictureOptions extends DrawOptions {
  readonly title: string;
  /** where it is from: the last line of the picture */
  readonly source: string;
}

const margin = 16;
const sourceRoom = 28;

/** @param choose what stands for which element, asked once the page is drawn for paper */
export async function takePicture(
  element: Element,
  options: Omit<PictureOptions, 'instead'>,
  choose: () => ReadonlyMap<Element, string>,
): Promise<Picture> {
  const [x, y] = [scrollX, scrollY];
  let picture: Picture | undefined;
  await behindTheScreen(async () => {
    window.dispatchEvent(new Event('beforeprint'));
    try {
      await drawnAnew();
      picture = pictureOf(element, { ...options, instead: choose() });
    } finally {
      window.dispatchEvent(new Event('afterprint'));
      await drawnAnew();
      scrollTo(x, y);
    }
  });
  if (picture === undefined) throw new Error('nothing was drawn');
  return picture;
}

/** Where a browser can, what is seen stands still meanwhile. */
async function behindTheScreen(work: () => Promise<void>): Promise<void> {
  if (typeof document.startViewTransition !== 'function') return work();
  const transition = document.startViewTransition(work);
  await transition.updateCallbackDone;
}

/** Components hear of another theme in turns of their own; no frame comes while the screen stands still. */
const drawnAnew = () => new Promise((resolve) => setTimeout(resolve, 120));

function pictureOf(element: Element, options: PictureOptions): Picture {
  const box = element.getBoundingClientRect();
  const [width, height] = [
    box.width + 2 * margin,
    drawnHeight(element, options) + 2 * margin + sourceRoom,
  ];
  const style = getComputedStyle(element);
  const family = style.fontFamily.replaceAll('"', "'");
  const look = { size: '12px', weight: '400', family };
  const marks = [
    drawnMark('title', {}, escapedForXml(options.title)),
    drawnMark('rect', { width, height, fill: '#fff' }),
    drawnMark('g', { transform: `translate(${margin} ${margin})` }, drawElement(element, options)),
    textMark(options.source, { x: margin, y: height - margin }, style.color, look),
  ];
  const shape = { width, height, viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}` };
  const svg = drawnMark('svg', { xmlns: 'http://www.w3.org/2000/svg', ...shape }, marks.join('\n'));
  return { svg, width, height };
}

/** pixels a CSS pixel */
const sharpness = 2;

/** The same as pixels. An image sees no fonts but its own: so they are put into it. */
export async function asPng({ svg, width, height }: Picture): Promise<Blob> {
  const withFonts = svg.replace('</title>', `</title><style>${await ownFonts()}</style>`);
  const url = URL.createObjectURL(new Blob([withFonts], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * sharpness);
    canvas.height = Math.round(height * sharpness);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (png === null) throw new Error('the picture is too large');
    return png;
  } finally {
    URL.revokeObjectURL(url);
  }
}

async function ownFonts(): Promise<string> {
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule);
  const written = await Promise.all(
    rules.map(async (rule) => {
      const [, url = ''] = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src')) ?? [];
      const base = rule.parentStyleSheet?.href ?? location.href;
      const file = await (await fetch(new URL(url, base))).blob();
      return rule.cssText.replace(url, await asDataUrl(file));
    }),
  );
  return escapedForXml(written.join('\n')).replaceAll('&quot;', '"');
}

function asDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
