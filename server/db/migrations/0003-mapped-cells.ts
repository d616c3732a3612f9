// From 28 November 2026, 18:47 on the rows of a batch keep the cells of mapped columns alone, since nobody knows whose names stand in
// the others. Earlier rows lose theirs. A row says by its width whether it was cut: all blocks come first, then the batch's headers,
// so that what was begun can be begun again.
import type { AnyDocument, Migrating, MigrationStep } from './step.ts';

/** a column of running numbers is kept without being mapped */
const runningNumber = /^(ลำดับ|ลำดับที่|ที่|ข้อ|no\.?|#|id)$/i;

interface Cut {
  readonly width: number;
  /** the places of the cells that stay */
  readonly kept: readonly number[];
}

export const keepMappedCells: MigrationStep = {
  makes: 3,
  does: 'rows of batches keep the cells of mapped columns alone',
  async run(database) {
    const cuts = new Map<string, Cut>();
    await database.each('batches', (batch) => {
      const cut = cutOf(batch);
      if (cut) cuts.set(batch._id, cut);
      return undefined;
    });
    await database.each('rowBlocks', ({ batch, rows }) => cutRows(rows, cuts.get(String(batch))));
    for (const [id, cut] of cuts) await cutHeaders(database, id, cut);
  },
};

/** undefined: there is nothing to cut */
function cutOf({ headers, mapping }: AnyDocument): Cut | undefined {
  if (!Array.isArray(headers) || !Array.isArray(mapping)) return undefined;
  const mapped = new Set(mapping.map((pair) => (Array.isArray(pair) ? pair[0] : pair)));
  const kept = headers.flatMap((header, index) => (stays(String(header), mapped) ? [index] : []));
  return kept.length < headers.length ? { width: headers.length, kept } : undefined;
}

/** The second of two columns of one name stood there as `name (4)`, one without a name as `(4)`. */
function stays(header: string, mapped: ReadonlySet<unknown>): boolean {
  const given = header.replace(/ ?\(\d+\)$/, '');
  return mapped.has(header) || mapped.has(given) || runningNumber.test(given.trim());
}

function cutRows(rows: unknown, cut: Cut | undefined) {
  if (!cut || !Array.isArray(rows)) return undefined;
  const isWide = ({ cells }: { cells?: unknown }) =>
    Array.isArray(cells) && cells.length >= cut.width;
  if (!rows.some(isWide)) return undefined;
  const narrow = rows.map((row) =>
    isWide(row) ? { ...row, cells: cut.kept.map((place) => row.cells[place]) } : row,
  );
  return { onlyIf: {}, set: { rows: narrow } };
}

async function cutHeaders(database: Migrating, id: string, { width, kept }: Cut): Promise<void> {
  const batch = await database.one('batches', id);
  if (!batch || !Array.isArray(batch.headers) || batch.headers.length !== width) return;
  const { changedAt, headers } = batch;
  const narrow = kept.map((place) => headers[place]);
  await database.change('batches', id, { onlyIf: { changedAt }, set: { headers: narrow } });
}
