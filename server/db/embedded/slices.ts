// A stretch of documents as a cursor gives them: read at once, and each made when its turn comes. What is no longer what was stored
// is left out; the table hears of it.
import type { SqlRow } from './binding.ts';
import { decodeText, parseText } from './decode.ts';
import type { PackedRows } from './packed-rows.ts';
import { type Projection, project } from './projection.ts';
import type { FieldScanner } from './scan-fields.ts';
import type { DocumentTable } from './table.ts';

export type Document = Readonly<Record<string, unknown>>;

export interface Slice {
  readonly length: number;
  /** of the texts that were read, in bytes or characters */
  readonly size: number;
  document(index: number): Document;
}

export const emptySlice: Slice = {
  length: 0,
  size: 0,
  document: () => {
    throw new RangeError('There is no document.');
  },
};

export function sliceOf(
  table: DocumentTable,
  rows: readonly SqlRow[],
  projection: Projection | undefined,
): Slice {
  const whole = rows.filter((row) => table.isWhole(row));
  const document = (index: number) => documentOf(String(whole[index]?.doc), projection);
  const size = rows.reduce((sum, { doc }) => sum + String(doc).length, 0);
  return { length: whole.length, size, document };
}

export function packedSliceOf(
  table: DocumentTable,
  packed: PackedRows,
  projection: Projection,
  scanner: FieldScanner,
): Slice {
  const { bytes, starts, rids } = packed;
  const whole = rids.flatMap((rid, index) => {
    if (packed.isWhole(index)) return [index];
    table.store.onBroken(table.name, rid);
    return [];
  });
  const document = (at: number) => {
    const index = whole[at] ?? 0;
    const from = starts[index] ?? 0;
    const to = starts[index + 1] ?? 0;
    return (
      scanner.read(bytes, from, to) ?? documentOf(bytes.toString('utf8', from, to), projection)
    );
  };
  return { length: whole.length, size: bytes.length, document };
}

function documentOf(text: string, projection: Projection | undefined): Document {
  if (projection === undefined) return decodeText(text);
  return project(parseText(text), projection, text.includes('\\u0001'));
}
