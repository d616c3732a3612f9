// A file that was mended and sent again has new rows that look like rows of the earlier one: the officer is told.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { sendFile } from '../../support/send-file.ts';

const at = (name: string) =>
  readFileSync(new URL(`../../fixtures/cases/22-corrected-file/${name}`, import.meta.url));
const first = at('22-first.csv');
const corrected = at('22-corrected.csv');

describe('rows that look corrected', () => {
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

  const send = async (person: Person, csv: string | Buffer, query = '') => {
    const { status, text, body } = await sendFile(person, csv, { query });
    expect(status, text).to.be.oneOf([200, 201]);
    return body;
  };
  const noteOf = ({ notes }: any) => notes.filter(({ code }: any) => code === 'looks-corrected');

  it('are said before anything is stored, and with the batch: how many, and of which earlier one', async () => {
    const before = await send(khonKaen, first);
    expect(noteOf(before)).to.deep.equal([]);
    const note = { code: 'looks-corrected', rows: 3, batch: before.id };
    for (const query of ['?dryRun=true', '']) {
      const batch = await send(khonKaen, corrected, query);
      expect(batch.counts).to.include({ accepted: 3, same: 7 });
      expect(noteOf(batch)).to.deep.equal([note]);
    }
    expect(noteOf(await send(khonKaen, corrected))).to.deep.equal([]);
  });

  it('are none of another office, whose files are its own', async () => {
    await send(northEast, first);
    expect(noteOf(await send(khonKaen, corrected))).to.deep.equal([]);
  });

  it('are none while the row that they resemble stands in the file too, or too little is alike', async () => {
    const head = 'จังหวัด,อำเภอ,ปัญหา,รายละเอียด,ระดับ,จำนวนคน,วันที่\n';
    const row = 'ขอนแก่น,พล,เน็ตช้าทั้งตำบล,ตั้งแต่ต้นปี,3,10,1/11/2569\n';
    await send(khonKaen, head + row);
    const others = [
      row + row.replace(',3,10', ',4,10'),
      row.replace('1/11', '2/11'),
      row.replace('พล,', 'ชุมแพ,').replace('ตั้งแต่ต้นปี', 'เมื่อวาน').replace(',3,', ',4,'),
      row.replace('เน็ตช้าทั้งตำบล', 'ไฟดับทั้งตำบล'),
    ];
    for (const other of others)
      expect(noteOf(await send(khonKaen, head + other, '?dryRun=true')), other).to.deep.equal([]);
    const like = await send(khonKaen, head + row.replace(',3,10', ',4,12'), '?dryRun=true');
    expect(noteOf(like)[0]).to.include({ rows: 1 });
  });
});
