// What a record is before its values are looked at: blank, broken, a header again, a total, a note, too wide; else a row.
// The order is fixed: blank, quote, repeated header, total and note rows, cell count.
import { normaliseLine } from '../text/thai.ts';
import type { FoundTable } from './find-table.ts';
import { isHeaderAgain } from './header-key.ts';
import { oncePerTable } from './once-per-table.ts';
import type { CsvRecord } from './record-reader.ts';

export const skipCodes = [
  'duplicate',
  'total-row',
  'note-row',
  'header-repeated',
  // nothing is wrong with it, but with another row of a file that was to be stored whole or not at all
  'all-or-nothing',
  // the person who sent the file wanted so, and said why
  'left-out',
  // its response was erased on request: whatever comes under its id, no word of it is kept
  'erased',
] as const;
export type SkipCode = (typeof skipCodes)[number];

/** A broken rule about the shape of a row; it belongs to no column. */
export interface ShapeViolation {
  readonly code: 'column-count' | 'unterminated-quote' | 'text-too-long' | 'short-row';
  readonly level: 'error' | 'warning';
  readonly [parameter: string]: unknown;
}

export type Judged =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'skip';
      readonly reason: SkipCode;
      /** of a row that a person leaves out */
      readonly why?: string;
    }
  | { readonly kind: 'reject'; readonly violations: readonly ShapeViolation[] }
  | { readonly kind: 'row'; readonly violations: readonly ShapeViolation[] };

const nothing = /^[\s\u200B-\u200F\u2060\uFEFF\u00AD]*$/;
const total = /^(?:รวม|ยอดรวม|total)/i;
/** nothing but a total: a title may well begin with รวม */
const bareTotal = /^(?:(?:ยอด)?รวม(?:ทั้งสิ้น|ทั้งหมด|สุทธิ)?|(?:grand |sub)?total)[\s:.]*(?:[\d๐-๙].*)?$/i;
/** what a total has where the title stands: its own name, or how many (`5 เรื่อง`) */
const mayEndTable =
  /^(?:(?:ยอด|รวม|grand |sub|total).*|[\d๐-๙][\d๐-๙,. ]*(?:เรื่อง|รายการ|ราย|ปัญหา|ประเด็น|ข้อ|แถว|issues?|problems?|rows?|items?)?)$/i;
const note = /^(?:หมายเหตุ|ที่มา|note|source)/i;

/** Every cell is empty without spaces and zero-width characters. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => nothing.test(cell));
}

export function judgeRecord(record: CsvRecord, table: FoundTable): Judged {
  const { cells, swallowed, overlong, width: all } = record;
  if (swallowed) return reject({ code: 'unterminated-quote', level: 'error', ...swallowed });
  if (overlong) return reject({ code: 'text-too-long', level: 'error' });
  const width = table.columns.length;
  const count = { cells: all ?? cells.length, expected: width };
  if (all !== undefined) return reject({ code: 'column-count', level: 'error', ...count });
  if (isBlank(cells)) return { kind: 'blank' };
  const fits = cells.length <= width || isBlank(cells.slice(width));
  if (fits && isHeaderAgain(cells, table.keys)) return { kind: 'skip', reason: 'header-repeated' };
  const reason = skipReason(cells, table);
  if (reason) return { kind: 'skip', reason };
  if (!fits) return reject({ code: 'column-count', level: 'error', ...count });
  return { kind: 'row', violations: cells.length < width ? [tooShort(cells, table)] : [] };
}

function reject(violation: ShapeViolation): Judged {
  return { kind: 'reject', violations: [violation] };
}

/** -1: no column is the title's */
const titleIn = oncePerTable((columns) => ({
  index: columns.find(({ field }) => field === 'title')?.index ?? -1,
}));

/** What a cell begins with tells a total or a note. */
const startOf = (cell: string): string => normaliseLine(cell.trimStart().slice(0, 200));

/** A row with a title is never skipped by this; `-` counts as no title, and so does what a total has instead of one. */
function skipReason(cells: readonly string[], table: FoundTable): SkipCode | null {
  const tidyTitle = startOf(cells[titleIn(table.columns).index] ?? '');
  if (mayEndTable.test(tidyTitle) && looksLikeTotal(cells, table)) return 'total-row';
  if (tidyTitle !== '' && !/^[-–—‐‑−]+$/.test(tidyTitle)) return null;
  const texts = cells.map(startOf).filter((text) => text !== '');
  const [first = ''] = texts;
  if (total.test(first)) return 'total-row';
  if (note.test(first)) return 'note-row';
  return texts.length === 1 ? 'note-row' : null;
}

/** `รวม,,…`, or `รวมทั้งสิ้น` where the title stands. It lies in no merged cell: it never takes the place that stands above it. */
export function looksLikeTotal(cells: readonly string[], { columns }: FoundTable): boolean {
  const { index: title } = titleIn(columns);
  const first = cells.findIndex((cell) => startOf(cell) !== '');
  const text = startOf(cells[first] ?? '');
  return first === title ? bareTotal.test(text) : total.test(text);
}

/** Fewer cells than headers is an error only when a required one is among what is missing. */
function tooShort(cells: readonly string[], { columns }: FoundTable): ShapeViolation {
  const missing = columns.slice(cells.length);
  const required = missing.some(({ field }) => field === 'province' || field === 'title');
  const counts = { cells: cells.length, expected: columns.length };
  return required
    ? { code: 'column-count', level: 'error', ...counts }
    : { code: 'short-row', level: 'warning', ...counts };
}
