// The text of a PDF as Chromium prints it, in the order it is drawn: what a person could copy out of it.
import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly body: string;
  /** what its stream holds, inflated */
  readonly stream: string | null;
}

/** Blanks are left out: a printed line ends anywhere. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const glyphs = glyphsByFont(objects);
  const pages = [...objects.values()].flatMap(({ stream }) =>
    stream !== null && /\bTf\b/.test(stream) ? [stream] : [],
  );
  return pages
    .map((page) => textOf(page, glyphs))
    .join('')
    .replace(/\s+/g, '');
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const raw = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const found of raw.matchAll(/(\d+) 0 obj\s*([\s\S]*?)endobj/g)) {
    const [all, id = '', body = ''] = found;
    const length = Number(/\/Length (\d+)/.exec(body)?.[1] ?? 0);
    const begin = found.index + all.search(/stream\r?\n/);
    const start = begin + (/stream\r?\n/.exec(all)?.[0].length ?? 0);
    const isStream = /stream\r?\n/.test(all) && /\/FlateDecode/.test(body);
    objects.set(id, {
      body,
      stream: isStream ? inflated(pdf.subarray(start, start + length)) : null,
    });
  }
  return objects;
}

/** Pictures and fonts may be packed in other ways: they hold no text. */
function inflated(bytes: Buffer): string | null {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return null;
  }
}

/** font name → glyph → text, of the fonts that say it */
function glyphsByFont(objects: Map<string, PdfObject>): Map<string, Map<number, string>> {
  const fonts = new Map<string, Map<number, string>>();
  for (const { body } of objects.values()) {
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.body ?? '')?.[1];
      fonts.set(name, glyphsOf(objects.get(map ?? '')?.stream ?? ''));
    }
  }
  return fonts;
}

function glyphsOf(cmap: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      glyphs.set(Number.parseInt(glyph, 16), utf16(text));
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      for (let glyph = first; glyph <= last; glyph++)
        glyphs.set(glyph, String.fromCharCode(Number.parseInt(text, 16) + glyph - first));
    }
  }
  return glyphs;
}

const token = /\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|\/ActualText <FEFF([0-9A-F]*)>|\bEMC\b/g;

/** What a span says it is, is not read glyph by glyph as well. */
function textOf(page: string, fonts: Map<string, Map<number, string>>): string {
  let text = '';
  let font = new Map<number, string>();
  let isSaid = false;
  for (const [all, name, glyphs, actual] of page.matchAll(token)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    else if (actual !== undefined) {
      text += utf16(actual);
      isSaid = true;
    } else if (all === 'EMC') isSaid = false;
    else if (glyphs !== undefined && !isSaid) {
      for (const [glyph] of glyphs.matchAll(/.{4}/g))
        text += font.get(Number.parseInt(glyph, 16)) ?? '';
    }
  }
  return text;
}

function utf16(hex: string): string {
  return [...hex.matchAll(/.{4}/g)]
    .map(([unit]) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join('');
}
