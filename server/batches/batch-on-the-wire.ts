// A batch and its rows in the shapes of shared/api/batches.ts.
import type { Batch, BatchRow } from '../../shared/api/batches.ts';
import type { BatchWithdrawal } from '../../shared/api/withdrawals.ts';
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
    asks: _asks,
    choicesDigest: _choicesDigest,
    withdrawal: _withdrawal,
    ...rest
  } = stored;
  return {
    ...rest,
    id: _id,
    corrected: stored.corrected ?? 0,
    state: toldAs(stored.state),
    mended: Math.min(mended, stored.counts.rejected),
    mapping: Object.fromEntries(stored.mapping),
    fillDown: [...stored.fillDown],
    leftOut: [...stored.leftOut],
    ignored: [...stored.ignored],
    notes: [...stored.notes],
    startedAt: stored.startedAt.toISOString(),
    finishedAt: stored.finishedAt?.toISOString() ?? null,
    withdrawal: toWithdrawal(stored),
  };
}

export function toldAs(state: StoredBatch['state']): Batch['state'] {
  if (isEnding(state)) return 'loading';
  return isOutOfCount(state) ? 'withdrawn' : state;
}

/** Taken out of the count, or on the way there or back. */
export function isOutOfCount(
  state: StoredBatch['state'],
): state is 'withdrawing' | 'withdrawn' | 'bringing-back' {
  return state === 'withdrawing' || state === 'withdrawn' || state === 'bringing-back';
}

function toWithdrawal({ state, withdrawal }: StoredBatch): BatchWithdrawal | null {
  if (!withdrawal) return null;
  const { by, office, at, reason, total, done, kept, left, broughtBack } = withdrawal;
  return {
    state: isOutOfCount(state) ? state : 'brought-back',
    ...{ by, office, reason, total, done, kept, left },
    at: at.toISOString(),
    broughtBack: broughtBack && { ...broughtBack, at: broughtBack.at.toISOString() },
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
