// Form submissions over HTTP with 1, 8 and 32 clients, each a new response; beside a bare server that only reads the same bodies.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import autocannon from 'autocannon';
import { anIssue, aResponse, newId } from '../support/build.ts';
import type { Measured } from './measure.ts';
import { signIn, withServer } from './server.ts';

const seconds = 8;

export async function submissions(): Promise<Measured[]> {
  const measured: Measured[] = [];
  await withServer({ DEMO: 'on' }, async (server) => {
    const token = await signIn(server.url, 'malee');
    for (const clients of [1, 8, 32]) {
      const bare = await bareServer(clients);
      await load(server.url, token, clients, 2); // warm
      const { latency, requests, non2xx, errors } = await load(server.url, token, clients, seconds);
      if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} refused, ${errors} failed`);
      measured.push({
        part: 'form submissions',
        size: `${clients} clients`,
        median: latency.p50,
        p95: latency.p97_5,
        p99: latency.p99,
        unit: 'ms',
        perSecond: requests.average,
        memory: server.peakMemory(),
        reference: {
          what: 'a bare server (time a request)',
          median: latency.p50 / (bare / requests.average),
        },
        ...(clients === 32 && { goal: '≥ 1,000/s, p99 < 80 ms' }),
      });
    }
  });
  return measured;
}

function load(
  url: string,
  token: string | undefined,
  connections: number,
  duration: number,
): Promise<autocannon.Result> {
  return autocannon({
    url,
    connections,
    duration,
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

/** requests a second of node:http alone, with the same bodies and clients */
async function bareServer(connections: number): Promise<number> {
  const server = createServer((req, res) => {
    req
      .resume()
      .once('end', () =>
        res.writeHead(201, { 'content-type': 'application/json' }).end('{"ok":true}'),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { requests } = await load(`http://127.0.0.1:${port}`, undefined, connections, 3);
  server.closeAllConnections();
  server.close();
  return requests.average;
}
