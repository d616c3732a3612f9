// A file that was mended and sent again: its mended rows have no id and are new rows. They are compared with what the same office
// sent in its earlier files, so that the officer is told before a problem counts twice. Only a note is made of it.
import type { FileNote } from '../../shared/batch/file-note.ts';
import { CorrectedRows } from '../../shared/batch/looks-corrected.ts';
import type { SeenRows } from '../../shared/batch/seen-rows.ts';
import type { JudgedRow, RowRules } from '../../shared/batch/verdict.ts';
import type { Context } from '../context.ts';
import { responsesIn } from '../responses/read-responses.ts';
import { type StoredBatch, type StoredRow, storedBatches } from './batch.model.ts';

/** stored rows that the new ones are compared with */
const mostStored = 20_000;
/** earlier files of the office that are looked at */
const files = 10;
const atOnce = 500;

export interface Comparing {
  readonly context: Context;
  readonly survey: string;
  readonly office: string;
  /** the file's own */
  readonly batch: string;
  readonly rules: RowRules & { readonly seen: SeenRows };
}

/** The new rows of a file, as far as they are remembered. */
export class NewRows {
  #rows: CorrectedRows | undefined;

  /** `rows`: as they were judged; `settled`: the same as they met what is stored. */
  add(rows: readonly JudgedRow[], settled: readonly StoredRow[], { columns }: RowRules): void {
    const known = this.#rows ?? new CorrectedRows(columns);
    this.#rows = known;
    rows.forEach((row, index) => {
      if (row.kind === 'storable' && settled[index]?.outcome === 'accept') known.add(row.response);
    });
  }

  /** One note for each earlier file of which some rows look corrected. */
  async compare(comparing: Comparing): Promise<readonly FileNote[]> {
    const { context, survey, rules } = comparing;
    const rows = this.#rows;
    if (!rows || rows.size === 0 || !context.facts.ready) return [];
    const batch = await earlierFiles(comparing);
    if (batch.length === 0) return [];
    const scope = { kind: 'all' } as const; // the office's own files
    const found = new Map<string, number>();
    let after: string | null = null;
    for (let looked = 0; looked < mostStored; looked += atOnce) {
      const page: { ids: readonly string[]; next: string | null } = await context.facts.find(
        { survey, filters: { batch }, scope },
        { limit: atOnce, after },
      );
      for await (const stored of responsesIn(scope, context).each(page.ids)) {
        const file = stored.batch;
        // what stands in the file unchanged was not corrected
        if (file && !rules.seen.has(bytesOf(stored._id)) && rows.take(stored))
          found.set(file, (found.get(file) ?? 0) + 1);
      }
      after = page.next;
      if (after === null) break;
    }
    return [...found].map(([id, rows]) => ({ code: 'looks-corrected', rows, batch: id }));
  }
}

/** The id of a row without an id of its own is the key by which it is found again in its file. */
function bytesOf(id: string): Uint8Array {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

async function earlierFiles({ context, survey, office, batch }: Comparing): Promise<string[]> {
  const found = await context.db
    .model(storedBatches)
    .find({ survey, office }, { _id: 1 })
    .sort({ startedAt: -1, _id: -1 })
    .limit(files + 1)
    .lean<Pick<StoredBatch, '_id'>[]>();
  return found.map(({ _id }) => _id).filter((id) => id !== batch);
}
