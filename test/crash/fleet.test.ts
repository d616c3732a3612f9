// PROCESSES=n: several processes of one machine on one port, as one server to whoever starts, uses and stops it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { rates } from '../../server/http/limits.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { childrenOf } from '../support/processes.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';

const mongod = mongodPath();
const root = fileURLToPath(new URL('../..', import.meta.url));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 40_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`not within 40 s: ${holds}`);
    await wait(50);
  }
}

(mongod ? describe : describe.skip)('a fleet on one port', function () {
  this.timeout(180_000);
  let database: Awaited<ReturnType<typeof startMongod>>;
  let fleet: ServerProcess;
  let password = '';
  const env = () => ({
    MONGODB_URI: database.uri.replace('/?', '/rabfang?'),
    LIMITS: 'off',
    PROCESSES: '2',
  });
  const signIn = (headers = {}) =>
    fetch(`${fleet.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ username: 'admin', password }),
    });

  before(async () => {
    database = await startMongod(mongod ?? '', { replicaSet: true });
    fleet = await startServer(env());
    password = /shown only this once: (\S+)/.exec(fleet.output())?.[1] ?? '';
  });
  after(async () => {
    await fleet?.kill();
    await database?.stop();
  });

  it('says once that it listens, with the one password of the one account', async () => {
    expect(fleet.output().match(/listening on/g)).to.have.length(1);
    expect(fleet.output().match(/shown only this once/g)).to.have.length(1);
    expect(childrenOf(fleet.pid)).to.have.length(2);
    expect((await signIn()).status).to.equal(200);
  });

  it('takes at every process the token that another one signed, without a SECRET', async () => {
    const { token } = (await (await signIn()).json()) as { token: string };
    // each on a connection of its own: they are dealt to the processes in turn
    const headers = { authorization: `Bearer ${token}`, connection: 'close' };
    const ask = async () => (await fetch(`${fleet.url}/api/session`, { headers })).status;
    const statuses = [await ask(), await ask(), await ask(), await ask()];

    expect(statuses).to.deep.equal([200, 200, 200, 200]);
  });

  it('replaces a process that is killed, and serves meanwhile', async () => {
    const [killed = 0, other] = childrenOf(fleet.pid);
    process.kill(killed, 'SIGKILL');
    await until(() => !isAlive(killed));
    const meanwhile = await fetch(`${fleet.url}/healthz`);
    await until(() => childrenOf(fleet.pid).length === 2);

    expect(meanwhile.status).to.equal(200);
    expect(childrenOf(fleet.pid)).to.include(other);
    expect(fleet.output()).to.match(/"ended":"SIGKILL".*it is replaced/);
    expect(fleet.output().match(/listening on/g)).to.have.length(1);
  });

  it('waits longer and longer for one that dies as soon as it is there', async () => {
    const [steady] = childrenOf(fleet.pid);
    const killed = new Set<number>();
    const began = performance.now();
    while (killed.size < 4) {
      for (const child of childrenOf(fleet.pid))
        if (child !== steady && isAlive(child) && !killed.has(child)) {
          killed.add(child);
          process.kill(child, 'SIGKILL');
        }
      await wait(20);
    }

    // after pauses of 250, 500 and 1000 ms
    expect(performance.now() - began).to.be.greaterThan(1750);
    expect((await fetch(`${fleet.url}/healthz`)).status).to.equal(200);
  });

  it('refuses a start once, in the words of one process', async () => {
    const { port } = new URL(fleet.url);
    const refused = await startServer({ ...env(), PORT: port }).catch(String);

    expect(refused).to.match(/ended with 1:\nRabfang does not start: port \d+ on .* is taken.*\n$/);
  });

  it('ends all its processes on SIGTERM, with 0', async () => {
    const children = childrenOf(fleet.pid);
    const code = await fleet.stop();

    expect(code).to.equal(0);
    expect(children.filter(isAlive)).to.deep.equal([]);
  });

  it('counts together what an address may ask', async () => {
    fleet = await startServer({ ...env(), LIMITS: 'on' });
    const { most } = rates.anonymous;
    let passed = 0;
    const ask = async () => {
      const init = { headers: { connection: 'close' } };
      if ((await fetch(`${fleet.url}/api/surveys`, init)).status === 200) passed++;
    };
    for (let asked = 0; asked < most + 300; asked += 20)
      await Promise.all(Array.from({ length: 20 }, ask));

    // what one had not told the other yet may pass too; far from what each would let pass for itself
    expect(passed).to.be.within(most, most + 200);
  });

  it('leaves no process behind when the one above them is killed', async () => {
    const children = childrenOf(fleet.pid);
    await fleet.kill();
    await until(() => !children.some(isAlive));

    expect(children).to.have.length(2);
  });

  it('ends through the npm that started it', async () => {
    const npm = spawn('npm', ['start'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: undefined, PORT: '0', ...env() },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    while (!/listening on \S+\s/.test(printed))
      printed += (await once(npm.stdout, 'data')).toString();
    const url = /listening on (\S+)/.exec(printed)?.[1] ?? '';
    npm.kill('SIGTERM');
    await once(npm, 'exit');
    let alive = true;
    for (let i = 0; alive && i < 40; i++) {
      await wait(250);
      alive = await fetch(`${url}/healthz`).then(
        () => true,
        () => false,
      );
    }

    expect(alive).to.equal(false);
  });
});
