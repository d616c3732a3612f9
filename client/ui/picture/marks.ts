// The marks that a picture in SVG is made of, as text.

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** In pixels of the picture. */
export type Box = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

/** One element; an attribute without a value is left out, numbers keep two digits. */
export function drawnMark(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]) => ` ${key}="${escapedForXml(shortened(value))}"`)
    .join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

export function shortened(value: string | number | undefined): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : (value ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export function escapedForXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

export interface FontLook {
  readonly size: string;
  readonly weight: string;
  readonly family: string;
}

/** A line of text by its left end and baseline. */
export function textMark(
  text: string,
  at: { readonly x: number; readonly y: number },
  fill: string,
  { size, weight, family }: FontLook,
  anchor?: 'end' | 'middle',
): string {
  const look = { fill, 'font-size': size, 'font-weight': weight, 'font-family': family };
  return drawnMark('text', { ...at, ...look, 'text-anchor': anchor }, escapedForXml(text));
}
