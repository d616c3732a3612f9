// A file that was mended and sent again: its mended rows have no id and are new rows. They are compared with what the same office
// sent in its earlier files, so that the officer is told before a problem counts twice. Only a note is made of it.
import type { FileNote } from '../../shared/batch/file-note.ts';
import { looksCorrected } from '../../shared/batch/looks-corrected.ts';
import type { JudgedRow, RowRules } from '../../shared/batch/verdict.ts';
import type { CheckedResponse } from '../../shared/survey/response.ts';
import type { Context } from '../context.ts';
import { responsesIn } from '../responses/read-responses.ts';
import type { StoredResponse } from '../responses/response.model.ts';
import { type StoredBatch, type StoredRow, storedBatches } from './batch.model.ts';

/** new rows that are remembered until the end of the file, and stored ones that they are compared with */
const mostRows = 5000;
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
  readonly rules: RowRules;
}

/** The new rows of a file, as far as they are remembered. */
export class NewRows {
  readonly #byPlaceAndDay = new Map<string, CheckedResponse[]>();
  #size = 0;

  /** `rows`: as they were judged; `settled`: the same as they met what is stored. */
  add(rows: readonly JudgedRow[], settled: readonly StoredRow[]): void {
    rows.forEach((row, index) => {
      const isNew = row.kind === 'storable' && settled[index]?.outcome === 'accept';
      if (!isNew || this.#size >= mostRows) return;
      const key = placeAndDay(row.response);
      this.#byPlaceAndDay.set(key, [...(this.#byPlaceAndDay.get(key) ?? []), row.response]);
      this.#size++;
    });
  }

  /** One note for each earlier file of which some rows look corrected. */
  async compare(comparing: Comparing): Promise<readonly FileNote[]> {
    const { context, survey, rules } = comparing;
    const batch = this.#size > 0 && context.facts.ready ? await earlierFiles(comparing) : [];
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
        if (file && this.#takeCorrected(stored, rules)) found.set(file, (found.get(file) ?? 0) + 1);
      }
      after = page.next;
      if (after === null) break;
    }
    return [...found].map(([id, rows]) => ({ code: 'looks-corrected', rows, batch: id }));
  }

  /** Each new row corrects one stored row at most, and none that stands in the file unchanged. */
  #takeCorrected(stored: StoredResponse, rules: RowRules): boolean {
    const rows = this.#byPlaceAndDay.get(placeAndDay(stored)) ?? [];
    if (rows.length === 0 || rules.seen.has(bytesOf(stored._id))) return false;
    const at = rows.findIndex((row) => looksCorrected(row, stored, rules.columns));
    if (at < 0) return false;
    rows.splice(at, 1);
    return true;
  }
}

function placeAndDay({ place, day }: CheckedResponse): string {
  return `${place.province} ${day}`;
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
