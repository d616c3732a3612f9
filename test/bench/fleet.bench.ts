// Form submissions to one process and to two, with the database and the clients on the same machine, and who used its processors.
import { mongodPath } from '../support/find-mongod.mjs';
import { childrenOf } from '../support/processes.ts';
import { cpuTimeOf } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';
import type { Measured } from './measure.ts';
import { signIn, withServer } from './server.ts';
import { load } from './submissions.bench.ts';

const clients = 32;
const seconds = Number(process.env.FLEET_SECONDS ?? 8);

export async function fleet(): Promise<Measured[]> {
  const mongod = mongodPath();
  if (!mongod) {
    process.stderr.write('  left out: it needs mongod (MONGOD=/path/to/mongod)\n');
    return [];
  }
  const database = await startMongod(mongod, { replicaSet: true });
  try {
    const one = await submitTo(1, database);
    const two = await submitTo(2, database);
    const times = (two.perSecond ?? 0) / (one.perSecond ?? 0);
    // the table shows time by time: what a request takes, clients being the same
    const reference = { what: 'one process (time a request)', median: two.median * times };
    return [one, { ...two, reference, goal: '≤ 0.67 × (1.5 times as many)' }];
  } finally {
    await database.stop();
  }
}

function submitTo(
  processes: number,
  database: Awaited<ReturnType<typeof startMongod>>,
): Promise<Measured> {
  const env = {
    MONGODB_URI: database.uri.replace('/?', `/fleet-${processes}?`),
    PROCESSES: String(processes),
    ADMIN_PASSWORD: 'rabfang-demo',
  };
  return withServer(env, async ({ url, pid }) => {
    const token = await signIn(url, 'admin');
    await load(url, { token, clients, seconds: 3 }); // warm
    const serving = [pid, ...childrenOf(pid)];
    const used = () => [
      serving.reduce((sum, one) => sum + cpuTimeOf(one), 0),
      cpuTimeOf(database.pid),
      cpuTimeOf(process.pid),
    ];
    const before = used();
    const taken = await load(url, { token, clients, seconds });
    const { latency, requests, non2xx, errors, statusCodeStats } = taken;
    const shares = used().map((ms, i) => ((ms - (before[i] ?? 0)) / seconds / 1000).toFixed(2));
    if (non2xx > 0 || errors > 0)
      throw new Error(`not all were taken: ${JSON.stringify({ ...statusCodeStats, errors })}`);
    return {
      part: `submissions, ${processes === 1 ? 'one process' : `${processes} processes`} on MongoDB`,
      size: `${clients} clients; processors: server ${shares[0]}, mongod ${shares[1]}, clients ${shares[2]}`,
      median: latency.p50,
      p95: latency.p97_5,
      p99: latency.p99,
      unit: 'ms',
      perSecond: requests.average,
    };
  });
}
