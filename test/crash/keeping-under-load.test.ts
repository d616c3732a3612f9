// A backup while the server is at work: what was answered before it began is in it, and what it holds hangs together.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { StoredResponse } from '../../server/responses/response.model.ts';
import { untrueOf } from '../support/batches-told.ts';
import { aResponse, newId } from '../support/build.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { makeCsv } from '../support/make-csv.ts';
import { modelsOf } from '../support/models.ts';
import { inPlace, Places, type TestPlace } from '../support/places.ts';
import { runCommand } from '../support/run-command.ts';
import { type Sender, senderTo } from '../support/sender.ts';
import { startServer } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';

const mongod = mongodPath();
const survey = '/api/surveys/2569';
const clients = 8;
const rows = 1500;
const secret = 'kept while at work with one and the same secret';

describe('a backup under load', function () {
  this.timeout(600_000);
  let replicaSet: Awaited<ReturnType<typeof startMongod>> | undefined;
  let places: Places;
  before(async () => {
    if (mongod) replicaSet = await startMongod(mongod, { replicaSet: true });
    places = new Places(replicaSet);
  });
  after(async () => {
    places.remove();
    await replicaSet?.stop();
  });
  const startOn = ({ env }: TestPlace) =>
    startServer({ ...env, DEMO: 'on', SECRET: secret, LIMITS: 'off' });

  for (const [from, to] of [
    ['embedded', 'mongodb'],
    ['mongodb', 'embedded'],
  ] as const)
    it(`on ${from} holds what was answered before it began, and is whole on ${to}`, async function () {
      if (!mongod && from === 'mongodb') this.skip();
      const target = places.make(mongod ? to : 'embedded');
      const source = places.make(from);
      const file = places.file(`load-${from}`);
      const server = await startOn(source);
      const office = new Office(server.url, await senderTo(server.url));
      office.open();
      while (office.stored.size < 60 || office.batches.size < 1) await wait(50);
      const before = { responses: new Map(office.stored), batches: new Set(office.batches) };
      const backedUp = await runCommand('keeping', ['backup', file], source.env);
      const during = office.stored.size - before.responses.size;
      await office.close();
      const exit = await server.stop();
      const restored = await runCommand('keeping', ['restore', file], target.env);
      const checked = await runCommand('check', ['--quiet'], target.env);
      const there = await inPlace(target, async (db) => ({
        responses: await modelsOf(db).responses.find({}).lean<StoredResponse[]>(),
        batches: await modelsOf(db).batches.find({ state: 'done' }).lean(),
      }));
      const again = await startOn(target);
      const endedBy = await again.stop();
      const untrue = await inPlace(target, (db) => untrueOf(modelsOf(db)));
      process.stdout.write(
        `      ${before.responses.size} responses and ${before.batches.size} files before, ${during} responses during the backup\n`,
      );

      expect(
        [backedUp.code, restored.code, checked.code],
        backedUp.said + restored.said + checked.said,
      ).to.deep.equal([0, 0, 0]);
      expect([exit, endedBy]).to.deep.equal([0, 0]);
      expect(office.failed).to.deep.equal([]);
      const versions = new Map(there.responses.map(({ _id, version }) => [_id, version]));
      const lost = [...before.responses].filter(
        ([id, version]) => !((versions.get(id) ?? 0) >= version),
      );
      expect(before.responses.size).to.be.greaterThan(50);
      expect(during).to.be.greaterThan(0);
      expect(lost, 'answered before the backup began').to.deep.equal([]);
      expect(there.batches.map(({ _id }) => _id)).to.include.members([...before.batches]);
      expect(untrue).to.deep.equal([]);
    });
});

/** People who submit, decide and upload until it closes. */
class Office {
  /** id → the version that was answered */
  readonly stored = new Map<string, number>();
  readonly batches = new Set<string>();
  readonly failed: string[] = [];
  readonly #url: string;
  readonly #sender: Sender;
  #isOpen = true;
  #work: Promise<void>[] = [];

  constructor(url: string, sender: Sender) {
    this.#url = url;
    this.#sender = sender;
  }

  open(): void {
    const people = [
      ...Array.from({ length: clients }, () => () => this.#submit()),
      () => this.#decide(),
      () => this.#upload(),
    ];
    this.#work = people.map(async (once) => {
      while (this.#isOpen) await once();
    });
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    await Promise.all(this.#work);
  }

  async #submit(): Promise<void> {
    const id = newId();
    if (await this.#ask('PUT', `/responses/${id}`, aResponse())) this.stored.set(id, 1);
  }

  async #decide(): Promise<void> {
    const [id] = [...this.stored].find(([, version]) => version === 1) ?? [];
    if (id === undefined) return await wait(20);
    const decision = { decision: 'returned', reason: 'ขอรายละเอียด' };
    if (await this.#ask('POST', `/responses/${id}/decisions`, decision)) this.stored.set(id, 2);
  }

  async #upload(): Promise<void> {
    const about = `${this.batches.size} จุดที่`;
    const batch = await this.#sender.send([...makeCsv(rows)].join('').replaceAll('จุดที่', about), {});
    if (batch) this.batches.add(batch.id);
    else this.failed.push('upload');
  }

  async #ask(method: string, path: string, body: object): Promise<boolean> {
    const headers = { ...this.#sender.headers, 'content-type': 'application/json' };
    const url = this.#url + survey + path;
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
    await answer.text();
    if (!answer.ok) this.failed.push(`${method} ${path}: ${answer.status}`);
    return answer.ok;
  }
}
