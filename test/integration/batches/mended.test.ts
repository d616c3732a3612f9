// Rejected rows that come back mended: the receipt that they are of asks for fewer, until it asks for none.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { type Sending, sendFile } from '../../support/send-file.ts';

const url = '/api/surveys/2569/batches';
const head = 'จังหวัด,ปัญหา,ระดับ\n';
const broken = 'ไม่รู้,ถนนมืด,3\nน่าน,น้ำท่วม,9\nน่าน,ไฟดับ,8\n';

describe('GET /api/surveys/:survey/batches/:id, after its rejects came back', () => {
  let app: TestApp;
  let admin: Person;
  const send = async (file: string, sending: Sending = {}) =>
    (await sendFile(admin, file, sending)).body;
  const read = async (id: string) => (await admin.get(`${url}/${id}`)).body;
  const rejectsOf = async (id: string): Promise<string> =>
    (await admin.get(`${url}/${id}/rejects.csv`)).text;
  const inList = async (id: string) =>
    (await admin.get(url)).body.items.find((one: { id: string }) => one.id === id);

  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  it('says how many are stored now, file after file, wherever the rows of a file are still wrong', async () => {
    const first = await send(`${head}น่าน,ดี,3\n${broken}`);
    expect(first).to.include({ mends: null, mended: 0 });

    const second = await send((await rejectsOf(first.id)).replace('"ไม่รู้"', '"ตาก"'));
    expect(second.counts).to.include({ accepted: 1, rejected: 2 });
    expect(second.mends).to.equal(first.receipt);
    expect(await read(first.id)).to.include({ mended: 1 });

    // the rest of the second file is still the first receipt's
    const rest = (await rejectsOf(second.id)).replace('"9"', '"5"').replace('"8"', '"4"');
    const third = await send(rest);
    expect(third).to.include({ mends: first.receipt });
    expect(await read(first.id)).to.include({ mended: 3 });
    expect(await inList(first.id)).to.include({ mended: 3 });

    await send(rest);
    expect(await read(first.id)).to.include({ mended: 3 });
  });

  it('knows them by the name of the file where the columns were taken out, and counts a row known before', async () => {
    const first = await send(`${head}${broken}`);
    await send(`${head}ตาก,ถนนมืด,3\n`);
    const mended = `${head}ตาก,ถนนมืด,3\nน่าน,น้ำท่วม,5\n`;
    const second = await send(mended, { name: `rejects-${first.receipt} (1).csv` });
    expect(second.counts).to.include({ same: 1, accepted: 1 });
    expect(await read(first.id)).to.include({ mended: 2 });
  });

  it('says none of a check, which stores nothing, and of a file that names no receipt', async () => {
    const first = await send(`${head}${broken}`);
    const mended = (await rejectsOf(first.id)).replace('"ไม่รู้"', '"ตาก"');
    await sendFile(admin, mended, { query: '?dryRun=true' });
    await send(`${head}ตาก,ถนนมืด,3\n`, { name: 'rejects.csv' });
    expect(await read(first.id)).to.include({ mended: 0 });
  });
});
