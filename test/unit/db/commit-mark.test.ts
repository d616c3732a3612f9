// The mark beside the database on a disk that takes nothing: a commit that is durable is told, and the mark is right afterwards.
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Acknowledged, countedIn, sqlToCount } from '../../../server/db/embedded/acknowledged.ts';
import { openSqlite } from '../../../server/db/embedded/binding.ts';
import { markName, readMark } from '../../../server/db/embedded/commit-mark.ts';
import { GroupCommit } from '../../../server/db/embedded/group-commit.ts';

describe('the mark of acknowledged writes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rabfang-mark-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function open() {
    const notices: string[] = [];
    const sqlite = openSqlite(join(folder, 'any.sqlite'));
    sqlite.exec('PRAGMA journal_mode = WAL');
    sqlite.exec(sqlToCount());
    const file = join(folder, 'any.sqlite');
    const acknowledged = new Acknowledged(sqlite, file, undefined, (one) => notices.push(one));
    const group = new GroupCommit(sqlite, acknowledged, () => undefined);
    const close = () => {
      acknowledged.close();
      sqlite.close();
    };
    return { sqlite, group, notices, close };
  }

  it('fails no durable commit when it cannot be written, and is missed in one sentence', async function () {
    if (!existsSync('/dev/full')) this.skip();
    symlinkSync('/dev/full', join(folder, markName));
    const { sqlite, group, notices, close } = open();

    const told = await Promise.all([1, 2, 3].map((n) => group.write(() => n)));
    const again = await group.write(() => 4);

    expect([...told, again]).to.deep.equal([1, 2, 3, 4]);
    expect(countedIn(sqlite)?.writes).to.equal(4);
    expect(notices.join('\n')).to.match(/^rabfang\.mark could not be written \(.*ENOSPC.*$/);
    close();
  });

  it('is right with the next commit after one that was half written', async () => {
    const { sqlite, group, notices, close } = open();
    await group.write(() => 1);
    expect(readMark(folder)).to.deep.equal({ ...countedIn(sqlite), writes: 1, main: 0 });
    writeFileSync(join(folder, markName), '{"identity":"~', { flag: 'r+' });
    const half = readMark(folder);

    await group.write(() => 2);

    expect(half, 'says nothing').to.equal(undefined);
    expect(readMark(folder)).to.deep.equal({ ...countedIn(sqlite), writes: 2, main: 0 });
    expect(notices).to.deep.equal([]);
    close();
    expect(readMark(folder)).to.include({ writes: 2, main: 2 });
  });
});
