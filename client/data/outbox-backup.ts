// The sets that have not arrived yet as a file, with their photos, for the day a phone breaks. Restoring it twice, or after the sets
// arrived, is harmless: each keeps its id.
import type { HowFilled } from '../../shared/api/filling.ts';
import type { RawResponse } from '../../shared/survey/response.ts';
import type { PhotoInFile } from '../photos/photos-in-file.ts';
import { newSet } from './outbox-machine.ts';
import type { OutboxSet, UnsentSet } from './outbox-set.ts';

const kind = 'rabfang-outbox';

interface Backup {
  readonly kind: typeof kind;
  /** 1: without photos */
  readonly version: 1 | 2;
  readonly owner: string;
  readonly sets: readonly {
    readonly id: string;
    readonly survey: string;
    readonly savedAt: number;
    readonly payload: RawResponse;
    /** of what was sent back: the one that this changes */
    readonly revision?: number;
    /** user name of who filled it, when that was not the owner of this file */
    readonly collectedBy?: string;
    readonly filling?: HowFilled;
  }[];
  readonly photos?: readonly PhotoInFile[];
}

/** Waiting and refused sets; what was sent is safe elsewhere. */
export function toBackup(
  sets: readonly OutboxSet[],
  owner: string,
  photos: readonly PhotoInFile[] = [],
): string {
  const unsent = sets.filter((set) => set.state !== 'sent');
  const backup: Backup = {
    kind,
    version: 2,
    owner,
    sets: unsent.map(({ id, survey, savedAt, payload, revision, collectedBy, filling }) => ({
      ...{ id, survey, savedAt, payload, ...(filling && { filling }) },
      ...(revision !== undefined && { revision }),
      ...(collectedBy !== undefined && { collectedBy }),
    })),
    photos,
  };
  return JSON.stringify(backup, null, 2);
}

export type ReadBackup =
  | {
      readonly ok: true;
      readonly sets: readonly UnsentSet[];
      readonly photos: readonly PhotoInFile[];
      /** whose file it is */
      readonly owner: string;
    }
  | { readonly ok: false };

/** What another person filled in goes out as theirs, handed in by `owner`. */
export function fromBackup(text: string, owner: string): ReadBackup {
  const backup = parse(text);
  if (!backup) return { ok: false };
  const theirs = backup.owner === owner ? {} : { collectedBy: backup.owner };
  const sets = backup.sets.map(({ id, survey, savedAt, payload, revision, collectedBy, filling }) =>
    newSet(
      {
        ...{ id, survey, owner, payload, ...theirs, ...(saysWhen(filling) && { filling }) },
        ...(revision !== undefined && { revision }),
        ...(collectedBy !== undefined && collectedBy !== owner && { collectedBy }),
      },
      savedAt,
    ),
  );
  return { ok: true, sets, photos: backup.photos ?? [], owner: backup.owner };
}

/** Versions before wrote it unfinished, of what the device could not keep: the server would refuse the whole set for it. */
function saysWhen(filling: Partial<HowFilled> | null | undefined): filling is HowFilled {
  return typeof filling?.startedAt === 'string' && typeof filling.finishedAt === 'string';
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

function parse(text: string): Backup | null {
  try {
    const value = JSON.parse(text) as Partial<Backup> | null;
    const isOurs = value?.kind === kind && typeof value.owner === 'string';
    if (!isOurs || (value.version !== 1 && value.version !== 2)) return null;
    if (!Array.isArray(value.sets) || !value.sets.every(isSet)) return null;
    const { photos = [] } = value;
    if (!Array.isArray(photos) || !photos.every(isPhoto)) return null;
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
    (set.revision === undefined || Number.isInteger(set.revision)) &&
    (set.collectedBy === undefined || typeof set.collectedBy === 'string') &&
    typeof set.payload === 'object' &&
    set.payload !== null
  );
}

function isPhoto(photo: Partial<PhotoInFile> | null): boolean {
  const texts = [photo?.response, photo?.survey, photo?.digest, photo?.base64];
  return texts.every((text) => typeof text === 'string') && typeof photo?.released === 'boolean';
}
