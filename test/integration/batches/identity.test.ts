// The same row is the same response whenever, by whom, and in however many files it comes.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse } from '../../support/build.ts';
import { sendFile } from '../../support/send-file.ts';

const url = '/api/surveys/2569/batches';
const uuid = '6f1c2c1e-7c0b-4a51-9f3e-2d8a40f2b6aa';
/** three groups of it look like a telephone number */
const phoneLike = '05428461-9e19-4018-9440-5b73a5070c66';

describe('the identity of rows', () => {
  let app: TestApp;
  let khonKaen: Person;
  let northEast: Person;
  let nation: Person;
  before(async () => {
    app = await startApp();
    khonKaen = await app.as('somchai');
    northEast = await app.as('wanida');
    nation = await app.as('admin');
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  const stored = () => app.models.responses.countDocuments({});
  const send = async (person: Person, csv: string, query = '') => {
    const { status, text, body } = await sendFile(person, csv, { query });
    expect(status, text).to.be.oneOf([200, 201]);
    return body;
  };
  const rowsOf = async (person: Person, { id }: { id: string }) =>
    (await person.get(`${url}/${id}/rows?limit=100`)).body.items;
  /** how each row ended: its outcome, who knew it before, or which rule it broke */
  const ends = async (person: Person, csv: string) =>
    (await rowsOf(person, await send(person, csv))).map(({ outcome, knownFrom, violations }: any) =>
      [outcome, knownFrom, ...violations.map(({ code }: any) => code)].filter(Boolean).join(' '),
    );

  it('adds nothing when a second office sends the same file, and says who sent it first', async () => {
    const csv =
      'รหัสแบบสอบถาม,จังหวัด,อำเภอ,ปัญหา,ช่องทาง,ลำดับ\nA1,ขอนแก่น,ชุมแพ,เน็ตช้า,เว็บ,1\n,ขอนแก่น,,ไฟดับ,เว็บ,2\n' +
      `uuid:${uuid},ขอนแก่น,,น้ำไม่ไหล,เว็บ,3\n`;
    expect(await ends(khonKaen, csv)).to.deep.equal(['accept', 'accept', 'accept']);
    const again = 'same TH-40';
    expect(await ends(northEast, csv.replaceAll('เว็บ', 'กระดาษ'))).to.deep.equal([
      again,
      again,
      again,
    ]);
    expect(await ends(nation, csv)).to.deep.equal([again, again, again]);
    expect(await ends(khonKaen, csv)).to.deep.equal(['same', 'same', 'same']);
    expect(await stored()).to.equal(3);
    const dry = await send(nation, csv, '?dryRun=true');
    expect(dry.counts).to.include({ accepted: 0, same: 3 });
  });

  it('names the office alone of what another office sent', async () => {
    const csv = 'รหัสแบบสอบถาม,จังหวัด,ปัญหา\nA1,ขอนแก่น,เน็ตช้า\n';
    const first = await send(nation, csv);
    const second = await send(khonKaen, csv);
    const [row] = await rowsOf(khonKaen, second);
    expect(row).to.deep.include({ outcome: 'same', knownFrom: 'national' });
    const said = JSON.stringify([second, row]);
    expect(said).to.not.include(first.id);
    expect(said).to.not.include(first.receipt);
    expect(said).to.not.include('admin');
    expect((await khonKaen.get(`${url}/${first.id}`)).status).to.equal(404);
    const opened = await khonKaen.get(`/api/surveys/2569/responses/${row.responseId}`);
    expect(opened.status).to.equal(200);
  });

  it('knows a UUID everywhere in the survey, however it is written', async () => {
    const head = 'instanceID,จังหวัด,ปัญหา\n';
    expect(await ends(khonKaen, `${head}uuid:${uuid},ขอนแก่น,เน็ตช้า\n`)).to.deep.equal(['accept']);
    expect(
      await ends(nation, `${head}${uuid.toUpperCase()},ขอนแก่น,เน็ตช้า\n${uuid},ขอนแก่น,เน็ตช้า\n`),
    ).to.deep.equal(['same TH-40', 'skip duplicate']);
    expect(await ends(nation, `${head}${uuid},น่าน,เน็ตช้า\n`)).to.deep.equal(['reject id-conflict']);
    expect(await stored()).to.equal(1);
  });

  it('takes a UUID for no telephone number', async () => {
    const csv = `uuid,จังหวัด,ปัญหา\n${phoneLike},ขอนแก่น,เน็ตช้า\n${phoneLike},ขอนแก่น,ไฟดับ\n`;
    const batch = await send(khonKaen, csv);
    const rows = await rowsOf(khonKaen, batch);
    expect(rows.map(({ outcome }: any) => outcome)).to.deep.equal(['accept', 'reject']);
    for (const { cells } of rows) expect(cells.uuid).to.equal(phoneLike);
    expect((await khonKaen.get(`${url}/${batch.id}/rejects.csv`)).text).to.include(phoneLike);
  });

  it('keeps the same short id of two provinces apart, but not in one file', async () => {
    const head = 'รหัสแบบสอบถาม,จังหวัด,ปัญหา\n';
    expect(await ends(nation, `${head}1,ขอนแก่น,เน็ตช้า\n`)).to.deep.equal(['accept']);
    expect(await ends(nation, `${head}1,น่าน,เน็ตช้า\n`)).to.deep.equal(['accept']);
    expect(await ends(nation, `${head}1,ตาก,เน็ตช้า\n1,เลย,เน็ตช้า\n`)).to.deep.equal([
      'accept',
      'reject id-conflict',
    ]);
    expect(await ends(khonKaen, `${head}1,ขอนแก่น,ไฟดับ\n`)).to.deep.equal(['reject id-conflict']);
    expect(await stored()).to.equal(3);
  });

  it('leaves the sub-plan out of the content', async () => {
    const csv = (subPlan: string) => `จังหวัด,ปัญหา,แผนงานย่อย\nขอนแก่น,เน็ตช้า,${subPlan}\n`;
    expect(await ends(khonKaen, csv('แผนงานที่ 1'))).to.deep.equal(['accept']);
    expect(await ends(khonKaen, csv('แผนงานที่ 2'))).to.deep.equal(['same']);
    const ids = (subPlan: string) =>
      `รหัสแบบสอบถาม,${csv(subPlan).replace('\nขอนแก่น', '\nA1,ขอนแก่น')}`;
    expect(await ends(khonKaen, ids('แผนงานที่ 1'))).to.deep.equal(['accept']);
    expect(await ends(khonKaen, ids('แผนงานที่ 2'))).to.deep.equal(['same']);
    const { body } = await khonKaen.get('/api/surveys/2569/responses?limit=1');
    expect(body.items[0].issues[0].subPlanText).to.equal('แผนงานที่ 1');
  });

  it('is never called the same when other content is stored under it', async () => {
    const csv = 'จังหวัด,ปัญหา\nขอนแก่น,เน็ตช้า\n';
    expect(await ends(khonKaen, csv)).to.deep.equal(['accept']);
    await app.models.responses.updateMany({}, { $set: { digest: 'of something else' } });
    expect(await ends(khonKaen, csv)).to.deep.equal(['reject id-conflict']);
    const dry = await send(khonKaen, csv, '?dryRun=true');
    expect(dry.counts).to.include({ same: 0, rejected: 1 });
  });

  it('cannot be taken in advance by a response of the form or the API', async () => {
    const csv = 'จังหวัด,ปัญหา\nขอนแก่น,เน็ตช้า\n';
    const [{ responseId }] = await rowsOf(khonKaen, await send(khonKaen, csv));
    await app.empty();
    const taken = await nation.put(`/api/surveys/2569/responses/${responseId}`, aResponse());
    expect(taken.status).to.equal(400);
    expect(taken.body.detail).to.include('version 8');
    expect(taken.body.errors[0].pointer).to.equal('/params/id');
    expect(await stored()).to.equal(0);
    expect(await ends(khonKaen, csv)).to.deep.equal(['accept']);
  });

  it('is none across surveys', async () => {
    const { surveys } = app.models;
    const survey = await surveys.findById('2569').lean();
    await surveys.collection.insertOne({ ...survey, _id: '2570' } as never);
    try {
      const csv = `uuid,จังหวัด,ปัญหา\n${uuid},ขอนแก่น,เน็ตช้า\n,ขอนแก่น,ไฟดับ\n`;
      await send(khonKaen, csv);
      const { body } = await sendFile(khonKaen, csv, { survey: '2570' });
      expect(body.counts).to.include({ accepted: 2, same: 0 });
    } finally {
      await surveys.deleteMany({ _id: '2570' });
    }
  });
});
