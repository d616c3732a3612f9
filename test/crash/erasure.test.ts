// An erasure whose server is killed between its steps: the response has lost its words, rows of files have them still. The next start
// brings it to its end, and figures stay what they were.
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { openDatabase } from '../../server/db/open-database.ts';
import { eraseWhatIsDue } from '../../server/erasure/watch-erasures.ts';
import { collections } from '../../server/models.ts';
import { startApp } from '../support/app.ts';
import { fillFolder } from '../support/filled-folder.ts';
import { modelsOf } from '../support/models.ts';
import { senderTo } from '../support/sender.ts';
import { startServer } from '../support/server-process.ts';

const word = 'คำที่ต้องลบ';
const others = 4000;
/** the row stands last, behind blocks of others */
const file = [
  'จังหวัด,ปัญหา,ความรุนแรง,วันที่',
  ...Array.from({ length: others }, (_, n) => `ขอนแก่น,เรื่องที่ ${n} ของอำเภอ,3,2026-11-01`),
  `ขอนแก่น,${word} บ้านหนองแวง,4,2026-11-02`,
  '',
].join('\n');

describe('an erasure whose server is killed', function () {
  this.timeout(180_000);
  const folders: string[] = [];
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** the folder as the killed server left it */
  async function killed(): Promise<string> {
    const folder = await fillFolder(0);
    folders.push(folder);
    const server = await startServer({ LIMITS: 'off', DATA_DIR: folder, DEMO: 'on' });
    const { send, headers } = await senderTo(server.url);
    const batch = await send(file, {});
    expect(batch?.counts.accepted).to.equal(others + 1);
    const survey = `${server.url}/api/surveys/2569`;
    const rows = await fetch(`${survey}/batches/${batch?.id}/rows?after=${others}`, { headers });
    const { items } = (await rows.json()) as { items: { responseId: string }[] };
    const at = `${survey}/responses/${items[0]?.responseId}`;
    const asked = fetch(`${at}/erasure`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'ผู้ให้ข้อมูลขอ' }),
    }).catch(() => undefined); // killed while it answered
    const isErased = async () => {
      const { erasedAt } = (await (await fetch(at, { headers })).json()) as { erasedAt: unknown };
      return erasedAt !== null;
    };
    while (!(await isErased())) await wait(1);
    await server.kill();
    await asked;
    return folder;
  }

  it('is brought to its end by the next start', async () => {
    for (;;) {
      const dataDir = await killed();
      const db = await openDatabase({ dataDir }, collections);
      const { responses, rowBlocks, erasures } = modelsOf(db);
      const text = async (model: typeof responses | typeof rowBlocks) =>
        JSON.stringify(await (model as typeof responses).find({}).lean());
      const wasCut = (await text(rowBlocks)).includes(word);
      expect(await text(responses)).not.to.include(word);

      // closing compares what is counted with what is stored
      const app = await startApp({}, { db, dataDir, drop: () => db.close() });
      const soon = new Date(Date.now() + 2 * 60_000);
      await eraseWhatIsDue({ ...app.context, now: () => soon });
      expect(await text(rowBlocks)).not.to.include(word);
      expect(await erasures.countDocuments({})).to.equal(0);
      expect(await responses.countDocuments({})).to.equal(others + 1);
      await app.close();
      // it was at its end before it was killed: that shows nothing
      if (wasCut) return;
    }
  });
});
