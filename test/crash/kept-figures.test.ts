// What was counted is kept over a stop in order, and believed only for exactly the writes it was counted from.
import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { keptFactsName } from '../../server/facts/kept-file.ts';
import { makeCsv } from '../support/make-csv.ts';
import { senderTo } from '../support/sender.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';

describe('a start with what was counted before', function () {
  this.timeout(120_000);
  let dataDir: string;
  let kept: string;
  let server: ServerProcess;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'rabfang-kept-'));
    kept = join(dataDir, keptFactsName);
  });
  afterEach(async () => {
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** @returns whether it began with what was kept */
  async function start(): Promise<boolean> {
    const env = { DATA_DIR: dataDir, ADMIN_PASSWORD: 'rabfang-demo', LIMITS: 'off' };
    server = await startServer({ ...env, LOG_LEVEL: 'info' });
    // the log comes another way than the announcement
    while (!server.output().includes('facts are complete')) await wait(10);
    return server.output().includes('"kept":true');
  }

  async function send(rows: number): Promise<void> {
    const file = [...makeCsv(rows)].join('');
    const sent = await (await senderTo(server.url)).send(file, { id: randomUUID() });
    expect(sent?.counts.accepted).to.be.greaterThan(0);
  }

  async function figures(): Promise<unknown> {
    const { headers } = await senderTo(server.url);
    const figuresOf = 'figures=summary,by-province,by-strategy,by-month';
    const answer = await fetch(`${server.url}/api/surveys/2569/figures?${figuresOf}`, { headers });
    expect(answer.status).to.equal(200);
    const { asOf: _, ...rest } = (await answer.json()) as { asOf: string };
    return rest;
  }

  it('is one after a stop in order, again and again, with figures that go on', async () => {
    expect(await start()).to.equal(false);
    await send(300);
    const before = await figures();
    expect(await server.stop()).to.equal(0);

    expect(await start()).to.equal(true);
    expect(existsSync(kept), 'it is good for one start').to.equal(false);
    expect(await figures()).to.deep.equal(before);
    await send(400);
    const after = await figures();
    expect(after).not.to.deep.equal(before);
    await server.stop();

    expect(await start()).to.equal(true);
    expect(await figures()).to.deep.equal(after);
    await server.kill();

    expect(await start(), 'a kill leaves nothing').to.equal(false);
    expect(await figures()).to.deep.equal(after);
  });

  it('is one after a stop with a rule that is on, which goes on linking', async () => {
    await start();
    await send(300);
    const { headers } = await senderTo(server.url);
    const ask = async (method: string, path = '', body?: object) => {
      const answer = await fetch(`${server.url}/api/surveys/2569/rules${path}`, {
        method,
        headers: { ...headers, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      return (await answer.json()) as any;
    };
    const linked = async (): Promise<number> => {
      for (;;) {
        const [rule] = (await ask('GET')).items;
        if (rule.progress === null) return rule.linked;
        await wait(100);
      }
    };
    const { id, version } = await ask('POST', '', { words: ['จุดที่'], subPlan: '3.1' });
    await ask('PATCH', `/${id}`, { version, state: 'on' });
    expect(await linked()).to.equal(297);
    expect(await server.stop()).to.equal(0);

    expect(await start()).to.equal(true);
    expect(await linked()).to.equal(297);
    await send(400);
    while ((await linked()) < 396) await wait(100);
  });

  it('is none with what was kept of other writes, or is damaged', async () => {
    await start();
    await send(100);
    await server.stop();
    copyFileSync(kept, `${kept}.old`);
    await start();
    await send(200);
    const right = await figures();
    await server.stop();

    copyFileSync(`${kept}.old`, kept);
    expect(await start()).to.equal(false);
    expect(await figures()).to.deep.equal(right);
    await server.stop();

    const bytes = readFileSync(kept);
    bytes.writeUInt8((bytes.at(-100) ?? 0) ^ 1, bytes.length - 100);
    writeFileSync(kept, bytes);
    expect(await start()).to.equal(false);
    expect(await figures()).to.deep.equal(right);
  });

  it('looks whether it fits what is stored, and counts anew when it does not', async () => {
    await start();
    await send(100);
    await server.stop();
    copyFileSync(kept, `${kept}.old`);
    await start();
    await send(300);
    const right = await figures();
    await server.stop();

    // as if what codes mean had changed without a word
    const headOf = (path: string) => readFileSync(path, 'utf8').split('\n', 1)[0] ?? '';
    const { standing } = JSON.parse(headOf(kept)) as { standing: string };
    const old = readFileSync(`${kept}.old`);
    const head = { ...(JSON.parse(headOf(`${kept}.old`)) as object), standing };
    const body = old.subarray(old.indexOf(10) + 1);
    writeFileSync(kept, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]));
    expect(await start()).to.equal(false);
    expect(server.output()).to.include('does not fit what is stored');
    expect(await figures()).to.deep.equal(right);
  });

  it('is none with what was kept of a copy that has gone on as many writes', async () => {
    await start();
    await send(100);
    await server.stop();
    const copy = mkdtempSync(join(tmpdir(), 'rabfang-kept-'));
    cpSync(dataDir, copy, { recursive: true });
    const [own, other] = [dataDir, copy];
    const decide = async (decision: string) => {
      const { headers } = await senderTo(server.url);
      const of = `${server.url}/api/surveys/2569/responses`;
      const { items } = (await (await fetch(`${of}?limit=1`, { headers })).json()) as {
        items: { id: string }[];
      };
      const answer = await fetch(`${of}/${items[0]?.id}/decisions`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ decision, reason: 'ตามที่ตรวจ' }),
      });
      expect(answer.status).to.equal(201);
    };
    try {
      await start();
      await decide('rejected');
      await server.stop();
      dataDir = other;
      await start();
      await decide('returned');
      const right = await figures();
      await server.stop();
      copyFileSync(join(own, keptFactsName), join(other, keptFactsName));

      expect(await start()).to.equal(false);
      expect(await figures()).to.deep.equal(right);
    } finally {
      dataDir = own;
      await server.kill();
      rmSync(other, { recursive: true, force: true });
    }
  });
});
