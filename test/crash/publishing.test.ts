// `kill -9` while a round is published: afterwards it is the old version or the new one, whole, and the old one can be read.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { senderTo } from '../support/sender.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';

const kills = 4;

describe('publishing a round whose server is killed', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'rabfang-publish-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const start = () =>
    startServer({ LIMITS: 'off', DATA_DIR: folder, DEMO: 'off', ADMIN_PASSWORD: 'rabfang-demo' });

  async function asking({ url }: ServerProcess) {
    const { headers } = await senderTo(url);
    const json = { ...headers, 'content-type': 'application/json' };
    return async (method: string, path: string, body?: object): Promise<any> => {
      const init = { method, headers: json, ...(body && { body: JSON.stringify(body) }) };
      const answer = await fetch(url + path, init);
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return await answer.json();
    };
  }
  const nameOf = (version: number) => `รอบฉบับที่ ${version}`;

  it('leaves the old version or the new one, whole, and goes on from there', async () => {
    let server = await start();
    let ask = await asking(server);
    const publish = async (version: number) => {
      await ask('PATCH', '/api/rounds/2569/draft', { nameTh: nameOf(version) });
      return ask('POST', '/api/rounds/2569/versions', {});
    };
    await publish(2);
    let version = 2;
    for (let n = 0; n < kills; n++) {
      await ask('PATCH', '/api/rounds/2569/draft', { nameTh: nameOf(version + 1) });
      // what is answered before the kill must be there; what is not may be
      const answered = ask('POST', '/api/rounds/2569/versions', {}).then(
        () => true,
        () => false,
      );
      await wait(n * 3);
      await server.kill();
      const isSaid = await answered;
      server = await start();
      ask = await asking(server);

      const now = await ask('GET', '/api/surveys/2569');
      expect(now.version).to.be.oneOf(isSaid ? [version + 1] : [version, version + 1]);
      expect(now.nameTh).to.equal(nameOf(now.version));
      const before = await ask('GET', `/api/surveys/2569?version=${now.version - 1}`);
      expect(before.version).to.equal(now.version - 1);
      if (now.version > 2) expect(before.nameTh).to.equal(nameOf(now.version - 1));
      const draft = await ask('GET', '/api/rounds/2569/draft');
      expect(draft.content.nameTh).to.equal(nameOf(version + 1));
      if (now.version === version) {
        const published = await ask('POST', '/api/rounds/2569/versions', {});
        expect(published.version).to.equal(version + 1);
      }
      version += 1;
    }
    await server.stop();
  });
});
