// Two servers on one MongoDB: what one of them stores is in the figures of the other within a second or two, whatever happens to it
// meanwhile. LAG_SAY=1 prints how long it took.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { aResponse, newId } from '../support/build.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { makeCsv } from '../support/make-csv.ts';
import {
  ask,
  countOf,
  patienceMs,
  type Seat,
  sayLags,
  startTwoServers,
  type TwoServers,
  untilCount,
  untilRecounted,
} from '../support/two-servers.ts';

const survey = '/api/surveys/2569';

for (const [kind, replicaSet] of [
  ['a replica set', true],
  ['a single server', false],
] as const)
  (mongodPath() ? describe : describe.skip)(`figures of two servers on ${kind}`, function () {
    this.timeout(180_000);
    let two: TwoServers;
    before(async () => {
      two = await startTwoServers(replicaSet);
    });
    after(() => two?.stop());

    const put = (seat: Seat, id = newId()) =>
      ask(seat, 'PUT', `${survey}/responses/${id}`, aResponse());
    const rejection = { decision: 'rejected', reason: 'ซ้ำ' };

    it('hear of every response and of every decision', async () => {
      const { here, there } = two;
      const lags: number[] = [];
      const before = await countOf(there, 'status=rejected');
      for (let n = 0; n < 20; n++) {
        const id = newId();
        const responses = await countOf(there);
        await put(here, id);
        lags.push(await untilCount(there, responses + 1));
        await ask(here, 'POST', `${survey}/responses/${id}/decisions`, rejection);
        lags.push(await untilCount(there, before + n + 1, 'status=rejected'));
      }
      sayLags('one response or decision', lags);
      expect(Math.max(...lags)).to.be.below(patienceMs);
    });

    it('hear of it within seconds also under load', async () => {
      const { here, there } = two;
      let isOn = true;
      let sent = 0;
      const load = Array.from({ length: 8 }, async () => {
        while (isOn) {
          await put(here);
          sent += 1;
        }
      });
      const lags: number[] = [];
      const began = performance.now();
      for (let n = 0; n < 10; n++) {
        const id = newId();
        await put(here, id);
        await ask(here, 'POST', `${survey}/responses/${id}/decisions`, {
          ...rejection,
          decision: 'returned',
        });
        lags.push(await untilCount(there, n + 1, 'status=returned'));
      }
      const seconds = (performance.now() - began) / 1000;
      isOn = false;
      await Promise.all(load);
      sayLags(`a decision beside ${(sent / seconds).toFixed(0)} responses a second`, lags);
      expect(Math.max(...lags)).to.be.below(patienceMs);
      await untilRecounted(there, two.models);
    });

    it('take out again what was taken back, and count it when it comes anew', async () => {
      const { here, there, models } = two;
      const before = await countOf(there);
      const id = randomUUID();
      const good = [...makeCsv(3000)].join('').replaceAll('จุดที่', 'กลับคืน จุดที่');
      // its last byte is none of UTF-8: it is refused when its rows have been counted
      const bad = Buffer.concat([Buffer.from(good), Buffer.from([0xff])]);
      const sent = here.sender.send(bad as never, { id });
      let most = before;
      while ((await here.sender.batch(id).catch(() => undefined))?.state !== 'refused') {
        most = Math.max(most, await countOf(there));
        await wait(10);
      }
      expect(await sent).to.equal(undefined);
      expect(most, 'it was counted meanwhile').to.be.greaterThan(before);
      sayLags('back to what it was', [await untilCount(there, before)]);

      const again = await there.sender.send(good, { id: randomUUID() });
      expect(again?.counts.accepted).to.equal(2970);
      sayLags('a file of 3,000 rows', [await untilCount(here, before + 2970)]);
      await untilRecounted(here, models);
      await untilRecounted(there, models);
    });

    it('follow how a survey counts', async () => {
      const { here, there, models } = two;
      const before = await countOf(there);
      const setTo = async (countApprovedOnly: boolean) => {
        await models.surveys.updateOne({ _id: '2569' }, { $set: { countApprovedOnly } });
      };
      await setTo(true);
      for (const seat of [here, there]) await untilCount(seat, 0);
      await setTo(false);
      for (const seat of [here, there]) await untilCount(seat, before);
    });

    it('refuse and take what a round closed, opened or published by the other does not or does take', async () => {
      const { here, there } = two;
      const until = async (is: (answer: Awaited<ReturnType<typeof put>>) => boolean) => {
        const from = performance.now();
        while (!is(await put(there)))
          if (performance.now() - from > patienceMs) throw new Error('the other has not heard');
      };
      const setState = (state: string, reason: string) =>
        ask(here, 'POST', '/api/rounds/2569/state', { state, reason });
      expect((await setState('closed', 'ครบแล้ว')).status).to.equal(200);
      await until(({ status, body }) => status === 409 && body.stateReason === 'ครบแล้ว');
      expect((await setState('open', 'อีกสัปดาห์')).status).to.equal(200);
      await until(({ status }) => status === 201);

      await ask(here, 'PATCH', '/api/rounds/2569/draft', { nameEn: 'Published here' });
      const { body } = await ask(here, 'POST', '/api/rounds/2569/versions', {});
      const from = performance.now();
      for (let version = 0; version !== body.version; ) {
        ({ version } = (await ask(there, 'GET', survey)).body);
        if (performance.now() - from > patienceMs) throw new Error('the other has not heard');
      }
      const old = await ask(there, 'GET', `${survey}?version=${body.version - 1}`);
      expect(old.body.nameEn).not.to.equal('Published here');
    });

    it('are told to who listens elsewhere', async () => {
      const { here, there } = two;
      const listening = await fetch(`${there.server.url}${survey}/figures/changes`, {
        headers: there.sender.headers,
      });
      const reader = listening.body?.getReader();
      await reader?.read();
      const from = performance.now();
      await put(here);
      for (let heard = ''; !heard.includes('event: change'); )
        heard += new TextDecoder().decode((await reader?.read())?.value);
      const ms = performance.now() - from;
      await reader?.cancel();
      sayLags('an event', [ms]);
      expect(ms).to.be.below(patienceMs);
    });

    it('are caught up by a server that was stopped for a while, which says that it was behind', async () => {
      const { here, there, models } = two;
      const before = await countOf(there);
      process.kill(there.server.pid, 'SIGSTOP');
      for (let n = 0; n < 200; n++) await put(here);
      const id = randomUUID();
      await here.sender.send([...makeCsv(1000)].join(''), { id });
      await wait(6000);
      process.kill(there.server.pid, 'SIGCONT');
      const { body } = await ask(there, 'GET', '/readyz');
      const lag = await untilCount(there, before + 200 + 990);
      sayLags(`after a stop (it said ${body.lagMs} ms)`, [lag]);
      expect(lag).to.be.below(patienceMs);
      await untilRecounted(there, models);
      const caughtUp = await ask(there, 'GET', `${survey}/figures?figures=summary`);
      const seen = Date.parse(caughtUp.headers.get('seen-until') ?? '');
      expect(Date.now() - seen).to.be.below(patienceMs);
    });
  });
