// Form submissions over HTTP with 1, 8 and 32 clients, each a new response, and 1,000 a second; beside a bare server in a process
// of its own that reads the same bodies, parses them as JSON and answers.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { anIssue, aResponse, newId } from '../support/build.ts';
import { cpuTimeOf, type ServerProcess } from '../support/server-process.ts';
import type { Measured } from './measure.ts';
import { signIn, withServer } from './server.ts';

const seconds = 6;
const bareProgram = fileURLToPath(new URL('./bare-server.mjs', import.meta.url));
const goals: Readonly<Record<number, string>> = { 32: '≤ 5 × the time of a bare server' };

export async function submissions(): Promise<Measured[]> {
  const measured: Measured[] = [];
  await withServer({ DEMO: 'on' }, async (server) => {
    const token = await signIn(server.url, 'malee');
    await load(server.url, { token, clients: 32, seconds: 3 }); // warm
    for (const clients of [1, 8, 32]) measured.push(await manyClients(server, token, clients));
    measured.push(await thousandASecond(server, token));
  });
  return measured;
}

async function manyClients(
  server: ServerProcess,
  token: string,
  clients: number,
): Promise<Measured> {
  const bare = await bareServer(clients);
  const taken = await measure(server, { token, clients, seconds });
  const goal = goals[clients];
  return {
    ...taken,
    size: `${clients} clients`,
    reference: {
      what: 'a bare server (time a request)',
      median: taken.median / (bare.perSecond / taken.perSecond),
      cpu: bare.cpu,
    },
    ...(goal !== undefined && { goal }),
  };
}

async function thousandASecond(server: ServerProcess, token: string): Promise<Measured> {
  const taken = await measure(server, { token, clients: 32, seconds, rate: 1000 });
  return { ...taken, size: '1,000 a second', goal: 'p99 ≤ 50 ms' };
}

interface Load {
  readonly token?: string;
  readonly clients: number;
  readonly seconds: number;
  /** a second; default: as many as are answered */
  readonly rate?: number;
}

async function measure(server: ServerProcess, wanted: Load) {
  const before = server.cpuTime();
  const { latency, requests, non2xx, errors } = await load(server.url, wanted);
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} refused, ${errors} failed`);
  return {
    part: 'form submissions',
    median: latency.p50,
    p95: latency.p97_5,
    p99: latency.p99,
    unit: 'ms',
    perSecond: requests.average,
    cpu: (server.cpuTime() - before) / requests.total,
    memory: server.peakMemory(),
  } as const;
}

/** New responses, as fast as they are answered or at a rate. */
export function load(
  url: string,
  { token, clients, seconds, rate }: Load,
): Promise<autocannon.Result> {
  return autocannon({
    url,
    connections: clients,
    duration: seconds,
    ...(rate && { overallRate: rate }),
    requests: [
      {
        method: 'PUT',
        headers: {
          'content-type': 'application/json',
          ...(token && { authorization: `Bearer ${token}` }),
        },
        setupRequest: (request) => ({
          ...request,
          path: `/api/surveys/2569/responses/${newId()}`,
          body: JSON.stringify(
            aResponse({
              issues: [anIssue(), anIssue({ strategy: 'trust', title: 'เพจปลอมหลอกขายสินค้าเกษตร' })],
            }),
          ),
        }),
      },
    ],
  });
}

/** With the same bodies and as many clients. */
async function bareServer(clients: number): Promise<{ perSecond: number; cpu: number }> {
  const child = spawn(process.execPath, [bareProgram], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [address] = await once(child.stdout, 'data');
    const url = String(address).trim();
    await load(url, { clients, seconds: 1 });
    const before = cpuTimeOf(child.pid ?? 0);
    const { requests } = await load(url, { clients, seconds: 3 });
    const cpu = (cpuTimeOf(child.pid ?? 0) - before) / requests.total;
    return { perSecond: requests.average, cpu };
  } finally {
    child.kill();
  }
}
