// Where the desk of the files stands, for what sends them and what checks them.
import { createWatched } from '../../data/watched.ts';
import { type Desk, type DeskEvent, emptyDesk, step } from './upload-steps.ts';

export const store = createWatched<Desk>(emptyDesk);

export function tell(event: DeskEvent): void {
  store.set(step(store.get(), event));
}

/** A file that was changed or removed after it was chosen looks like a dropped line. */
export async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

let owner: string | null = null;

/** Whose files lie on it. */
export const ownerOfDesk = (): string | null => owner;

export function giveDeskTo(username: string): void {
  owner = username;
}
