// The clock is an hour back after a crash: nothing hangs on what time it is. What is stored, counted and listed is the same as ever.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { aResponse, newId } from '../support/build.ts';
import { makeCsv } from '../support/make-csv.ts';
import { modelsOf } from '../support/models.ts';
import { recount } from '../support/recount.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';

const sv = '/api/surveys/2569';

const shifted = (ms: number) => `
  const Real = Date;
  globalThis.Date = class Date extends Real {
    constructor(...given) { if (given.length === 0) super(Real.now() + ${ms}); else super(...given); }
    static now() { return Real.now() + ${ms}; }
  };`;

describe('a clock that went back', function () {
  this.timeout(90_000);
  const folder = mkdtempSync(join(tmpdir(), 'rabfang-clock-'));
  const dataDir = join(folder, 'data');
  after(() => rmSync(folder, { recursive: true, force: true }));

  const started = (hours: number) => {
    const preload = join(folder, `clock-${hours}.mjs`);
    writeFileSync(preload, shifted(hours * 3_600_000));
    return startServer({
      DATA_DIR: dataDir,
      DEMO: 'on',
      LIMITS: 'off',
      NODE_OPTIONS: `--import=${pathToFileURL(preload).href}`,
    });
  };

  it('loses nothing, repeats nothing, and counts the same', async () => {
    const [first, batch] = [newId(), newId()];
    const ahead = await started(0);
    const put = await as(ahead, 'PUT', `${sv}/responses/${first}`, aResponse());
    const sent = await sendBatch(ahead, batch);
    await ahead.kill();

    const behind = await started(-1);
    const again = await as(behind, 'PUT', `${sv}/responses/${first}`, aResponse());
    const resent = await sendBatch(behind, batch);
    const later = await as(behind, 'PUT', `${sv}/responses/${newId()}`, aResponse());
    const decided = await as(behind, 'POST', `${sv}/responses/${first}/decisions`, {
      decision: 'rejected',
      reason: 'ซ้ำกับเรื่องเดิม',
    });
    const figures = await as(behind, 'GET', `${sv}/figures`);
    const ready = await as(behind, 'GET', '/readyz');
    await behind.kill();
    const right = await started(0);
    const after = await as(right, 'GET', `${sv}/figures`);
    await right.stop();
    const db = await openDatabase({ dataDir }, collections);
    const all = await modelsOf(db).responses.find({}).lean();
    await db.close();
    const { strip } = recount(all, { survey: '2569', filters: {}, scope: { kind: 'all' } });

    expect([put.status, again.status, later.status, decided.status]).to.deep.equal([
      ...[201, 200, 201, 201],
    ]);
    expect(again.body.receipt).to.equal(put.body.receipt);
    expect(sent.body.counts.accepted).to.be.greaterThan(0);
    expect(resent.body.counts.accepted + resent.body.counts.same).to.equal(
      sent.body.counts.accepted,
    );
    expect(ready.body).to.deep.equal({ status: 'ready', setAside: 0, drift: 0, lagMs: 0 });
    expect(figures.body.strip).to.deep.equal(strip);
    expect(after.body.strip).to.deep.equal(strip);
  });

  async function sendBatch(server: ServerProcess, id: string) {
    const form = new FormData();
    form.append('id', id);
    form.append('file', new Blob([...makeCsv(300)]), 'clock.csv');
    return as(server, 'POST', `${sv}/batches`, form);
  }
});

async function as({ url }: ServerProcess, method: string, path: string, body?: object) {
  const session = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: 'rabfang-demo' }),
  });
  const { token } = (await session.json()) as { token: string };
  const isForm = body instanceof FormData;
  const reply = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
  return { status: reply.status, body: (await reply.json()) as any };
}
