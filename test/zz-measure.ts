import { mkdtempSync, rmSync } from 'node:fs';
import { makeCsv } from '/work/w/object/test/support/make-csv.ts';
import { senderTo } from '/work/w/object/test/support/sender.ts';
import { startServer } from '/work/w/object/test/support/server-process.ts';

const dir = mkdtempSync('/tmp/object/m-');
const server = await startServer({ LIMITS: 'off', DATA_DIR: dir, DEMO: 'on' });
try {
  const sender = await senderTo(server.url);
  const t0 = performance.now();
  const id = '11111111-1111-4111-8111-111111111111';
  const b = await sender.send([...makeCsv(100000)].join(''), { id });
  console.log('sent', b?.counts, Math.round(performance.now() - t0));
  const api = async (method: string, path: string, body?: object) => {
    const t = performance.now();
    const a = await fetch(`${server.url}/api/surveys/2569/batches/${path}`, {
      method,
      headers: { ...sender.headers, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const j: any = await a.json();
    console.log(
      method,
      path,
      a.status,
      Math.round(performance.now() - t),
      'ms',
      JSON.stringify(
        j.withdrawal ?? {
          new: j.new,
          gone: j.gone,
          changed: j.changed,
          same: j.same,
          responses: j.responses,
        },
      ).slice(0, 300),
    );
    return j;
  };
  await api('GET', `${id}/withdrawal`);
  let worst = 0;
  let on = true;
  const others = (async () => {
    while (on) {
      const t = performance.now();
      await fetch(`${server.url}/healthz`);
      worst = Math.max(worst, performance.now() - t);
      await new Promise((r) => setTimeout(r, 20));
    }
  })();
  let w = await api('PUT', `${id}/withdrawal`, { reason: 'x' });
  while (w.withdrawal.state === 'withdrawing')
    w = await api('PUT', `${id}/withdrawal`, { reason: 'x' });
  console.log('worst healthz during', Math.round(worst));
  worst = 0;
  w = await api('DELETE', `${id}/withdrawal`);
  while (w.withdrawal.state === 'bringing-back') w = await api('DELETE', `${id}/withdrawal`);
  console.log('worst healthz during', Math.round(worst));
  worst = 0;
  const lines = [...makeCsv(100000)].join('').split('\n');
  const second = [
    lines[0],
    ...lines.slice(1001),
    ...lines.slice(1, 11).map((l) => l.replace(/,/, 'x,')),
  ].join('\n');
  const id2 = '22222222-2222-4222-8222-222222222222';
  const b2 = await sender.send(second, { id: id2 });
  console.log('second', b2?.counts);
  worst = 0;
  await api('GET', `${id2}/difference`);
  console.log('worst healthz during difference', Math.round(worst));
  await api('GET', `${id2}/difference?kind=same&limit=50`);
  on = false;
  await others;
  const rss = (await (await fetch(`${server.url}/metrics`)).text()).match(
    /process_resident_memory_bytes (\S+)/,
  )?.[1];
  console.log('rss MB', Number(rss) / 1e6);
} finally {
  await server.kill();
  rmSync(dir, { recursive: true, force: true });
}
