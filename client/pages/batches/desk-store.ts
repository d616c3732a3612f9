// Where the desk of the files stands, for what sends them and what checks them.
import { holdPage } from '../../data/in-use.ts';
import { createWatched } from '../../data/watched.ts';
import { nextFile } from './chosen-files.ts';
import { type Desk, type DeskEvent, emptyDesk, step } from './upload-steps.ts';

export const store = createWatched<Desk>(emptyDesk);

export function tell(event: DeskEvent): void {
  store.set(step(store.get(), event));
}

/** Whether a file lies here that is not sent yet. */
function holdsFile({ files, stage }: Desk): boolean {
  return files.length > 0 && (stage.at !== 'done' || nextFile({ files }) !== null);
}

let letGo: (() => void) | null = null;

// a new version of the app would take the files along
store.subscribe(() => {
  if (holdsFile(store.get())) letGo ??= holdPage();
  else {
    letGo?.();
    letGo = null;
  }
});

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
