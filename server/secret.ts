// The secret that signs tokens: from the environment, else a file of its own beside the data, never in the database.
import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

const fileName = 'secret';

/**
 * On MongoDB nothing is kept in DATA_DIR: without SECRET one is made up, and sessions end with the process.
 * A key object, since jsonwebtoken would try a text as a public key first, at half a millisecond a request.
 */
export function tokenSecret({ secret, fleetSecret, mongodbUri, dataDir }: Config): KeyObject {
  const made = () => fleetSecret ?? madeUp();
  const text = secret ?? (mongodbUri === undefined ? keptSecret(dataDir) : made());
  return createSecretKey(text, 'utf8');
}

const madeUp = (): string => randomBytes(32).toString('base64url');

/** One process at a time uses the folder, so nobody else makes one meanwhile. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, fileName);
  try {
    writeFileSync(file, madeUp(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
