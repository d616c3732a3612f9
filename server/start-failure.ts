// Why it does not start, in words: what, where, what to do. A stack trace is for what nobody has thought of.
import { ConfigError } from './config-error.ts';
import { isStorageDamaged, isStorageFull, isStorageUnavailable } from './db/failures.ts';
import { StorageRefusal } from './db/refusal.ts';

/** undefined for what nobody has thought of */
export function startFailure(error: unknown, where: string): string | undefined {
  if (error instanceof ConfigError || error instanceof StorageRefusal) return error.message;
  if (isStorageFull(error))
    return `There is no room on the disk that holds ${where}. Nothing that was acknowledged is lost: make room and start again.`;
  if (isStorageDamaged(error))
    return `${where} is damaged. Put back a copy of it; \`npm run check\` says what is broken.`;
  if (isStorageUnavailable(error))
    return `the database at ${where} does not answer (${(error as Error).message}). Look whether it runs and MONGODB_URI is right.`;
  return (error as NodeJS.ErrnoException).code === undefined
    ? undefined
    : systemFailure(error, where);
}

/** The operating system refused something, such as writing the file with the secret. */
function systemFailure(error: unknown, where: string): string {
  if (where.startsWith('mongodb'))
    return `the database at ${where} refused to work (${(error as Error).message}). Look at MONGODB_URI and at what its account may do.`;
  return `${where} cannot be used (${(error as Error).message}). Let the account that runs Rabfang read and write there, or choose another DATA_DIR.`;
}
