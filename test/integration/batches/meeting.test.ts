// Loads that meet in the same rows, one of them taken back: nobody was told of a row that is not there, and every batch says what
// is stored. MEETINGS says how often (2; `npm run crash` does 40).
import { expect } from 'chai';
import { type Answer, type Person, startApp, type TestApp } from '../../support/app.ts';
import { stripOf, untrueOf } from '../../support/batches-told.ts';
import { type Sending, sendFile } from '../../support/send-file.ts';

const meetings = Number(process.env.MEETINGS ?? 2);
const url = '/api/surveys/2569';
const allOrNothing = { policy: 'all-or-nothing' };

describe(`loads that meet in the same rows, ${meetings} times`, function () {
  this.timeout(20_000 + meetings * 15_000);
  let app: TestApp;
  let admin: Person;
  let officer: Person;

  before(async () => {
    app = await startApp({ limits: false });
    admin = await app.as('admin');
    officer = await app.as('somchai');
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  /** Everything is told as it is, without a restart. */
  async function expectTrue(): Promise<void> {
    for (let i = 0; i < 200 && (await app.models.leases.countDocuments({})) > 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await untrueOf(app.models)).to.deep.equal([]);
    const { body } = await admin.get(`${url}/figures`);
    expect(body.strip).to.deep.equal(await stripOf(app.models));
  }

  const ends: readonly [of: string, file: (rows: string) => string | Buffer, sending: Sending][] = [
    ['a row with an error', (rows) => `${rows}ไม่รู้,x\n`, { fields: allOrNothing }],
    ['a NUL', (rows) => `${rows}\0`, {}],
    ['a decision behind the file', (rows) => rows, { after: { policy: 'accept-good' } }],
  ];
  for (const [of, file, sending] of ends) {
    it(`keeps what the second was told when the first is refused for ${of}`, async () => {
      for (let i = 0; i < meetings; i++) {
        const rows = rowsOf(1500, `${of} ${i}`);
        const refused = sendFile(admin, inPieces(file(rows)), sending);
        await pause(random(400));
        const second = await sendFile(officer, inPieces(rowsOf(1500, `${of} ${i}`, 300)));

        expect((await refused).status).to.be.oneOf([400, 422]);
        expect(second.status, second.text).to.equal(201);
        expect(second.body.counts.accepted + second.body.counts.same).to.equal(1200);
        await expectTrue();
      }
    });
  }

  it('keeps what both were told when both are all or nothing', async () => {
    for (let i = 0; i < meetings; i++) {
      const rows = rowsOf(1200, `ทั้งคู่ ${i}`);
      const first = sendFile(admin, inPieces(rows), { fields: allOrNothing });
      await pause(random(300));
      const bad = i % 2 === 0 ? '' : 'ไม่รู้,x\n';
      const second = sendFile(officer, inPieces(`${rows}${bad}`), { fields: allOrNothing });

      const statuses = (await Promise.all([first, second])).map(({ status }) => status);
      expect(statuses).to.deep.equal([201, bad ? 422 : 201]);
      expect(await app.models.responses.countDocuments({})).to.equal(1200 * (i + 1));
      await expectTrue();
    }
  });

  it('leaves nothing when both are refused', async () => {
    for (let i = 0; i < meetings; i++) {
      const rows = rowsOf(1200, `ไม่มีเลย ${i}`);
      const first = sendFile(admin, inPieces(`${rows}ไม่รู้,x\n`), { fields: allOrNothing });
      await pause(random(300));
      const second = sendFile(officer, inPieces(i % 2 ? `${rows}\0` : `${rows}ไม่รู้,x\n`), {
        fields: i % 2 ? {} : allOrNothing,
      });

      const statuses = (await Promise.all([first, second])).map(({ status }) => status);
      expect(statuses).to.deep.equal([422, 422]);
      expect(await app.models.responses.countDocuments({})).to.equal(0);
      await expectTrue();
    }
  });

  it('lets several meet at once', async () => {
    for (let i = 0; i < meetings; i++) {
      const rows = rowsOf(800, `หลายคน ${i}`);
      const send = async (n: number): Promise<Answer> => {
        await pause(random(200));
        const bad = random(3) < 1 ? 'ไม่รู้,x\n' : '';
        const fields = random(2) < 1 ? allOrNothing : {};
        return await sendFile(n % 2 ? admin : officer, inPieces(`${rows}${bad}`), { fields });
      };
      const answers = await Promise.all([0, 1, 2, 3].map(send));

      // a third that holds rows which two others hold is told to come later
      for (const { status } of answers) expect(status).to.be.oneOf([201, 422, 503]);
      for (const { status, body } of answers)
        if (status === 201) expect(body.counts.accepted + body.counts.same).to.equal(800);
      await expectTrue();
    }
  });

  it('shows nothing of a file that may still be refused', async () => {
    const line = aLine();
    const held = sendFile(admin, line.file(rowsOf(1500, 'ยังไม่เห็น'), 'ไม่รู้,x\n'), {
      fields: allOrNothing,
    });
    while ((await app.models.responses.countDocuments({})) < 1000) await pause(20);
    const one = await app.models.responses.findOne({}).lean();

    expect((await admin.get(`${url}/responses`)).body.total).to.equal(0);
    expect((await admin.get(`${url}/responses/${one?._id}`)).status).to.equal(404);
    expect((await admin.get(`${url}/figures`)).body.strip.responses).to.equal(0);
    expect((await admin.get(`${url}/responses.csv`)).text.split('\r\n')).to.have.length(2);
    expect((await admin.get(`${url}/batches`)).body.items[0].state).to.equal('loading');
    line.goOn();
    expect((await held).status).to.equal(422);
    await expectTrue();
  });

  it('waits once, and not with every piece, for a file that holds the same ids with other content', async () => {
    const withIds = (title: string) =>
      `response id,จังหวัด,ปัญหา\n${Array.from({ length: 3000 }, (_, i) => `id-${i},ขอนแก่น,${title} ${i}`).join('\n')}\n`;
    const line = aLine();
    const held = sendFile(admin, line.file(withIds('เรื่องแรก'), '\n'), { fields: allOrNothing });
    while ((await app.models.responses.countDocuments({})) < 3000) await pause(20);
    const began = performance.now();

    const { body } = await sendFile(officer, withIds('เรื่องที่สอง'));

    // six pieces, each of which would wait for 5 s
    expect(performance.now() - began).to.be.below(25_000);
    expect(body.errors).to.deep.equal({ 'id-conflict': 3000 });
    line.goOn();
    expect((await held).body.counts.accepted).to.equal(3000);
    await expectTrue();
  }).timeout(60_000);

  it('says of rows that were let go why they are not stored', async () => {
    const file = `จังหวัด,ปัญหา\nน่าน,ถนนมืด\nไม่รู้,x\n`;
    const { body } = await sendFile(admin, file, { fields: allOrNothing });

    const said = { rows: 2, accepted: 0, same: 0, rejected: 1, skipped: 1, blank: 0 };
    expect(body).to.deep.include({ counts: said, skips: { 'all-or-nothing': 1 } });
    const { items } = (await admin.get(`${url}/batches/${body.batch}/rows?outcome=skip`)).body;
    expect(items).to.have.length(1);
    expect(items[0].violations).to.deep.equal([{ code: 'all-or-nothing', column: null }]);
    await expectTrue();
  });

  it('undoes what a load has stored, wherever the clock goes meanwhile', async () => {
    const { context } = app;
    const now = Object.getOwnPropertyDescriptor(context, 'now') ?? {};
    const line = aLine();
    try {
      const refused = sendFile(admin, line.file(rowsOf(1500, 'นาฬิกา'), '\0'));
      while ((await app.models.responses.countDocuments({})) < 500) await pause(10);
      Object.defineProperty(context, 'now', { ...now, value: () => new Date(Date.now() - 2000) });
      await sendFile(officer, 'จังหวัด,ปัญหา\nขอนแก่น,อื่น\n');
      line.goOn();

      expect((await refused).status).to.equal(422);
      expect(await app.models.responses.countDocuments({})).to.equal(1);
      await expectTrue();
    } finally {
      Object.defineProperty(context, 'now', now);
    }
  });

  it('keeps a response that somebody has decided on, whatever becomes of its file', async () => {
    const line = aLine();
    const refused = sendFile(admin, line.file(rowsOf(1500, 'ตัดสินแล้ว'), '\0'));
    while ((await app.models.responses.countDocuments({})) < 500) await pause(10);
    const one = await app.models.responses.findOne({}).lean();
    const decision = { decision: 'returned', reason: 'ขอรายละเอียด' };
    const decided = await officer.post(`${url}/responses/${one?._id}/decisions`, decision);
    line.goOn();

    expect([decided.status, (await refused).status]).to.deep.equal([201, 422]);
    expect((await officer.get(`${url}/responses/${one?._id}`)).body.status).to.equal('returned');
    expect(await app.models.responses.countDocuments({})).to.equal(1);
    await expectTrue();
  });
});

const random = (below: number): number => Math.floor(Math.random() * below);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function rowsOf(count: number, about: string, from = 0): string {
  const rows = Array.from({ length: count - from }, (_, i) => `ขอนแก่น,${about} ข้อ ${from + i}`);
  return `จังหวัด,ปัญหา\n${rows.join('\n')}\n`;
}

/** Slowly enough that another file comes between. */
async function* inPieces(file: string | Buffer) {
  const bytes = Buffer.from(file as string);
  for (let at = 0; at < bytes.length; at += 16_384) {
    yield bytes.subarray(at, at + 16_384);
    await pause(5);
  }
}

/** A file whose end comes when it is told to. */
function aLine() {
  let goOn = () => {};
  const told = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  return {
    goOn: () => goOn(),
    async *file(rows: string, end: string) {
      // blank rows push those before them through every buffer on the way
      yield `${rows}${'\n'.repeat(70_000)}`;
      await told;
      yield end;
    },
  };
}
