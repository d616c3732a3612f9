// Metrics of a fleet: whichever process is asked answers for all of them, also while one does not answer.
import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { samplesIn, valueIn } from '../support/exposed.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';

const mongod = mongodPath();

(mongod ? describe : describe.skip)('metrics of a fleet', function () {
  this.timeout(120_000);
  let database: Awaited<ReturnType<typeof startMongod>>;
  let fleet: ServerProcess;

  before(async () => {
    database = await startMongod(mongod ?? '', { replicaSet: true });
    const MONGODB_URI = database.uri.replace('/?', '/rabfang?');
    fleet = await startServer({ MONGODB_URI, LIMITS: 'off', PROCESSES: '3' });
  });
  after(async () => {
    await fleet?.kill();
    await database?.stop();
  });

  /** On a connection of its own: they are dealt to the processes in turn. */
  const get = (path: string) => fetch(fleet.url + path, { headers: { connection: 'close' } });
  const read = async () => samplesIn(await (await get('/metrics')).text());
  type Samples = Awaited<ReturnType<typeof read>>;
  const processesIn = (samples: Samples) =>
    samples
      .filter(({ name }) => name === 'rabfang_build_info')
      .map(({ labels }) => labels.process)
      .sort();
  const workers = () =>
    execFileSync('pgrep', ['-P', String(fleet.pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);

  it('tell every request that any of them answered, and of each process how it stands', async () => {
    for (let i = 0; i < 30; i++) await get('/api/surveys');
    const read3 = [await read(), await read(), await read()];

    for (const samples of read3) {
      expect(processesIn(samples)).to.deep.equal(['1', '2', '3']);
      const asked = { route: '/api/surveys', status: '200' };
      expect(valueIn(samples, 'rabfang_http_requests_total', asked)).to.equal(30);
      for (const process of ['1', '2', '3']) {
        expect(valueIn(samples, 'rabfang_facts_ready', { process })).to.equal(1);
        expect(
          valueIn(samples, 'rabfang_http_requests_total', { ...asked, process }),
        ).to.be.greaterThan(0);
      }
    }
  });

  it('come while a process does not answer, without that one', async () => {
    const [stopped = 0] = workers();
    process.kill(stopped, 'SIGSTOP');
    try {
      // who is dealt to the stopped process waits for it: it is asked once more
      const ask = async () => {
        const answer = await fetch(`${fleet.url}/metrics`, {
          headers: { connection: 'close' },
          signal: AbortSignal.timeout(20_000),
        }).catch(() => undefined);
        return answer ? samplesIn(await answer.text()) : undefined;
      };
      let samples: Samples | undefined;
      let took = 0;
      for (let i = 0; i < 3 && !samples; i++) {
        const began = performance.now();
        samples = await ask();
        took = performance.now() - began;
      }

      expect(processesIn(samples ?? [])).to.have.length(2);
      expect(took).to.be.lessThan(15_000);
    } finally {
      process.kill(stopped, 'SIGCONT');
    }
  });

  it('name a process that took the place of a dead one as that was named', async () => {
    const [killed = 0] = workers();
    process.kill(killed, 'SIGKILL');
    const until = performance.now() + 60_000;
    let names: unknown[] = [];
    while (performance.now() < until && (names.length < 3 || workers().includes(killed))) {
      await wait(200);
      names = await read().then(processesIn, () => []);
    }

    expect(names).to.deep.equal(['1', '2', '3']);
  });
});
