// What happens to the file behind the server's back: documents that are no longer what was stored, indexes that do not fit them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openSqlite } from '../../../server/db/embedded/binding.ts';
import { fileName } from '../../../server/db/embedded/open-file.ts';
import { isStorageDamaged } from '../../../server/db/failures.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import { StorageRefusal } from '../../../server/db/refusal.ts';
import { collections } from '../../../server/models.ts';
import { modelsOf } from '../../support/models.ts';

describe('damage to the embedded database', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'rabfang-damage-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const open = (onError: (error: unknown) => void = () => undefined) =>
    openDatabase({ dataDir, onError }, collections);

  /** as if the disk had done it */
  function behindItsBack(sql: string): void {
    const file = openSqlite(join(dataDir, fileName));
    file.exec(sql);
    file.close();
  }

  /** Changes some bytes of the closed file; `find` and `put` are as long. */
  function changeBytes(find: string, put: string): void {
    const file = join(dataDir, fileName);
    const bytes = readFileSync(file);
    const at = bytes.indexOf(find);
    expect(at, `${find} is in the file`).to.be.greaterThan(0);
    bytes.set(Buffer.from(put), at);
    writeFileSync(file, bytes);
  }

  async function storeSessions(): Promise<void> {
    const db = await open();
    await modelsOf(db).sessions.insertMany(
      ['a', 'b', 'c'].map((_id) => ({
        _id,
        username: `name of ${_id}`,
        userVersion: 1,
        createdAt: new Date(1),
        seenAt: new Date(2),
        expiresAt: new Date('2199-01-01'),
      })),
    );
    await db.close();
  }

  for (const [what, change] of Object.entries({
    'another text': `doc = replace(doc, 'name of b', 'name of x')`,
    'no text any more': 'doc = CAST(doc AS BLOB)',
    'without its checksum': 'crc = NULL',
    'with a checksum that is no number': `crc = 'a,b'`,
    'shorter by a letter': `doc = replace(doc, 'name of b', 'nameof b')`,
  }))
    it(`is not read either by who wants some fields of everything: ${what}`, async () => {
      await storeSessions();
      behindItsBack(`UPDATE sessions SET ${change} WHERE id = 'b'`);
      const db = await open();
      const listed = await modelsOf(db).sessions.find({}, { username: 1 }).lean();
      await db.damage.mended;
      const kept = db.damage.setAside().map(({ id }) => id);
      await db.close();

      expect(listed).to.deep.equal(['a', 'c'].map((_id) => ({ _id, username: `name of ${_id}` })));
      expect(kept).to.have.length(1);
    });

  it('is never read: the document is set aside, named once, and everything else stays', async () => {
    await storeSessions();
    behindItsBack(
      `UPDATE sessions SET doc = replace(doc, 'name of b', 'name of x') WHERE id = 'b'`,
    );
    const db = await open();
    const heard: string[] = [];
    db.damage.onSetAside(({ collection, id }) => heard.push(`${collection} ${id}`));

    // the look through everything goes on beside: it may have been there before
    const first = await modelsOf(db)
      .sessions.findById('b')
      .lean()
      .catch((error) => isStorageDamaged(error));
    const listed = await modelsOf(db).sessions.find({}).lean();
    await db.damage.mended;
    const again = await modelsOf(db).sessions.findById('b').lean();
    const kept = db.damage.setAside().map(({ id }) => id);
    await db.close();
    const later = await open();

    expect(first).to.be.oneOf([true, null]);
    expect(listed.map(({ _id }) => _id)).to.deep.equal(['a', 'c']);
    expect(again).to.equal(null);
    // the look may have found it before anybody listened
    expect(heard).to.deep.equal(heard.length === 0 ? [] : ['sessions b']);
    expect(kept).to.deep.equal(['b']);
    expect(later.damage.setAside().map(({ id }) => id)).to.deep.equal(['b']);
    await later.close();
  });

  it('is set aside also when it is no JSON any more, although indexes are made of it', async () => {
    await storeSessions();
    changeBytes('"username":"name of b"', '"username";"name of b"');
    const db = await open();
    const stumbled = modelsOf(db).sessions.find({ username: 'name of c' }).lean();
    await stumbled.catch((error) => expect(isStorageDamaged(error)).to.equal(true));
    await db.damage.mended;
    const listed = await modelsOf(db).sessions.find({}).lean();
    const indexed = await modelsOf(db)
      .sessions.find({ expiresAt: new Date('2199-01-01') })
      .lean();

    expect(listed.map(({ _id }) => _id)).to.deep.equal(['a', 'c']);
    expect(indexed.map(({ _id }) => _id)).to.deep.equal(['a', 'c']);
    expect(db.damage.setAside().map(({ id }) => id)).to.deep.equal(['b']);
    await db.close();
  });

  it('is found where a row goes by another id than its document', async () => {
    await storeSessions();
    behindItsBack(`UPDATE sessions SET id = 'x' WHERE id = 'b'`);
    const db = await open();
    await db.damage.mended;
    const kept = db.damage.setAside().map(({ id }) => id);
    await db.close();

    expect(kept).to.deep.equal(['b']);
  });

  it('is mended where only an index is wrong', async () => {
    await storeSessions();
    // the key of an entry, which no quote stands before
    const key = `\u{10FFFF}61${new Date('2199-01-01').getTime().toString().padStart(16, '0')}`;
    const file = readFileSync(join(dataDir, fileName), 'latin1');
    const needle = Buffer.from(key).toString('latin1');
    let at = -1;
    do at = file.indexOf(needle, at + 1);
    while (at >= 0 && file[at - 1] === '"');
    expect(at, 'an entry is in the file').to.be.greaterThan(0);
    const bytes = Buffer.from(file, 'latin1');
    bytes[at + needle.length - 1] = '9'.charCodeAt(0);
    writeFileSync(join(dataDir, fileName), bytes);
    const said: unknown[] = [];
    const db = await open((error) => said.push(error));
    await db.damage.mended;
    const found = await modelsOf(db)
      .sessions.find({ expiresAt: new Date('2199-01-01') })
      .lean();
    await db.close();

    expect(said.map(String).join()).to.include('built anew');
    expect(found.map(({ _id }) => _id)).to.deep.equal(['a', 'b', 'c']);
  });

  it('that another program or a later version left is refused in words', async () => {
    await storeSessions();
    behindItsBack('PRAGMA user_version = 99');
    const later = await open().catch((error) => error);
    behindItsBack('PRAGMA user_version = 0; DROP TABLE _collections');
    const other = await open().catch((error) => error);

    expect(later).to.be.instanceOf(StorageRefusal);
    expect(later.message)
      .to.match(/was written by a later Rabfang \(format 99/)
      .and.include(dataDir);
    expect(other).to.be.instanceOf(StorageRefusal);
    expect(other.message).to.include('a database of another program');
  });

  it('cannot have happened to a folder of an earlier version: it is carried over', async () => {
    await storeSessions();
    behindItsBack(
      `ALTER TABLE sessions DROP COLUMN crc; DROP TABLE _acknowledged; DROP TABLE _damaged; PRAGMA user_version = 0`,
    );
    rmSync(join(dataDir, 'rabfang.mark'));
    const notices: string[] = [];
    const onNotice = (sentence: string) => notices.push(sentence);
    const db = await openDatabase({ dataDir, onNotice }, collections);
    await db.damage.mended;
    const found = await modelsOf(db).sessions.find({}).lean();

    expect(found.map(({ _id }) => _id)).to.deep.equal(['a', 'b', 'c']);
    expect(db.damage.setAside()).to.deep.equal([]);
    expect(notices, 'said before it begins').to.have.length(1);
    expect(notices[0])
      .to.match(/is of an earlier Rabfang/)
      .and.include(dataDir);
    await db.close();
    await (await openDatabase({ dataDir, onNotice }, collections)).close();
    expect(notices, 'once').to.have.length(1);
  });
});
