// What lies on the disk is for nobody else on the machine; and what was a demonstration stays one.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startServer } from '../support/server-process.ts';

/** tries to list and to read what it is given, and prints what it got */
const reader = `
  const fs = require('node:fs');
  const got = process.argv.slice(1).filter((path) => {
    try { fs.statSync(path).isDirectory() ? fs.readdirSync(path) : fs.readFileSync(path); return true; }
    catch { return false; }
  });
  console.log(JSON.stringify(got));`;
const nobody = 65_534;

describe('data at rest', function () {
  this.timeout(60_000);
  let parent: string;
  let dataDir: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'rabfang-rest-'));
    chmodSync(parent, 0o755);
    dataDir = join(parent, 'data');
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('cannot be read by another user of the machine, also in a folder that was open before', async function () {
    if (process.getuid?.() !== 0) {
      process.stdout.write('      not root: nobody else to be\n');
      this.skip();
    }
    mkdirSync(dataDir, { mode: 0o755 });
    writeFileSync(join(parent, 'open'), 'for all', { mode: 0o644 });
    const server = await startServer({ DATA_DIR: dataDir, DEMO: 'on' });
    try {
      const files = readdirSync(dataDir, { recursive: true }).map((name) =>
        join(dataDir, String(name)),
      );
      const { stdout } = spawnSync(
        process.execPath,
        ['-e', reader, join(parent, 'open'), dataDir, ...files],
        { uid: nobody, gid: nobody, cwd: '/', encoding: 'utf8', env: {} },
      );

      expect(JSON.parse(stdout)).to.deep.equal([join(parent, 'open')]);
      expect(files.length).to.be.greaterThan(1);
      // each for itself, should the folder be opened one day
      const open = files.filter((file) => (statSync(file).mode & 0o077) !== 0);
      expect(open).to.deep.equal([]);
    } finally {
      await server.stop();
    }
  });

  it('is reached by no address, and TRACE repeats nothing', async () => {
    const server = await startServer({ DATA_DIR: dataDir, DEMO: 'on' });
    const { hostname, port } = new URL(server.url);
    // as it stands: fetch would tidy the address
    const ask = (method: string, path: string) =>
      new Promise<number>((resolve, reject) => {
        const sent = request({ hostname, port, method, path }, (reply) => {
          reply.resume();
          resolve(reply.statusCode ?? 0);
        });
        sent.once('error', reject).end();
      });
    try {
      expect(await ask('GET', '/index.html')).to.equal(200);
      for (const up of ['..', '%2e%2e', '..%2f..', '..%5c..', 'assets/../..', 'assets/%2e%2e%2f..'])
        expect(await ask('GET', `/${up}/server/main.js`), up).to.be.oneOf([400, 403, 404]);
      expect(await ask('TRACE', '/api/session')).to.equal(405);
    } finally {
      await server.stop();
    }
  });

  it('is refused in words by production when it is a demonstration', async () => {
    await (await startServer({ DATA_DIR: dataDir, DEMO: 'on' })).stop();

    const failure = await startServer({
      DATA_DIR: dataDir,
      NODE_ENV: 'production',
      SECRET: randomBytes(32).toString('base64'),
    }).then(
      (server) => server.stop().then(() => 'it started'),
      (error: Error) => error.message,
    );

    expect(failure).to.match(/^the server ended with 1:\n/);
    expect(failure).to.include('Rabfang does not start: the database holds the demonstration');
  });
});
