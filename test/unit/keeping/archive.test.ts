// The file of a backup: whole, or refused in a sentence that says where.
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { StorageRefusal } from '../../../server/db/refusal.ts';
import type { Source } from '../../../server/db/whole/source.ts';
import type { Manifest } from '../../../server/keeping/archive.ts';
import { ArchiveReader, verifyArchive } from '../../../server/keeping/read-archive.ts';
import { writeArchive } from '../../../server/keeping/write-archive.ts';

const header = {
  archive: 1,
  id: 'one',
  at: '2026-11-29T00:00:00.000Z',
  engine: 'embedded',
  format: 1,
} as const;
const quiet = () => undefined;
const stored: Readonly<Record<string, readonly string[]>> = {
  settings: ['{"_id":"format","value":1}'],
  responses: Array.from(
    { length: 300 },
    (_, i) => `{"_id":"${i + 100}","title":"น้ำประปา ${i * i}"}`,
  ),
};

function aSource(over: Partial<Source> = {}): Source {
  return {
    engine: 'embedded',
    isSnapshot: true,
    async *pages(collection) {
      const lines = stored[collection] ?? [];
      for (let from = 0; from < lines.length; from += 70) yield lines.slice(from, from + 70);
    },
    lacking: () => ['responses: 7 was damaged and is set aside'],
    logGrowth: () => 0,
    close: async () => undefined,
    ...over,
  };
}

describe('the file of a backup', () => {
  let folder: string;
  let file: string;
  let manifest: Manifest;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rabfang-archive-'));
    file = join(folder, 'whole');
    manifest = await writeArchive(file, aSource(), header, quiet, async () => undefined);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const changed = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const refusalOf = async (path: string): Promise<string> => {
    const error = await verifyArchive(path, quiet).then(
      () => new Error('it was taken'),
      (reason: unknown) => reason as Error,
    );
    if (!(error instanceof StorageRefusal)) throw error;
    return error.message;
  };

  it('says what it holds and what it lacks, and only its owner can read it', async () => {
    const found = await verifyArchive(file, quiet);

    expect(found).to.deep.equal(manifest);
    expect(found.collections.responses?.documents).to.equal(300);
    expect(found.lacking).to.deep.equal(['responses: 7 was damaged and is set aside']);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).to.equal(0o600);
  });

  it('gives every document back in its place', async () => {
    const found: Record<string, string[]> = {};
    for await (const { collection, pages } of new ArchiveReader(file).sections())
      for await (const lines of pages) found[collection] = [...(found[collection] ?? []), ...lines];

    expect(found).to.deep.equal(stored);
  });

  it('is refused wherever it was cut off', async () => {
    const bytes = readFileSync(file);
    for (let length = 0; length < bytes.length; length += 1 + Math.floor(bytes.length / 150))
      expect(await refusalOf(changed('cut', bytes.subarray(0, length)))).to.match(
        /ends too early|is no backup|is damaged/,
      );
  });

  it('is refused with any wrong bit that changes what it says', async () => {
    const bytes = readFileSync(file);
    for (let n = 0; n < 150; n++) {
      const at = 10 + Math.floor(((bytes.length - 18) * n) / 150);
      const wrong = Buffer.from(bytes);
      wrong[at] = (wrong[at] ?? 0) ^ (1 << (n % 8));
      expect(await refusalOf(changed('bit', wrong)), `bit of byte ${at}`).to.match(/\.$/);
    }
  });

  it('is refused with a line changed, left out, doubled or added, also when it is packed again in order', async () => {
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
    const packed = (all: readonly string[]) => gzipSync(`${all.join('\n')}\n`);
    const at = lines.findIndex((line) => line.includes('"_id":"200"'));
    const left = lines.filter((_, n) => n !== at);
    const cases: readonly (readonly string[])[] = [
      lines.with(at, '{"_id":"200","title":"อื่น"}'),
      left,
      lines.toSpliced(at, 0, lines[at] ?? ''),
      lines.slice(0, -1),
      [...lines, '{"_id":"more"}'],
      lines.toSpliced(at, 0, '{"$rabfang":{"end":"responses"}}'),
      lines.filter((line) => !line.includes('"end":"responses"')),
      lines.slice(1),
    ];
    for (const [n, one] of cases.entries())
      expect(await refusalOf(changed(`line-${n}`, packed(one))), `case ${n}`).to.match(
        /is not what was written|lines are not in order|ends too early|goes on after|is no backup/,
      );
    expect(await refusalOf(changed('where', packed(left)))).to.include(
      'after document 299 of responses',
    );
  });

  it('is refused when it is none, or of a later version, or not there', async () => {
    expect(await refusalOf(changed('text', Buffer.from('PK\x03\x04')))).to.include(
      'is no backup of Rabfang',
    );
    expect(await refusalOf(changed('other', gzipSync('{"a":1}\n')))).to.include(
      'is no backup of Rabfang',
    );
    const later = gzipSync('{"$rabfang":{"header":{"archive":2}}}\n');
    expect(await refusalOf(changed('later', later))).to.include('a later Rabfang (backup format 2');
    expect(await refusalOf(join(folder, 'nowhere'))).to.include('is not there');
  });

  it('leaves the one before it, and nothing else, when it fails', async () => {
    const before = readFileSync(file);
    const failing = aSource({
      async *pages() {
        yield ['{"_id":"a"}'];
        throw new StorageRefusal('the disk is gone.');
      },
    });
    const error = await writeArchive(file, failing, header, quiet, async () => undefined).catch(
      (reason: Error) => reason,
    );

    expect(error).to.be.instanceOf(StorageRefusal);
    expect(readFileSync(file).equals(before)).to.equal(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).to.deep.equal([]);
  });

  it('takes away what a killed one has left, and not what a running one writes', async () => {
    const left = `${file}.${2 ** 30}.part`;
    const running = `${file}.${process.ppid}.part`;
    const namesake = `${file}.${process.pid}.part`;
    for (const part of [left, running, namesake]) writeFileSync(part, 'half');
    await writeArchive(file, aSource(), header, quiet, async () => undefined);

    expect([left, running, namesake].map(existsSync)).to.deep.equal([false, true, false]);
  });
});
