// `npm run check`, as the built program: beside a running server, and on what somebody has changed behind its back.
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { fileName } from '../../server/db/embedded/open-file.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { fillFolder } from '../support/filled-folder.ts';
import { modelsOf } from '../support/models.ts';
import { runCommand } from '../support/run-command.ts';
import { startServer } from '../support/server-process.ts';

const check = (env: Record<string, string>) => runCommand('check', ['--quiet'], env);

describe('npm run check', function () {
  this.timeout(90_000);
  let dataDir: string;
  before(async () => {
    dataDir = await fillFolder(400);
  });
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  it('finds nothing beside a server that is at work', async () => {
    const server = await startServer({ DATA_DIR: dataDir, DEMO: 'on' });
    const { code, said } = await check({ DATA_DIR: dataDir });
    await server.stop();

    expect(said).to.match(/^\d+ responses, 1 surveys, \d+ batches: all is well\.\n$/);
    expect(code).to.equal(0);
  });

  it('could not take the file from under that server, nor could any other program', async function () {
    if (process.platform !== 'linux') this.skip();
    const server = await startServer({ DATA_DIR: dataDir, DEMO: 'on' });
    const { ino } = statSync(join(dataDir, fileName));
    const locks = readFileSync('/proc/locks', 'utf8').split('\n');
    await server.stop();

    // without it, whoever closes the file would take itself for the last, and throw the log away
    const ours = locks.filter(
      (line) => line.includes(` ${server.pid} `) && line.includes(`:${ino} `),
    );
    expect(ours.join(), 'the lock that SQLite holds while the file is open').to.match(
      /POSIX .* READ /,
    );
  });

  it('says how it is used when it is asked, or meets what it does not know', async () => {
    const { said, code } = await runCommand('check', ['--help'], {});
    const unknown = await runCommand('check', ['--everything'], {});

    expect([said, code]).to.deep.equal(['Usage: npm run check -- [--backup FILE] [--quiet]\n', 0]);
    expect([unknown.said, unknown.code]).to.deep.equal([
      `Unknown option '--everything'\n${said}`,
      1,
    ]);
  });

  it('names what differs, and ends with 1', async () => {
    const db = await openDatabase({ dataDir }, collections);
    const { responses, batches } = modelsOf(db);
    const [one, other] = await responses.find({}).limit(2).lean();
    await responses.collection.updateOne({ _id: one?._id } as never, {
      $set: { issues: one?.issues.map((issue) => ({ ...issue, title: 'อีกเรื่อง' })) },
    });
    await responses.collection.updateOne({ _id: other?._id } as never, {
      $set: { status: 'lost' },
    });
    await batches.collection.insertOne({
      _id: 'b',
      state: 'done',
      counts: { rows: 3, accepted: 3, same: 0, rejected: 0, skipped: 0, blank: 0 },
    } as never);
    await db.close();
    const { code, said } = await check({ DATA_DIR: dataDir });

    expect(said).to.include(`responses: ${one?._id} has another content than its digest says`);
    expect(said).to.include(`responses: ${other?._id} cannot be counted`);
    expect(said).to.include('batches: b says 3 accepted, stored are 0');
    expect(said).to.match(/: [45] differences\.\n$/);
    expect(code).to.equal(1);
  });

  it('says in a sentence that there is nothing to check', async () => {
    const { code, said } = await check({ DATA_DIR: `${dataDir}/none` });

    expect(said).to.match(/^Nothing could be checked: There is no database in .*none\.\n$/);
    expect(code).to.equal(1);
  });
});
