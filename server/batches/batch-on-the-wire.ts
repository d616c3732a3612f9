// A batch and its rows in the shapes of shared/api/batches.ts.
import type { Batch, BatchRow } from '../../shared/api/batches.ts';
import type { StoredBatch, StoredRow } from './batch.model.ts';

/** `mended`: how many of its rejected rows other files have brought back */
export function toBatch(stored: StoredBatch, mended = 0): Batch {
  const {
    _id,
    survey: _survey,
    changedAt: _changedAt,
    headers: _headers,
    fingerprint: _fingerprint,
    attempt: _attempt,
    undo: _undo,
    recounts: _recounts,
    choicesDigest: _choicesDigest,
    ...rest
  } = stored;
  return {
    ...rest,
    id: _id,
    state: isEnding(stored.state) ? 'loading' : stored.state,
    corrected: stored.corrected ?? 0,
    mended: Math.min(mended, stored.counts.rejected),
    mapping: Object.fromEntries(stored.mapping),
    fillDown: [...stored.fillDown],
    leftOut: [...stored.leftOut],
    ignored: [...stored.ignored],
    notes: [...stored.notes],
    startedAt: stored.startedAt.toISOString(),
    finishedAt: stored.finishedAt?.toISOString() ?? null,
  };
}

/** Its last row has been judged, but it has not come to its end. */
export function isEnding(state: StoredBatch['state']): state is 'storing' | 'undoing' {
  return state === 'storing' || state === 'undoing';
}

export function toBatchRow({ cells, ...rest }: StoredRow, headers: readonly string[]): BatchRow {
  return {
    ...rest,
    cells: Object.fromEntries(
      cells.map((cell, index) => [headers[index] ?? `(${index + 1})`, cell]),
    ),
  };
}

/** Headers by which the cells of a row can be told apart: none empty, none twice. */
export function distinctHeaders(headers: readonly string[]): string[] {
  const used = new Set<string>();
  return headers.map((header, index) => {
    let name = header === '' ? `(${index + 1})` : header;
    if (used.has(name)) name = `${name} (${index + 1})`;
    used.add(name);
    return name;
  });
}
