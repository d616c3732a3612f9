// SIGTERM in the middle of everything: what was begun is finished or told as interrupted, nothing acknowledged is lost, exit code 0.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { untrueOf } from '../support/batches-told.ts';
import { aResponse, newId } from '../support/build.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { makeCsv } from '../support/make-csv.ts';
import { type Models, modelsOf } from '../support/models.ts';
import { type Sender, senderTo } from '../support/sender.ts';
import { startServer } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';

const mongod = mongodPath();
const survey = '/api/surveys/2569';
const clients = 32;
const streams = 5;
const rows = 20_000;
const accepted = rows * 0.99;

interface Submitted {
  /** answered 201 */
  readonly acknowledged: string[];
  /** answered otherwise, such as 503: told */
  readonly refused: string[];
  /** cut off without an answer */
  readonly unanswered: string[];
}

/** Each client sends one new response after the other until it gets no answer. */
async function submit(url: string, { headers }: Sender): Promise<Submitted> {
  const submitted: Submitted = { acknowledged: [], refused: [], unanswered: [] };
  const put = async (): Promise<boolean> => {
    const id = newId();
    const answer = await fetch(`${url}${survey}/responses/${id}`, {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(aResponse()),
    }).catch(() => undefined);
    if (!answer) submitted.unanswered.push(id);
    else if (answer.status === 201) submitted.acknowledged.push(id);
    else submitted.refused.push(id);
    await answer?.text();
    return answer !== undefined;
  };
  const client = async () => {
    while (await put());
  };
  await Promise.all(Array.from({ length: clients }, client));
  return submitted;
}

const listen = async (url: string, { headers }: Sender) => {
  const answer = await fetch(`${url}${survey}/figures/changes`, { headers });
  expect(answer.status).to.equal(200);
  return answer.text().catch(() => 'cut off');
};

async function expectGoodStop(
  env: Record<string, string>,
  look: (see: (models: Models) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const server = await startServer(env);
  const sender = await senderTo(server.url);
  const id = randomUUID();
  const file = [...makeCsv(rows)].join('');
  const open = Array.from({ length: streams }, () => listen(server.url, sender));
  const submitting = submit(server.url, sender);
  const sending = sender.send(file, { id });
  while (!((await sender.batch(id).catch(() => undefined))?.counts.accepted ?? 0)) await wait(50);

  const began = performance.now();
  const code = await server.stop();
  const took = performance.now() - began;
  const { acknowledged, refused, unanswered } = await submitting;
  const answered = await sending;

  expect(code, server.output()).to.equal(0);
  expect(took).to.be.below(20_000);
  expect(await Promise.all(open)).not.to.include('cut off');
  expect(acknowledged.length).to.be.greaterThan(clients);
  expect(refused, 'answered otherwise').to.deep.equal([]);
  await look(async ({ responses, batches }) => {
    const stored = (ids: string[]) => responses.countDocuments({ _id: { $in: ids } });
    expect(await stored(acknowledged), 'acknowledged').to.equal(acknowledged.length);
    expect(await stored(unanswered), 'stored, but nobody was told').to.equal(0);
    const batch = await batches.findById(id).lean();
    expect(batch?.state).to.equal(answered ? 'done' : 'interrupted');
  });

  const next = await startServer(env);
  const again = await (await senderTo(next.url)).send(file, { id });
  await next.stop();
  expect(again?.counts.accepted).to.equal(accepted);
  await look(async (models) => expect(await untrueOf(models)).to.deep.equal([]));
}

describe('stopping under load', function () {
  this.timeout(240_000);
  const password = { ADMIN_PASSWORD: 'rabfang-demo', LIMITS: 'off' };

  it('ends well on the embedded engine', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rabfang-stop-'));
    await expectGoodStop({ ...password, DATA_DIR: dataDir }, async (see) => {
      const db = await openDatabase({ dataDir }, collections);
      await see(modelsOf(db)).finally(() => db.close());
    });
    rmSync(dataDir, { recursive: true, force: true });
  });

  for (const processes of ['1', '2'])
    (mongod ? it : it.skip)(`ends well on MongoDB with PROCESSES=${processes}`, async () => {
      const database = await startMongod(mongod ?? '', { replicaSet: true });
      const mongodbUri = database.uri.replace('/?', '/rabfang?');
      const env = { ...password, MONGODB_URI: mongodbUri, PROCESSES: processes };
      await expectGoodStop(env, async (see) => {
        const db = await openDatabase({ mongodbUri, dataDir: '' }, collections);
        await see(modelsOf(db)).finally(() => db.close());
      }).finally(() => database.stop());
    });
});
