// The embedded file read as a whole, beside who writes to it.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { fileName } from '../../../server/db/embedded/open-file.ts';
import { openEmbeddedSource } from '../../../server/db/embedded/whole-file.ts';
import { type Opened, openConnection } from '../../../server/db/open-database.ts';
import type { Source } from '../../../server/db/whole/source.ts';

async function readAll(source: Source): Promise<string[]> {
  const all: string[] = [];
  for await (const lines of source.pages('things')) all.push(...lines);
  return all;
}

describe('the embedded file, read as a whole', () => {
  let dataDir: string;
  let opened: Opened;
  const things = () => opened.connection.collection('things');
  const some = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => ({
      _id: `${from + n}` as never,
      text: 'ก'.repeat(300),
    }));
  const logLength = () => statSync(join(dataDir, `${fileName}-wal`)).size;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'rabfang-whole-'));
    opened = await openConnection({ dataDir });
    await things().insertMany(some(1000, 1500));
  });
  afterEach(async () => {
    await opened.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is as it was at one moment, in the order of its ids, whatever is written meanwhile', async () => {
    const source = openEmbeddedSource(dataDir, false);
    await things().insertMany(some(3000, 500));
    await things().updateMany({ _id: { $gte: '2000' as never } }, { $set: { text: '' } });
    await things().deleteMany({ _id: { $lt: '1500' as never } });
    const read = await readAll(source);
    await source.close();

    expect(read).to.deep.equal(some(1000, 1500).map((one) => JSON.stringify(one)));
  });

  it('says by how much the log has grown, and lets it go afterwards', async function () {
    this.timeout(60_000);
    const source = openEmbeddedSource(dataDir, false);
    for (let n = 0; n < 8; n++) await things().insertMany(some(10_000 + 1000 * n, 1000));
    const grown = source.logGrowth();
    await source.close();
    // it is carried over beside who writes, and the log begins anew: then what is written makes it no longer
    let begunAnew = false;
    for (let n = 0; n < 40 && !begunAnew; n++) {
      const before = logLength();
      await things().insertMany(some(30_000 + 1000 * n, 1000));
      begunAnew = logLength() === before;
      await wait(50);
    }

    expect(grown).to.be.greaterThan(8000 * 900);
    expect(begunAnew).to.equal(true);
  });

  it('is refused to who wants it alone while another uses it, and the other way round', async () => {
    expect(() => openEmbeddedSource(dataDir, true)).to.throw('in use by another Rabfang');
    await opened.close();
    const source = openEmbeddedSource(dataDir, true);
    const second = await openConnection({ dataDir }).catch((error: Error) => error.message);
    await source.close();
    opened = await openConnection({ dataDir });

    expect(second).to.include('in use by another Rabfang');
  });
});
