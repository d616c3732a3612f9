// Files that are no text tables, told by their first bytes, so that the refusal can say what was sent.
import { hexOf } from '../text/hex.ts';
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
  ['425a68', 'archive'],
  ['fd377a585a00', 'archive'],
  ['28b52ffd', 'archive'],
];

/** beginnings of text files that are no tables, looked for in this order; a workbook of 2003 is a kind of XML */
const beginnings: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/^\s*<\?xml[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/, 'old-workbook'],
  [/^\s*<[\s\S]*urn:oasis:names:tc:opendocument/, 'open-document'],
  [
    /^\s*<(?:!--|(?:!doctype|html|head|body|table|meta|title|style|script|div|span|font|center|form|svg|br|p|h[1-6]|\?xml)(?![a-z]))/i,
    'web-page',
  ],
  [/^\s*MIME-Version\s*:/i, 'web-page'],
  [/^\s*\{\\rtf/, 'rich-text'],
  [
    /^\s*(?:\{\s*(?:"[^"\n]{1,200}"\s*:|\}\s*$)|\[\s*(?:[{[]|"[^"\n]{0,200}"\s*[,\]]|\]\s*$))/,
    'json',
  ],
];
const workbookParts = /xl\/|spreadsheetml/;
const documentParts = /word\/|ppt\/|wordprocessingml|presentationml/;

/** null: nothing that is known not to be text. `head` = the first bytes, a few KiB are enough. */
export function fileKindOf(head: Uint8Array): FileKind | null {
  const start = hexOf(head.subarray(0, 12));
  const known = signatures.find(([hex]) => start.startsWith(hex));
  if (known) return known[1];
  const ascii = asciiOf(head.subarray(0, 65_536));
  if (/^504b0(?:304|506|708)/.test(start)) return kindOfZip(ascii);
  if (ascii.startsWith('RIFF') && ascii.startsWith('WEBP', 8)) return 'picture';
  if (/^ftyp(?:hei|mif|avif)/.test(ascii.slice(4, 12))) return 'picture';
  const text = withoutMarks(ascii, start);
  return beginnings.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Office formats are archives of parts with known names; a workbook may name its types before its sheets. */
function kindOfZip(ascii: string): FileKind {
  if (ascii.includes('application/vnd.oasis.opendocument')) return 'open-document';
  if (workbookParts.test(ascii)) return 'workbook';
  if (documentParts.test(ascii)) return 'document';
  return ascii.includes('[Content_Types].xml') ? 'workbook' : 'archive';
}

/** The first letters without a BOM, also of UTF-16: what they begin with is ASCII. */
function withoutMarks(ascii: string, start: string): string {
  const beginning = ascii.slice(0, 4096);
  if (start.startsWith('efbbbf')) return beginning.slice(3);
  const isWide =
    start.startsWith('fffe') || start.startsWith('feff') || /^(?:3c00|003c)/.test(start);
  return isWide ? beginning.replace(/^(?:\xFF\xFE|\xFE\xFF)/, '').replaceAll('\0', '') : beginning;
}

function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}
