// Before a file is sent: which of its rows are stored already.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { rowsOf } from '../../support/read-twice.ts';
import { sendFile } from '../../support/send-file.ts';

const header = 'เลขที่แบบสอบถาม,จังหวัด,ประเด็นปัญหา,ความรุนแรง';
const fileOf = (...rows: readonly string[]) => [header, ...rows, ''].join('\n');
const url = '/api/surveys/2569/batches/known';

describe('POST /api/surveys/:survey/batches/known', () => {
  let app: TestApp;
  let somchai: Person;
  before(async () => {
    app = await startApp();
    somchai = await app.as('somchai');
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  const send = async (person: Person, file: string, fields = {}) => {
    const { status, text, body } = await sendFile(person, file, { fields });
    expect(status, text).to.equal(201);
    return await rowsOf(person, body.id);
  };
  const ask = async (person: Person, ids: readonly unknown[]) => await person.post(url, { ids });

  it('answers 200 with those that are stored, by which office, and their digest', async () => {
    const [one, two] = await send(somchai, fileOf('K1,ขอนแก่น,เน็ตช้า,3', 'K2,ขอนแก่น,ไฟดับ,4'));
    const stored = await app.models.responses.find({}).lean();
    const digestOf = (id: unknown) => stored.find(({ _id }) => _id === id)?.digest;

    const { status, body } = await ask(somchai, [
      two?.responseId,
      '00000000-0000-8000-8000-000000000000',
      one?.responseId,
    ]);

    expect(status).to.equal(200);
    expect(body.items).to.have.length(2);
    for (const [at, row] of [two, one].entries())
      expect(body.items[at]).to.deep.include({
        id: row?.responseId,
        office: 'TH-40',
        digest: digestOf(row?.responseId),
        formerDigests: [],
        withdrawn: false,
      });
  });

  it('answers nothing of what is outside the scope, or of another survey', async () => {
    const wanida = await app.as('wanida');
    const [row] = await send(wanida, fileOf('K1,เลย,เน็ตช้า,3'));

    expect((await ask(wanida, [row?.responseId])).body.items).to.have.length(1);
    expect((await ask(somchai, [row?.responseId])).body.items).to.deep.equal([]);
  });

  it('answers 400 to more than a thousand', async () => {
    const ids = Array.from({ length: 1001 }, (_, at) => `id-${at}`);

    expect((await ask(somchai, ids)).status).to.equal(400);
    expect((await ask(somchai, ids.slice(1))).status).to.equal(200);
  });
});
