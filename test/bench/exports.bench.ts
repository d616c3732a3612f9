// The responses behind a number as files: how long each takes to its last byte, and what memory the server needs for it.
import { type Measured, quantile } from './measure.ts';
import { seeded, signIn, withServer } from './server.ts';

const goals: Readonly<Record<string, string>> = { csv: '≤ 2 s, ≤ 250 MB' };

export async function exported(sizes: readonly number[] = [100_000]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const issues of sizes) {
    const data = seeded(issues);
    // a process for each, so that its memory is of this file alone
    for (const ending of ['csv', 'xlsx', 'geojson'])
      await withServer({ DATA_DIR: data.folder, DEMO: 'on' }, async (server) => {
        const token = await signIn(server.url, 'admin');
        const taken: number[] = [];
        for (let i = 0; i < 3; i++) {
          const started = performance.now();
          const answer = await fetch(`${server.url}/api/surveys/2569/responses.${ending}`, {
            headers: { authorization: `Bearer ${token}` },
          });
          const { size } = await answer.blob();
          if (answer.status !== 200 || size < issues) throw new Error(`${ending} is not whole`);
          taken.push((performance.now() - started) / 1000);
        }
        const goal = goals[ending];
        measured.push({
          part: `responses.${ending}`,
          size: `${issues.toLocaleString('en')} issues`,
          median: quantile(taken, 0.5),
          p95: quantile(taken, 0.95),
          unit: 's',
          memory: server.peakMemory(),
          ...(goal && { goal }),
        });
      });
    data.remove();
  }
  return measured;
}
