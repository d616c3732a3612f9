import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import express, { type Response } from 'express';
import { writeParts } from '../../../server/http/write-parts.ts';

const partBytes = 256 * 1024;
const count = 20;

describe('a long answer', function () {
  this.timeout(20_000);

  for (const encoding of ['identity', 'gzip'])
    it(`waits for its reader again and again without one more listener (${encoding})`, async () => {
      const warnings: string[] = [];
      const warned = ({ name, message }: Error) => warnings.push(`${name}: ${message}`);
      process.on('warning', warned);
      const seen = await answerSlowly(encoding);
      process.off('warning', warned);

      expect(seen.waits, 'it had to wait').to.be.greaterThan(12);
      expect(warnings).to.deep.equal([]);
      expect(seen.ended).to.equal(true);
    });
});

/** An app as ours, and a reader who takes a part only now and then. */
async function answerSlowly(encoding: string): Promise<{ waits: number; ended: boolean }> {
  let waits = 0;
  const app = express();
  app.get('/', async (_req, res) => {
    res.type('text/csv');
    await writeParts(
      countingWaits(res, () => waits++),
      parts(),
    );
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const asked = get({ port, host: '127.0.0.1', headers: { 'accept-encoding': encoding } });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  for await (const _ of answer) await wait(1);
  server.close();
  return { waits, ended: answer.complete };
}

function countingWaits(res: Response, onWait: () => void): Response {
  const write = res.write.bind(res);
  res.write = ((part: string) => {
    const goesOn = write(part);
    if (!goesOn) onWait();
    return goesOn;
  }) as typeof res.write; // only text is written here
  return res;
}

// nothing that gzip could make small
const part = Array.from({ length: partBytes / 8 }, () =>
  Math.random().toString(36).slice(2, 10),
).join('');

async function* parts(): AsyncGenerator<string> {
  for (let n = 0; n < count; n++) yield part;
}
