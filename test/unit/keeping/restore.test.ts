// Backups of other versions: of before, which knew fewer collections, and of later, which are refused.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { CollectionSum, Header, Note } from '../../../server/keeping/archive.ts';
import { backUp } from '../../../server/keeping/backup.ts';
import { restore } from '../../../server/keeping/restore.ts';
import { Summing } from '../../../server/keeping/sum.ts';

const quiet = () => undefined;

/** A backup that holds just this. */
function archiveOf(
  documents: Readonly<Record<string, readonly string[]>>,
  over: Partial<Header>,
): Buffer {
  const header = {
    archive: 1,
    id: 'one',
    at: '2026-11-29T00:00:00.000Z',
    engine: 'embedded',
    format: 1,
    ...over,
  } as const;
  const collections: Record<string, CollectionSum> = {};
  const note = (one: Note) => JSON.stringify({ $rabfang: one });
  const lines = Object.entries(documents).flatMap(([collection, all]) => {
    const summing = new Summing();
    summing.add(all);
    const sum = summing.sum();
    collections[collection] = sum;
    return [note({ begin: collection }), ...all, note({ end: collection, sum })];
  });
  const manifest = { ...header, collections, lacking: [] };
  return gzipSync(`${[note({ header }), ...lines, note({ manifest })].join('\n')}\n`);
}

describe('a restore', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rabfang-restore-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const to = () => ({ mongodbUri: undefined, dataDir: join(folder, 'data') });
  const given = (...archive: Parameters<typeof archiveOf>) => {
    const file = join(folder, 'backup');
    writeFileSync(file, archiveOf(...archive));
    return { file, to: to(), anew: false };
  };
  const refusalOf = (restoring: Parameters<typeof restore>[0]) =>
    restore(restoring, quiet).then(
      () => 'it was restored',
      (error: Error) => error.message,
    );

  it('takes a backup of before, which knew fewer collections', async () => {
    const settings = ['{"_id":"format","value":1}'];
    await restore(given({ settings }, { format: 0 }), quiet);
    const { manifest } = await backUp(to(), join(folder, 'again'), new Date(), quiet);

    expect(manifest.collections.settings?.documents).to.equal(1);
  });

  for (const [what, documents, over, why] of [
    ['of a later format', {}, { format: 9999 }, 'a later Rabfang (format 9999'],
    [
      'with a collection that is not known',
      { visits: ['{"_id":"a"}'] },
      {},
      'holds visits, which this Rabfang does not know',
    ],
  ] as const)
    it(`refuses one ${what}, and leaves the place as it is`, async () => {
      expect(await refusalOf(given(documents, over))).to.include(why);
      expect(existsSync(to().dataDir)).to.equal(false);
    });

  it('says what the embedded engine cannot hold, and where', async () => {
    const line = '{"_id":"a","price":{"$numberDecimal":"1.10"}}';
    expect(await refusalOf(given({ responses: [line] }, {}))).to.match(/^responses: .*Decimal128/);
  });
});
