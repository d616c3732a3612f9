// One wrong bit anywhere in the file of a closed database: said at the start, or set aside and named, or without any effect.
// Never is a document read that is not what was stored. BIT_FLIPS says how many (20; `npm run crash` does 200).
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { fileName } from '../../server/db/embedded/open-file.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { StorageRefusal } from '../../server/db/refusal.ts';
import { collections } from '../../server/models.ts';
import { type Documents, documentsIn, fillFolder, newFolder } from '../support/filled-folder.ts';

const flips = Number(process.env.BIT_FLIPS ?? 20);
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 100_000);

describe(`one wrong bit, ${flips} times, CRASH_SEED=${seed}`, function () {
  this.timeout(flips * 5000);
  const folder = newFolder();
  let whole: string;
  let stored: Documents;
  const outcomes = { refused: 0, 'set aside': 0, mended: 0, harmless: 0 };

  before(async () => {
    whole = await fillFolder(3000);
    const db = await openDatabase({ dataDir: whole }, collections);
    stored = await documentsIn(db);
    await db.close();
  });
  after(() => {
    for (const one of [folder, whole]) rmSync(one, { recursive: true, force: true });
    process.stdout.write(`      ${JSON.stringify(outcomes)}\n`);
  });

  it('never gives a document that is not what was stored, and says what is missing', async () => {
    const size = statSync(join(whole, fileName)).size;
    for (let flip = 0; flip < flips; flip++) {
      const bit = Math.floor(fraction(flip) * size * 8);
      const outcome = await openFlipped(bit);
      outcomes[outcome] += 1;
    }

    expect(outcomes['set aside'], 'most of the file is documents').to.be.greaterThan(flips / 3);
  });

  async function openFlipped(bit: number): Promise<keyof typeof outcomes> {
    const where = `bit ${bit % 8} of byte ${Math.floor(bit / 8)}`;
    const dataDir = join(folder, String(bit));
    mkdirSync(dataDir);
    copyFileSync(join(whole, fileName), join(dataDir, fileName));
    flipBit(join(dataDir, fileName), bit);
    const said: unknown[] = [];
    try {
      const db = await openDatabase({ dataDir, onError: (error) => said.push(error) }, collections);
      try {
        await db.damage.examined;
        const read = await documentsIn(db);
        await db.damage.mended;
        const after = await documentsIn(db);
        const named = new Set(
          db.damage.setAside().map(({ collection, id }) => `${collection} ${id}`),
        );
        compare(read, named, where);
        compare(after, named, where);
        if (named.size > 0) return 'set aside';
        return said.length > 0 ? 'mended' : 'harmless';
      } finally {
        await db.close();
      }
    } catch (error) {
      if (!(error instanceof StorageRefusal))
        throw new Error(`${where}: ${(error as Error).stack}`);
      expect(error.message, where)
        .to.include(dataDir)
        .and.to.match(/Put back|Start that one/);
      return 'refused';
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  }

  function compare(read: Documents, named: ReadonlySet<string>, where: string): void {
    const wrong = [...read].filter(([id, text]) => stored.get(id) !== text).map(([id]) => id);
    const missing = [...stored.keys()].filter((id) => !read.has(id));
    expect(wrong, `${where}: changed in silence`).to.deep.equal([]);
    // the name itself may be what is broken
    expect(missing.length, `${where}: missing in silence: ${missing}`).to.be.at.most(named.size);
  }
});

function fraction(n: number): number {
  const x = Math.sin((seed + n) * 12.9898) * 43758.5453;
  return x - Math.floor(x);
}

function flipBit(file: string, bit: number): void {
  const at = Math.floor(bit / 8);
  const byte = Buffer.alloc(1);
  const descriptor = openSync(file, 'r+');
  readSync(descriptor, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ (1 << (bit % 8));
  writeSync(descriptor, byte, 0, 1, at);
  closeSync(descriptor);
}
