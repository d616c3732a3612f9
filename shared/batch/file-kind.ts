// Files that are no text tables, told by their first bytes, so that the refusal can say what was sent.
import type { FileKind } from './inspection.ts';

const signatures: readonly (readonly [hex: string, kind: FileKind])[] = [
  ['d0cf11e0a1b11ae1', 'old-workbook'],
  ['25504446', 'pdf'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['1f8b08', 'archive'],
  ['526172211a07', 'archive'],
  ['377abcaf271c', 'archive'],
];

const webPage = /^\s*<(?:!doctype\s+html|html|head|body|table|meta|\?xml)[\s>]/i;
const workbookParts = /xl\/|\[Content_Types\]\.xml|opendocument\.spreadsheet/;

/** null: nothing that is known not to be text. `head` = the first bytes, a few KiB are enough. */
export function fileKindOf(head: Uint8Array): FileKind | null {
  const start = hexOf(head.subarray(0, 12));
  const known = signatures.find(([hex]) => start.startsWith(hex));
  if (known) return known[1];
  const ascii = asciiOf(head.subarray(0, 65_536));
  if (start.startsWith('504b0304')) return workbookParts.test(ascii) ? 'workbook' : 'archive';
  if (ascii.startsWith('RIFF') && ascii.startsWith('WEBP', 8)) return 'picture';
  if (/^ftyp(?:hei|mif|avif)/.test(ascii.slice(4, 12))) return 'picture';
  const text = start.startsWith('efbbbf') ? ascii.slice(3) : ascii;
  return webPage.test(text.slice(0, 1024)) ? 'web-page' : null;
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}
