// Why a file was withdrawn is written by hand and may speak of somebody: it goes with the words of any response of the file.
import { expect } from 'chai';
import type { OpenDatabase } from '../../../server/db/database.ts';
import { collections } from '../../../server/models.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { sendFile } from '../../support/send-file.ts';

const survey = '/api/surveys/2569';
const file = (about: string) => `จังหวัด,ปัญหา,ระดับ\nขอนแก่น,${about} หนึ่ง,3\nขอนแก่น,${about} สอง,4\n`;

describe('the reason of a withdrawal', () => {
  let app: TestApp;
  let admin: Person;
  before(async () => {
    app = await startApp({ limits: false });
    admin = await app.as('admin');
  });
  after(() => app.close());

  const everything = async () => {
    const { connection } = app.context.db as OpenDatabase; // what a test's context was made with
    const names = Object.values(collections).map(({ schema }) => String(schema.get('collection')));
    const all = await Promise.all(
      names.map((name) => connection.collection(name).find({}).toArray()),
    );
    return JSON.stringify(all);
  };
  const batch = async (id: string) => (await admin.get(`${survey}/batches/${id}`)).body;
  const idsOf = async (id: string) =>
    (await app.models.responses.find({ batch: id }).sort({ row: 1 }).lean()).map(({ _id }) => _id);
  async function withdrawn(about: string, word: string, over = {}) {
    const { id } = (await sendFile(admin, file(about), over)).body;
    const reason = `ตามที่ ${word} โทรมา`;
    const { status } = await admin.put(`${survey}/batches/${id}/withdrawal`, { reason });
    expect(status).to.equal(200);
    return { id, reason };
  }
  const erase = (id: string) =>
    admin.post(`${survey}/responses/${id}/erasure`, { reason: 'เจ้าของขอ' });

  it('is erased with the words of a response of its file, and everything else of it stays', async () => {
    const { id, reason } = await withdrawn('ไฟดับ', 'somebodyinparticular');
    const [one, two] = await idsOf(id);
    expect((await batch(id)).withdrawal.reason).to.equal(reason);

    await erase(one ?? '');

    const { withdrawal } = await batch(id);
    expect(withdrawal).to.include({ state: 'withdrawn', by: 'admin', reason: null, done: 2 });
    // what others of the file say of themselves is theirs
    await erase(two ?? '');
    expect(await everything()).not.to.include('somebodyinparticular');
    expect((await admin.delete(`${survey}/batches/${id}/withdrawal`)).body.state).to.equal('done');
  });

  const reasonsOf = async (id: string | undefined) =>
    (await admin.get(`${survey}/responses/${id}/history`)).body.items.flatMap(
      ({ what, reason }: Record<string, unknown>) => (what === 'withdrawn' ? [reason] : []),
    );

  it('is in the histories of the others of its file no longer than in the file', async () => {
    const { id, reason } = await withdrawn('ประปาแตก', 'oneofthefile');
    const [one, two] = await idsOf(id);
    expect(await reasonsOf(two)).to.deep.equal([reason]);

    await erase(one ?? '');

    expect(await reasonsOf(two)).to.deep.equal([null]);
    expect(await everything()).not.to.include('oneofthefile');
  });

  it('is erased also from histories that it was copied into, of each time that the file was withdrawn', async () => {
    const { id, reason } = await withdrawn('สะพานขาด', 'copiedbefore');
    const [one, two] = await idsOf(id);
    const { responses, batches } = app.models;
    const copied = { decision: 'withdrawn', by: 'admin', at: new Date(), reason };
    await responses.updateOne({ _id: two ?? '' }, { $set: { history: [copied] } });
    await batches.updateOne({ _id: id }, { $unset: { 'withdrawal.inHistories': 1 } });
    const again = `${survey}/batches/${id}/withdrawal`;
    await admin.delete(again);
    await admin.put(again, { reason: 'อีกเหตุผล' });
    expect(await reasonsOf(two)).to.deep.equal([reason, 'อีกเหตุผล']);

    await erase(one ?? '');

    expect(await reasonsOf(two)).to.deep.equal([null, null]);
    expect(await everything()).not.to.include('copiedbefore');
  });

  it('stands in no entry of the record, which nobody can change', async () => {
    const { id } = await withdrawn('น้ำแล้ง', 'somebodyelse');
    const [one] = await idsOf(id);
    await admin.delete(`${survey}/batches/${id}/withdrawal`);
    await admin.put(`${survey}/responses/${one}/withdrawal`, { reason: 'somebodyelse ขอ' });

    const record = [
      (await admin.get(`/api/audit?on=batch:${id}`)).body.items,
      (await admin.get(`/api/audit?on=response:${one}`)).body.items,
    ].flat();

    expect(record.map(({ what }) => what)).to.include.members([
      ...['batch-withdrawn', 'response-withdrawn'],
    ]);
    expect(JSON.stringify(record)).not.to.include('somebodyelse');
  });

  it('is erased also of the file that the response had come in before', async () => {
    const first = await withdrawn('ถนนพัง', 'thefirstone');
    const again = (await sendFile(admin, file('ถนนพัง'))).body;
    const [one, two] = await idsOf(again.id);

    await erase(one ?? '');
    await erase(two ?? '');

    expect((await batch(first.id)).withdrawal.reason).to.equal(null);
    expect(await everything()).not.to.include('thefirstone');
  });
});
