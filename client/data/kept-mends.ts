// What a person mended in files that are not sent yet, kept on this device: a reload or a tab that dies takes nothing of it. The
// file itself is not kept; it is known again by its size and its beginning.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ChangedChoice, SentCorrections } from '../../shared/batch/corrections.ts';
import { hexOf } from '../../shared/text/hex.ts';
import { sha256 } from './sha256.ts';

/** What a person chose for a file as a whole. */
export interface FileDecisions {
  /** what becomes of rows that change what is stored */
  readonly changed: ChangedChoice;
  /** what becomes of the file while some rows do not pass */
  readonly policy: 'accept-good' | 'all-or-nothing';
}

export interface KeptMends {
  /** `<owner> <survey> <file>` */
  readonly id: string;
  readonly sent: SentCorrections;
  /** absent: kept by a version that did not */
  readonly decisions?: FileDecisions;
  /** epoch milliseconds */
  readonly changedAt: number;
}

interface Kept extends DBSchema {
  mends: { key: string; value: KeptMends };
}

/** older ones are of files that nobody sends any more */
const keptForMs = 60 * 24 * 60 * 60 * 1000;
const headLength = 64 * 1024;

let opening: Promise<IDBPDatabase<Kept>> | null = null;

function open(): Promise<IDBPDatabase<Kept>> {
  const forget = () => {
    opening = null;
  };
  opening ??= openDB<Kept>('rabfang-mends', 1, {
    upgrade: (database) => {
      database.createObjectStore('mends', { keyPath: 'id' });
    },
    terminated: forget,
  });
  opening.catch(forget);
  return opening;
}

export interface WhoseFile {
  readonly owner: string;
  readonly survey: string;
  /** bytes */
  readonly size: number;
  /** its first bytes */
  readonly head: Uint8Array;
}

/** The same file again, whatever it is called now. */
export function idOfMends({ owner, survey, size, head }: WhoseFile): string {
  const beginning = Array.from(head.subarray(0, headLength), (byte) => String.fromCharCode(byte));
  const digest = sha256(`${size} ${beginning.join('')}`);
  return `${owner} ${survey} ${hexOf(digest.subarray(0, 16))}`;
}

/** null also where this device keeps nothing (a private window): then the grid works without it */
export async function readMends(id: string): Promise<KeptMends | null> {
  try {
    return (await (await open()).get('mends', id)) ?? null;
  } catch {
    return null;
  }
}

/** false: this device keeps nothing */
export async function writeMends(mends: KeptMends): Promise<boolean> {
  try {
    await (await open()).put('mends', mends);
    return true;
  } catch {
    return false;
  }
}

export async function forgetMends(id: string): Promise<void> {
  try {
    const database = await open();
    await database.delete('mends', id);
    for (const old of await database.getAll('mends'))
      if (old.changedAt < Date.now() - keptForMs) await database.delete('mends', old.id);
  } catch {
    // nothing is kept here, so nothing is left
  }
}
