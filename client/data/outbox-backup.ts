// The sets that have not arrived yet as a file, for the day a phone breaks. Restoring it twice, or after the sets
// arrived, is harmless: each keeps its id.
import type { RawResponse } from '../../shared/survey/response.ts';
import { newSet, type OutboxSet, type UnsentSet } from './outbox-machine.ts';

const kind = 'rabfang-outbox';

interface Backup {
  readonly kind: typeof kind;
  readonly version: 1;
  readonly owner: string;
  readonly sets: readonly {
    readonly id: string;
    readonly survey: string;
    readonly savedAt: number;
    readonly payload: RawResponse;
  }[];
}

/** Waiting and refused sets; what was sent is safe elsewhere. */
export function toBackup(sets: readonly OutboxSet[], owner: string): string {
  const backup: Backup = {
    kind,
    version: 1,
    owner,
    sets: sets
      .filter((set) => set.state !== 'sent')
      .map(({ id, survey, savedAt, payload }) => ({ id, survey, savedAt, payload })),
  };
  return JSON.stringify(backup, null, 2);
}

export type ReadBackup =
  | { readonly ok: true; readonly sets: readonly UnsentSet[] }
  | { readonly ok: false; readonly why: 'unreadable' | 'other-owner'; readonly owner?: string };

/** A file of another person is not taken: its sets would go out under the wrong name. */
export function fromBackup(text: string, owner: string): ReadBackup {
  const backup = parse(text);
  if (!backup) return { ok: false, why: 'unreadable' };
  if (backup.owner !== owner) return { ok: false, why: 'other-owner', owner: backup.owner };
  const sets = backup.sets.map(({ id, survey, savedAt, payload }) =>
    newSet({ id, survey, owner, payload }, savedAt),
  );
  return { ok: true, sets };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

function parse(text: string): Backup | null {
  try {
    const value = JSON.parse(text) as Partial<Backup> | null;
    const isOurs = value?.kind === kind && value.version === 1 && typeof value.owner === 'string';
    if (!isOurs || !Array.isArray(value.sets) || !value.sets.every(isSet)) return null;
    return value as Backup;
  } catch {
    return null;
  }
}

function isSet(set: Partial<Backup['sets'][number]> | null): boolean {
  return (
    typeof set?.id === 'string' &&
    uuid.test(set.id) &&
    typeof set.survey === 'string' &&
    Number.isFinite(set.savedAt) &&
    typeof set.payload === 'object' &&
    set.payload !== null
  );
}
