import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

const survey = '/api/surveys/2569';
/** responses that say so, and in how many wordings */
const said: readonly [title: string, count: number][] = [
  ['สัญญาณโทรศัพท์หลุดบ่อยช่วงฝนตก', 18],
  ['สัญญาณโทรศัพท์ หลุดบ่อยช่วงฝนตก!', 4],
  ['ผู้สูงอายุใช้แอปไม่เป็น', 9],
  ['ถูกหลอกโอนเงินทางออนไลน์', 6],
  ['เว็บของอำเภอเปิดไม่ได้', 3],
  ['คิวรถตู้ประจำหมู่บ้าน', 1],
  ['เครื่องสแกนบัตรเสีย', 1],
  ['ไม่มีครูสอนคอมพิวเตอร์', 1],
  ['ค่าเน็ตแพงมาก', 1],
  ['กล้องวงจรปิดเสีย', 1],
];

describe('the figure `pareto`', () => {
  let app: TestApp;
  let admin: Person;
  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
    for (const [title, count] of said)
      for (let i = 0; i < count; i++)
        await storeResponse(
          app,
          aResponse({
            place: { province: i % 3 === 0 ? 'TH-40' : 'TH-50' },
            issues: [anIssue({ title, strategy: 'society' })],
          }),
        );
  });
  after(() => app.close());

  const ask = async (query = '', person = admin) => {
    const { status, body } = await person.get(`${survey}/figures?figures=pareto${query}`);
    expect(status).to.equal(200);
    return { pareto: body.figures.pareto, claims: body.claims.pareto };
  };

  it('puts together titles that say nearly the same, and adds up to a recount', async () => {
    const { pareto } = await ask();
    const stored = await app.models.responses.find({}).lean<{ issues: { title: string }[] }[]>();
    const issues = stored.flatMap((one) => one.issues);

    expect(pareto).to.include({ issues: issues.length, responses: 45, of: 45, topics: 9 });
    const [first] = pareto.list;
    const alike = issues.filter(({ title }) => /^สัญญาณโทรศัพท์ ?หลุดบ่อย/.test(title));
    expect(first).to.include({ title: said[0]?.[0], issues: alike.length, responses: 22 });
  });

  it('lists no words that fewer than five have said', async () => {
    const { pareto } = await ask();

    expect(pareto.list.map(({ title }: { title: string }) => title)).to.deep.equal([
      'สัญญาณโทรศัพท์หลุดบ่อยช่วงฝนตก',
      'ผู้สูงอายุใช้แอปไม่เป็น',
      'ถูกหลอกโอนเงินทางออนไลน์',
    ]);
  });

  it('claims that few make half, where they do', async () => {
    const { pareto, claims } = await ask();

    // 22 of 45 are less than half, with the next 9 they are more
    expect(pareto.half).to.deep.equal({ topics: 2, share: 31 / 45 });
    expect(claims).to.deep.equal([
      { code: 'few-make-half', topics: 2, of: 9, share: 31 / 45, issues: 45 },
    ]);
    expect((await ask('&province=TH-40')).claims).to.deep.equal([]);
  });

  it('leads to a response of each topic, newest first', async () => {
    const { pareto } = await ask();
    for (const { newest, title } of pareto.list) {
      const { body } = await admin.get(`${survey}/responses/${newest}`);
      expect(body.issues[0].title.slice(0, 10)).to.equal(title.slice(0, 10));
    }
  });

  it('takes the filters of figures, and counts only what is in scope', async () => {
    const own = await ask('', await app.as('somchai'));
    const filtered = await ask('&province=TH-40');

    expect(own.pareto.issues).to.equal(filtered.pareto.issues).and.below(45);
    expect((await ask('&strategy=trust')).pareto).to.include({ issues: 0, half: null });
  });

  it('comes only when it is asked for', async () => {
    const { body } = await admin.get(`${survey}/figures`);
    expect(body.figures).to.not.have.property('pareto');
  });
});
