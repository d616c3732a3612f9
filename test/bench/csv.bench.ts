// A CSV batch of 10,000 and 100,000 rows over HTTP; beside PapaParse alone on the same text.
import { Readable } from 'node:stream';
import Papa from 'papaparse';
import { makeCsv } from '../support/make-csv.ts';
import type { Measured } from './measure.ts';
import { signIn, withServer } from './server.ts';

export async function csv(sizes: readonly number[] = [10_000, 100_000]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const rows of sizes) {
    await withServer({ DEMO: 'on' }, async (server) => {
      const token = await signIn(server.url, 'admin');
      const started = performance.now();
      const batch = await upload(server.url, token, rows);
      const took = (performance.now() - started) / 1000;
      if (batch.counts.accepted + batch.counts.rejected + batch.counts.skipped !== rows)
        throw new Error(JSON.stringify(batch.counts));
      measured.push({
        part: 'CSV batch',
        size: `${rows.toLocaleString('en')} rows`,
        median: took,
        p95: took,
        unit: 's',
        perSecond: rows / took,
        memory: server.peakMemory(),
        reference: { what: 'PapaParse alone', median: papaAlone(rows) },
        ...(rows === 100_000 && { goal: '≤ 10 s within 300 MB' }),
      });
    });
  }
  return measured;
}

async function upload(
  url: string,
  token: string,
  rows: number,
): Promise<{ counts: Record<'accepted' | 'rejected' | 'skipped', number> }> {
  const boundary = 'rabfang-bench';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="bench.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  const body = Readable.from(
    (async function* () {
      yield head;
      yield* makeCsv(rows);
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

function papaAlone(rows: number): number {
  const text = [...makeCsv(rows)].join('');
  const started = performance.now();
  Papa.parse(text, { delimiter: ',', newline: '\n' });
  return (performance.now() - started) / 1000;
}
