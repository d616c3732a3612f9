// The data belong to the account that runs the server: nobody else on the machine may list or read them.
import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';

const onlyMine = 0o700;
const fileMode = 0o600;
/** Windows has no such bits */
const hasModes = process.platform !== 'win32';

/** Makes the folder when it is not there; closes one that others can look into. @throws Error when it belongs to somebody else */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: onlyMine });
  if (hasModes && (statSync(folder).mode & 0o077) !== 0) close(folder, onlyMine);
}

/** Makes the file when it is not there, before anybody else could read it; closes one that is there. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', fileMode));
  if (hasModes && (statSync(file).mode & 0o077) !== 0) close(file, fileMode);
}

function close(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch {
    throw new Error(
      `Others on this machine can read ${path}, and this account may not change that. Give it to the account that runs Rabfang, or choose another DATA_DIR.`,
    );
  }
}
