// What keeps the file from being opened, in words: what, where, and what to do.
import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { StorageRefusal } from '../refusal.ts';
import { sqliteCode } from './errors.ts';

const noRoomBytes = 1024 * 1024;

type Say = (folder: string, file: string) => string;

const noRoom: Say = (folder) =>
  `There is no room on the disk that holds ${folder}. Nothing that was acknowledged is lost: make room and start again.`;
const readOnly: Say = (folder) =>
  `${folder} can only be read here. Let the account that runs Rabfang write there, or choose another DATA_DIR.`;
const notAllowed: Say = (folder) =>
  `This account may not use ${folder}. Give it to the account that runs Rabfang, or choose another DATA_DIR.`;
const noFolder: Say = (folder) => `${folder} is no folder. Choose another DATA_DIR.`;
const noDatabase: Say = (_folder, file) =>
  `${file} is no database, or its beginning is damaged. Put back a copy of the whole folder, or choose another DATA_DIR.`;

export const damaged = (file: string, what: string): string =>
  `${file} is damaged (${what}). Put back a copy of the whole folder; \`npm run check\` says what is broken.`;

const byCode: Readonly<Record<string, Say>> = {
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EROFS: readOnly,
  EACCES: notAllowed,
  EPERM: notAllowed,
  ENOTDIR: noFolder,
  EEXIST: noFolder,
  EISDIR: noDatabase,
};

const bySqliteCode: Readonly<Record<number, Say>> = {
  3: notAllowed,
  8: readOnly,
  11: (_folder, file) => damaged(file, 'SQLite cannot read it'),
  13: noRoom,
  14: notAllowed,
  23: notAllowed,
  26: noDatabase,
};
const ioError = 10;

/** The refusal that an error amounts to, or the error itself. */
export function openingFailure(error: unknown, folder: string, fileName: string): unknown {
  if (error instanceof StorageRefusal) return error;
  const code = String((error as { code?: unknown }).code);
  const number = sqliteCode(error);
  const say = byCode[code] ?? bySqliteCode[number] ?? (number === ioError ? diskFailed : undefined);
  return say ? new StorageRefusal(say(folder, join(folder, fileName))) : error;
}

function diskFailed(folder: string, file: string): string {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < noRoomBytes) return noRoom(folder, file);
  return `The disk that holds ${folder} failed to read or write. Look at the disk, then start again or put back a copy of the whole folder.`;
}
