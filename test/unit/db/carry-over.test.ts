// The process that puts the log into the main file may hang; writes that wait for it do not.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openSqlite } from '../../../server/db/embedded/binding.ts';
import { CarryOver } from '../../../server/db/embedded/carry-over.ts';

describe('carrying the log over', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rabfang-carry-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function openLog() {
    const file = join(folder, 'any.sqlite');
    const sqlite = openSqlite(file);
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0');
    sqlite.exec(
      'CREATE TABLE _acknowledged (writes); INSERT INTO _acknowledged VALUES (1); CREATE TABLE t (n)',
    );
    return { file, insert: (n: number) => sqlite.prepare('INSERT INTO t VALUES (?)').run(n) };
  }

  /** the ids of the processes that were begun for this file */
  const begunFor = (file: string): number[] =>
    execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes('carry-over-process') && line.includes(file))
      .map((line) => Number.parseInt(line, 10));

  it('is given up when its process hangs, and done by another one the next time', async () => {
    const { file, insert } = openLog();
    const carryOver = new CarryOver(file, 3000);
    const first = await carryOver.carry('most');
    const [hung = 0] = begunFor(file);
    process.kill(hung, 'SIGSTOP');

    const second = await carryOver.carry('rest');
    insert(1);
    const most = await carryOver.carry('most');
    const rest = await carryOver.carry('rest');
    await carryOver.end();

    expect([first, second, most]).to.deep.equal(Array(3).fill({ whole: false }));
    expect(rest).to.deep.equal({ whole: true });
    expect(begunFor(file)).to.deep.equal([]);
  });
});
