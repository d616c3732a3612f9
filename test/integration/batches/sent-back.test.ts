// Our own export sent back as a batch: what is stored is known again, line by line, and never counted a second time.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse } from '../../support/build.ts';
import { rowsOf } from '../../support/read-twice.ts';
import { sendFile } from '../../support/send-file.ts';

const survey = '/api/surveys/2569';

describe('our own export sent back', () => {
  let app: TestApp;
  let khonKaen: Person;
  let northEast: Person;
  before(async () => {
    app = await startApp();
    khonKaen = await app.as('somchai');
    northEast = await app.as('wanida');
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  const stored = () => app.models.responses.countDocuments({});
  const exported = async (person: Person): Promise<string> =>
    (await person.get(`${survey}/responses.csv`)).text;
  const send = async (person: Person, csv: string, query = '') => {
    const { status, text, body } = await sendFile(person, csv, { query });
    expect(status, text).to.be.oneOf([200, 201]);
    return body;
  };
  const file =
    'จังหวัด,อำเภอ,วันที่,ประเภทผู้ตอบ,ยุทธศาสตร์,ปัญหา,รายละเอียด,ระดับ,จำนวนคน\n' +
    'ขอนแก่น,พล,3/11/2569,ประชาชน,1,=เน็ตช้า,"- บรรทัดหนึ่ง\nบรรทัดสอง",3,5\n' +
    'ขอนแก่น,เมือง,4/11/2569,เทศบาล ก,อื่น ๆ,ไฟดับ,,,\nขอนแก่น,,,,,น้ำไม่ไหล,,,\n';
  const several = {
    place: {
      province: 'TH-40',
      district: 'ชุมแพ',
      position: { lat: 16.5, lng: 102.1, accuracy: 7 },
    },
    issues: [
      { strategy: 'society', title: 'ไม่มีครูสอน', severity: 4 },
      { strategy: null, title: '+ไฟตกบ่อย', detail: 'ทุกเย็น' },
    ],
  };

  it('adds nothing, whichever office sends it, and says who sent it first', async () => {
    await send(khonKaen, file);
    const id = '11111111-2222-4333-8444-555555555555';
    const put = await khonKaen.put(`${survey}/responses/${id}`, aResponse(several as never));
    expect(put.status, put.text).to.equal(201);
    const csv = await exported(khonKaen);

    for (const person of [khonKaen, northEast]) {
      const dry = await send(person, csv, '?dryRun=true');
      const batch = await send(person, csv);
      for (const { counts } of [dry, batch])
        expect(counts).to.deep.include({ rows: 5, accepted: 0, same: 5, rejected: 0, skipped: 0 });
      expect(batch.notes.map(({ code }: any) => code)).to.include('own-export');
      const rows = await rowsOf(person, batch.id);
      expect(new Set(rows.map(({ knownFrom }) => knownFrom))).to.deep.equal(
        new Set([person === khonKaen ? undefined : 'TH-40']),
      );
      expect(rows.filter(({ responseId }) => responseId === id)).to.have.length(2);
    }
    expect(await stored()).to.equal(4);
  });

  it('says of a line that was edited that something else is stored, and so does its file of rejects', async () => {
    await send(khonKaen, file);
    const csv = (await exported(khonKaen)).replace('น้ำไม่ไหล', 'น้ำไหลแล้ว');
    const batch = await send(khonKaen, csv);
    expect(batch.counts).to.include({ accepted: 0, same: 2, rejected: 1 });
    expect(batch.errors).to.deep.equal({ 'id-conflict': 1 });
    const rejects = (await khonKaen.get(`${survey}/batches/${batch.id}/rejects.csv`)).text;
    expect((await send(khonKaen, rejects)).counts).to.include({ accepted: 0, rejected: 1 });
    expect(await stored()).to.equal(3);
  });

  it('compares the columns that are left in the file', async () => {
    await send(khonKaen, file);
    const lines = (await exported(khonKaen)).replace(/^\uFEFF/, '').split('\r\n');
    const csv = lines.map((line) => line.replace(/,[^,]*$/, '')).join('\n');
    expect(csv).to.not.include('affected');
    expect((await send(khonKaen, csv.replaceAll('"- บรรทัดหนึ่ง', '"- บรรทัดหนึ่ง'))).counts).to.include({
      accepted: 0,
    });
  });

  it('takes what is not stored here once: each issue a row, and a formula without the quote put before it', async () => {
    const id = '11111111-2222-4333-8444-666666666666';
    await khonKaen.put(`${survey}/responses/${id}`, aResponse(several as never));
    const csv = await exported(khonKaen);
    await app.empty();
    const first = await send(khonKaen, csv);
    expect(first.counts).to.include({ accepted: 2, rejected: 0 });
    const titles = (await app.models.responses.find({}).lean()).map(
      ({ issues }) => issues[0]?.title,
    );
    expect(titles.sort()).to.deep.equal(['+ไฟตกบ่อย', 'ไม่มีครูสอน']);
    expect((await send(northEast, csv)).counts).to.include({ accepted: 0, same: 2 });
  });

  it('knows a response of the form by its id in any file', async () => {
    const id = '11111111-2222-4333-8444-777777777777';
    await khonKaen.put(
      `${survey}/responses/${id}`,
      aResponse({ ...several, issues: several.issues.slice(0, 1) } as never),
    );
    const csv = `uuid,จังหวัด,ปัญหา\nuuid:${id},ขอนแก่น,ไม่มีครูสอน\n`;
    expect((await send(khonKaen, csv)).counts).to.include({ accepted: 0, same: 1 });
  });

  it('reads a long response once, however many lines name it', async () => {
    const id = '11111111-2222-4333-8444-888888888888';
    const detail = 'ราย ละเอียด โทรศัพท์ 12 '.repeat(300);
    const issues = Array.from({ length: 20 }, (_, at) => ({ title: `เรื่อง ${at}`, detail }));
    const long = {
      ...several,
      issues: issues.map((issue) => ({ ...several.issues[0], ...issue })),
    };
    expect(
      (await khonKaen.put(`${survey}/responses/${id}`, aResponse(long as never))).status,
    ).to.equal(201);
    const timeOf = async (lines: number): Promise<number> => {
      const rows = Array.from({ length: lines }, (_, at) => `${id},x,${at + 1},TH-40,อื่น ${at}`);
      const started = process.cpuUsage();
      const { counts } = await send(
        khonKaen,
        `response_id,receipt,issue,province,title\n${rows.join('\n')}\n`,
        '?dryRun=true',
      );
      expect(counts.rejected).to.equal(lines);
      const { user, system } = process.cpuUsage(started);
      return user + system;
    };
    await timeOf(5);

    expect((await timeOf(90)) / (await timeOf(5))).to.be.below(8);
  });
});
