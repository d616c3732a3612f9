import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';

const sv = '/api/surveys/2569';

describe('a response that was sent back', () => {
  let app: TestApp;
  let [malee, admin]: Person[] = [];
  before(async () => {
    app = await startApp();
    [malee, admin] = [await app.as('malee'), await app.as('admin')];
  });
  after(() => app.close());
  afterEach(() => app.empty());

  const two = aResponse({ issues: [anIssue(), anIssue({ title: 'ไฟดับบ่อย' })] });
  async function sentBack(by = malee, more: object = {}): Promise<string> {
    const id = newId();
    expect((await by?.put(`${sv}/responses/${id}`, two))?.status).to.equal(201);
    const decision = { decision: 'returned', reason: 'ขอชื่อหมู่บ้าน', ...more };
    const answer = await admin?.post(`${sv}/responses/${id}/decisions`, decision);
    expect(answer?.status, answer?.text).to.equal(201);
    return id;
  }
  const returnedTo = async (person = malee, query = ''): Promise<any> =>
    (await person?.get(`${sv}/returned${query}`))?.body;

  it('reaches who sent it, with its reason and the reviewer’s office, and nobody else', async () => {
    const mine = await sentBack();
    await sentBack(admin);

    const { items, next } = await returnedTo();

    expect(items.map(({ id }: any) => id)).to.deep.equal([mine]);
    expect(next).to.equal(null);
    expect(items[0].history.at(-1)).to.include({
      decision: 'returned',
      reason: 'ขอชื่อหมู่บ้าน',
      office: 'national',
      by: 'admin',
    });
  });

  it('is gone from there once it was mended', async () => {
    const id = await sentBack();
    await malee?.put(`${sv}/responses/${id}`, { ...aResponse(), revision: 1 });

    expect((await returnedTo()).items).to.deep.equal([]);
  });

  it('is found page by page among those of others', async () => {
    const mine: string[] = [];
    for (let n = 0; n < 3; n++) {
      mine.unshift(await sentBack());
      await sentBack(admin);
    }

    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: any = await returnedTo(malee, `?limit=1${after && `&after=${after}`}`);
      expect(page.items.length).to.be.at.most(1);
      seen.push(...page.items.map(({ id }: any) => id));
      after = page.next;
    }

    expect(seen).to.have.members(mine);
    expect(seen).to.have.length(3);
  });

  it('says which answer the reason is about, in its history too', async () => {
    const id = await sentBack(malee, { pointer: '/issues/1/title' });

    const { items } = await returnedTo();
    const history = (await malee?.get(`${sv}/responses/${id}/history`))?.body.items;

    expect(items[0].history.at(-1).pointer).to.equal('/issues/1/title');
    expect(history.at(-1)).to.include({ pointer: '/issues/1/title', office: 'national' });
  });

  for (const pointer of ['/issues/2/title', '/issues/-/title', '/status', '/answers/none', 'title'])
    it(`is about nothing that it does not have: ${pointer} is 400`, async () => {
      const id = newId();
      await malee?.put(`${sv}/responses/${id}`, two);
      const answer = await admin?.post(`${sv}/responses/${id}/decisions`, {
        decision: 'returned',
        reason: 'x',
        pointer,
      });

      expect(answer?.status).to.equal(400);
      expect(answer?.body.errors[0].pointer).to.equal('/body/pointer');
    });

  it('is sent back once under one id, and another answer under it is a conflict', async () => {
    const id = newId();
    await malee?.put(`${sv}/responses/${id}`, two);
    const decision = { id: newId(), decision: 'returned', reason: 'x', pointer: '/day' };
    const post = (more: object) =>
      admin?.post(`${sv}/responses/${id}/decisions`, { ...decision, ...more });
    const answers = [await post({}), await post({}), await post({ pointer: '/place/district' })];

    expect(answers.map((answer) => answer?.status)).to.deep.equal([201, 201, 409]);
  });
});
