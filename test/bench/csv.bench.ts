// A CSV batch of 10,000 and 100,000 rows over HTTP, then the same file again, and what others wait for meanwhile; beside PapaParse
// alone on the same text. On the embedded engine, and on MongoDB where there is one. BATCH_ROWS=1000000 measures other sizes.

import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import Papa from 'papaparse';
import { mongodPath } from '../support/find-mongod.mjs';
import type { ServerProcess } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';
import { type Measured, quantile } from './measure.ts';
import { signIn, withServer } from './server.ts';
import { wideCsv } from './wide-csv.ts';

const usualSizes = [10_000, 100_000];
const goals = { embedded: 12, MongoDB: 15 } as const;
type Engine = keyof typeof goals;

export async function csv(): Promise<Measured[]> {
  const sizes = process.env.BATCH_ROWS?.split(',').map(Number) ?? usualSizes;
  const measured: Measured[] = [];
  for (const rows of sizes) measured.push(...(await onEmbedded(rows)));
  const mongod = mongodPath();
  if (!mongod) return measured;
  const database = await startMongod(mongod, { replicaSet: true });
  try {
    for (const rows of sizes) {
      const MONGODB_URI = database.uri.replace('/?', `/csv-${rows}?`);
      const env = { MONGODB_URI, DEMO: 'on' };
      measured.push(...(await withServer(env, (server) => sendTwice(server, rows, 'MongoDB'))));
    }
  } finally {
    await database.stop();
  }
  return measured;
}

function onEmbedded(rows: number): Promise<Measured[]> {
  return withServer({ DEMO: 'on' }, (server) => sendTwice(server, rows, 'embedded'));
}

async function sendTwice(server: ServerProcess, rows: number, engine: Engine): Promise<Measured[]> {
  const token = await signIn(server.url, 'admin');
  const alone = { what: 'PapaParse alone', median: papaAlone(rows) };
  const size = `${rows.toLocaleString('en')} rows, ${engine}`;
  const send = async () => {
    const others = new Others(server.url, token);
    const started = performance.now();
    const { counts } = await upload(server.url, token, rows);
    const took = (performance.now() - started) / 1000;
    if (counts.accepted + counts.same + counts.rejected !== rows)
      throw new Error(JSON.stringify(counts));
    const perSecond = rows / took;
    const batch = { size, median: took, p95: took, unit: 's', perSecond } as const;
    return { ...batch, memory: server.peakMemory(), waits: await others.stop() };
  };
  const { waits, ...first } = await send();
  const { waits: again, ...second } = await send();
  const goal = `≤ ${goals[engine]} ×, 300 MB`;
  return [
    { part: 'CSV batch', ...first, reference: alone, goal },
    { part: 'what others wait for meanwhile', size, ...spread(waits), goal: 'p95 < 100 ms' },
    {
      part: 'the same file again',
      ...second,
      reference: { what: 'the first time', median: first.median },
      goal: '≤ 0.5 ×',
    },
    { part: 'what others wait for meanwhile', size, ...spread(again), goal: 'p95 < 100 ms' },
  ];
}

function spread(waits: readonly number[]) {
  const [median, p95, p99] = [0.5, 0.95, 0.99].map((q) => quantile(waits, q));
  return { median: median ?? 0, p95: p95 ?? 0, p99: p99 ?? 0, unit: 'ms' } as const;
}

/** Somebody who asks for something small, again and again. */
class Others {
  readonly #waits: number[] = [];
  readonly #asking: Promise<void>;
  #ends = false;

  constructor(url: string, token: string) {
    this.#asking = this.#ask(`${url}/api/surveys/2569`, { authorization: `Bearer ${token}` });
  }

  async #ask(url: string, headers: Record<string, string>): Promise<void> {
    while (!this.#ends) {
      const began = performance.now();
      await (await fetch(url, { headers })).text();
      this.#waits.push(performance.now() - began);
      await wait(20);
    }
  }

  async stop(): Promise<readonly number[]> {
    this.#ends = true;
    await this.#asking;
    return this.#waits;
  }
}

async function upload(
  url: string,
  token: string,
  rows: number,
): Promise<{ counts: Record<'accepted' | 'same' | 'rejected', number> }> {
  const boundary = 'rabfang-bench';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="bench.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  const body = Readable.from(
    (async function* () {
      yield head;
      yield* wideCsv(rows);
      yield `\r\n--${boundary}--\r\n`;
    })(),
  );
  const answer = await fetch(`${url}/api/surveys/2569/batches`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    body: body as unknown as BodyInit, // Node's fetch takes async iterables
    duplex: 'half',
  } as RequestInit);
  if (answer.status !== 201)
    throw new Error(`the batch was answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as never;
}

/** the best of three: the first one compiles it */
function papaAlone(rows: number): number {
  const text = [...wideCsv(rows)].join('');
  const runs = Array.from({ length: 3 }, () => {
    const started = performance.now();
    Papa.parse(text, { delimiter: ',', newline: '\n' });
    return (performance.now() - started) / 1000;
  });
  return Math.min(...runs);
}
