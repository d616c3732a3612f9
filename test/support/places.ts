// Places to keep a database in, of either engine: made for a test, looked at, gone afterwards.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { OpenDatabase } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import type { Place } from '../../server/db/whole/source.ts';
import { collections } from '../../server/models.ts';
import type { startMongod } from './start-mongod.mjs';

export type Kind = 'embedded' | 'mongodb';

export interface TestPlace extends Place {
  readonly kind: Kind;
  /** what the server and the commands are told of it */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** what `--to` is told of it */
  readonly to: string;
}

/** Makes empty places; `remove` takes all of them away. */
export class Places {
  readonly folder = mkdtempSync(join(tmpdir(), 'rabfang-places-'));
  readonly #mongod: Awaited<ReturnType<typeof startMongod>> | undefined;
  #made = 0;

  constructor(mongod?: Awaited<ReturnType<typeof startMongod>>) {
    this.#mongod = mongod;
  }

  make(kind: Kind): TestPlace {
    this.#made += 1;
    const name = `place${process.pid}n${this.#made}`;
    const dataDir = join(this.folder, name);
    if (kind === 'embedded')
      return { kind, mongodbUri: undefined, dataDir, env: { DATA_DIR: dataDir }, to: dataDir };
    const mongodbUri = this.#mongod?.uri.replace('/?', `/${name}?`) ?? '';
    return {
      kind,
      mongodbUri,
      dataDir,
      env: { MONGODB_URI: mongodbUri, DATA_DIR: '' },
      to: mongodbUri,
    };
  }

  file(name: string): string {
    return join(this.folder, name);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Opens it for a moment. */
export async function inPlace<T>(place: Place, act: (db: OpenDatabase) => Promise<T>): Promise<T> {
  const db = await openDatabase(place, collections);
  try {
    return await act(db);
  } finally {
    await db.close();
  }
}

/** A backup's lines without those that say when and where it was made. */
export function documentsOfBackup(file: string): readonly string[] {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n');
  return lines.filter((line) => !/^\{"\$rabfang":\{"(header|manifest)"/.test(line));
}

export const digestOfFile = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');
