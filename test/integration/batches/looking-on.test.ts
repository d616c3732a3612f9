// A search that runs out of time says where to go on: always further on than where it began.
import { expect } from 'chai';
import { storedBatches } from '../../../server/batches/batch.model.ts';
import { pageOfRows } from '../../../server/batches/read-rows.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { sendFile } from '../../support/send-file.ts';

const file = 'จังหวัด,ปัญหา,ระดับ\nขอนแก่น,ไฟดับ,3\nขอนแก่น,น้ำท่วม,4\nขอนแก่น,ถนนพัง,4\n';

describe('a search through the rows of a file', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp({ limits: false });
  });
  after(() => app.close());

  it('moves on also where the clock has run out in its first block', async () => {
    const { id } = (await sendFile(await app.as('admin'), file)).body;
    const batch = await app.context.db.model(storedBatches).findById(id).lean();
    if (!batch) throw new Error('not stored');
    const { now } = performance;
    let looks = 0;
    performance.now = () => now.call(performance) + looks++ * 10_000;
    try {
      for (const outcome of ['accept', 'reject'] as const) {
        const page = { limit: 10, after: '2' };
        const { next } = await pageOfRows(app.context, batch, { outcome, q: 'ไม่มี' }, page);
        expect(next ?? '3', outcome).to.equal('3');
      }
    } finally {
      performance.now = now;
    }
  });
});
