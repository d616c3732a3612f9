// Figures over HTTP with data stored: the first answer for a filter, and the same asked again; beside a bare server that sends the same bytes.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { figureNames } from '../../shared/api/figures.ts';
import { type Measured, quantile } from './measure.ts';
import { seeded, signIn, withServer } from './server.ts';

const wanted = `figures=${figureNames.join(',')}`;
const filters: Record<string, (i: number) => string> = {
  'no filter': () => '',
  'one province': (i) => `&province=TH-${30 + (i % 10)}`,
  'region and strategy': (i) =>
    `&region=${['north', 'south', 'east', 'west'][i % 4]}&strategy=trust`,
  'one month': (i) => `&from=2026-0${1 + (i % 9)}-01&to=2026-0${1 + (i % 9)}-28`,
};

export async function figures(
  sizes: readonly number[] = [10_000, 100_000, 1_000_000],
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const issues of sizes) {
    const data = seeded(issues);
    const size = `${issues.toLocaleString('en')} issues`;
    await withServer({ DATA_DIR: data.folder, DEMO: 'on' }, async (server) => {
      const token = await signIn(server.url, 'admin');
      for (const [name, filter] of Object.entries(filters))
        measured.push(...(await ask(server.url, token, size, name, filter)));
    });
    data.remove();
  }
  return measured;
}

async function ask(
  url: string,
  token: string,
  size: string,
  name: string,
  filter: (i: number) => string,
): Promise<Measured[]> {
  const get = async (i: number, extra = '') => {
    const started = performance.now();
    const answer = await fetch(`${url}/api/surveys/2569/figures?${wanted}${filter(i)}${extra}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const bytes = await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`figures answered ${answer.status}`);
    return { ms: performance.now() - started, bytes };
  };
  // a severity filter that keeps all but what has none makes each view a new one
  const all = ['1', '2', '3', '4', '5'];
  const fresh = [];
  for (let i = 0; i < 8; i++)
    fresh.push(
      (
        await get(
          i,
          `&severity=${all.filter((_, j) => j !== i % 5).join(',')}&channel=${['csv,form', 'csv', 'form', 'csv,api'][i % 4]}`,
        )
      ).ms,
    );
  const { bytes } = await get(0);
  const again = [];
  for (let i = 0; i < 200; i++) again.push((await get(0)).ms);
  const bare = await bareServer(Buffer.from(bytes));
  return [
    {
      part: `figures, ${name}, new view`,
      size,
      median: quantile(fresh, 0.5),
      p95: quantile(fresh, 0.95),
      unit: 'ms',
    },
    {
      part: `figures, ${name}, asked before`,
      size,
      median: quantile(again, 0.5),
      p95: quantile(again, 0.95),
      unit: 'ms',
      reference: { what: 'a bare server with these bytes', median: bare },
      goal: 'p50 ≤ 3 ms',
    },
  ];
}

async function bareServer(bytes: Buffer): Promise<number> {
  const server = createServer((_req, res) =>
    res.writeHead(200, { 'content-type': 'application/json' }).end(bytes),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const taken = [];
  for (let i = 0; i < 200; i++) {
    const started = performance.now();
    await (await fetch(`http://127.0.0.1:${port}/`)).arrayBuffer();
    taken.push(performance.now() - started);
  }
  server.closeAllConnections();
  server.close();
  return quantile(taken, 0.5);
}
