// A round that says how long it keeps words lets go of them by itself, and of nothing that is younger.
import { expect } from 'chai';
import type { Context } from '../../../server/context.ts';
import { eraseWhatIsDue } from '../../../server/erasure/watch-erasures.ts';
import { Leases } from '../../../server/leases/leases.ts';
import type { StoredResponse } from '../../../server/responses/response.model.ts';
import { makeStopping } from '../../../server/stopping.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse } from '../../support/build.ts';
import { sendFile } from '../../support/send-file.ts';
import { storeResponse } from '../../support/store.ts';

const sv = '/api/surveys/2569';
const day = 86_400_000;

describe('the retention of a round', () => {
  let app: TestApp;
  let admin: Person;
  const start = Date.now();
  /** the same server so many days later */
  const inDays = (days: number, over: Partial<Context> = {}) => ({
    ...app.context,
    now: () => new Date(start + days * day),
    ...over,
  });
  const stored = async (): Promise<readonly StoredResponse[]> =>
    await app.models.responses.find({}).lean<StoredResponse[]>();
  const titles = async () => (await stored()).map(({ issues }) => issues[0]?.title).sort();
  const record = async () =>
    (await admin.get('/api/audit?what=retention-applied')).body.items.map(
      ({ changes }: any) => changes[0].after,
    );
  const send = (title: string, days: number) =>
    storeResponse({ context: inDays(days) }, aResponse({ issues: [anIssue({ title })] }));

  beforeEach(async () => {
    app = await startApp();
    admin = await app.as('admin');
    await admin.patch('/api/rounds/2569/draft', { retentionDays: 30 });
    const published = await admin.post('/api/rounds/2569/versions', {});
    expect(published.status, published.text).to.equal(201);
  });
  afterEach(() => app.close());

  it('erases what is older by whole days, in its files too, and says how many in the record', async () => {
    const somchai = await app.as('somchai');
    await send('เก่า', 0);
    const csv = 'จังหวัด,ปัญหา,ระดับ\nขอนแก่น,จากไฟล์,3\nขอนแก่น,ผิดในไฟล์,9\n';
    const file = await sendFile(somchai, csv);
    expect(file.body.counts).to.include({ accepted: 1, rejected: 1 });
    await send('ใหม่', 5);
    const figures = (await admin.get(`${sv}/figures`)).body;

    await eraseWhatIsDue(inDays(30));
    expect(await titles()).to.deep.equal(['จากไฟล์', 'เก่า', 'ใหม่'].sort());
    await eraseWhatIsDue(inDays(31.5));

    expect(await titles()).to.deep.equal(['', '', 'ใหม่']);
    expect(JSON.stringify(await app.models.rowBlocks.find({}).lean())).not.to.match(/ในไฟล์|จากไฟล์/);
    const now = (await admin.get(`${sv}/figures`)).body;
    expect({ ...now, asOf: null }).to.deep.equal({ ...figures, asOf: null });
    expect(await record()).to.deep.equal(['2']);
  });

  it('has nothing more to do on the next look', async () => {
    await send('เก่า', 0);
    await eraseWhatIsDue(inDays(32));
    const before = await stored();

    await eraseWhatIsDue(inDays(32));
    await eraseWhatIsDue(inDays(33));

    expect(await stored()).to.deep.equal(before);
    expect(await record()).to.deep.equal(['1']);
  });

  it('goes on where it was stopped', async () => {
    for (let n = 0; n < 60; n++) await send(`เก่า ${n}`, 0);
    await send('ใหม่', 20);
    const stopping = makeStopping();
    let erased = 0;
    const ended = app.context.facts.onChange(() => {
      erased += 1;
      if (erased === 10) stopping.abort();
    });
    await eraseWhatIsDue(inDays(32, { stopping: stopping.signal })).catch(() => undefined);
    ended();
    const half = (await titles()).filter((title) => title === '').length;
    expect(half).to.be.within(10, 59);

    await eraseWhatIsDue(inDays(32));

    expect((await titles()).filter((title) => title !== '')).to.deep.equal(['ใหม่']);
    const versions = (await stored()).map(({ version }) => version);
    expect(versions.filter((version) => version > 2)).to.deep.equal([]);
  });

  it('is applied by one process alone', async () => {
    for (let n = 0; n < 30; n++) await send(`เก่า ${n}`, 0);

    // the embedded database belongs to one process
    const other = app.context.db.engine === 'mongodb' && { leases: new Leases(app.context.db) };
    await Promise.all([eraseWhatIsDue(inDays(32)), eraseWhatIsDue(inDays(32, { ...other }))]);

    expect((await titles()).filter((title) => title !== '')).to.deep.equal([]);
    expect(await record()).to.deep.equal(['30']);
  });
});
