// The names that other tools give to answers: kept as they are, or refused; never a failure of the database.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';

const at = (id: string) => `/api/surveys/2569/responses/${id}`;

describe('keys of answers', () => {
  let app: TestApp;
  let malee: Person;
  before(async () => {
    app = await startApp();
    malee = await app.as('malee');
  });
  after(() => app.close());
  const put = async (answers: object) => {
    const id = newId();
    return { id, ...(await malee.put(at(id), aResponse({ answers: answers as any }))) };
  };

  for (const answers of [
    { 'Q1.1': 'ก', 'a.b': 1, '': 'ว่าง', _id: 'x', __v: 0 },
    { 'group/q': { 'a.b': [{ 'c.d': true }] }, "'quoted": 'A &amp;amp; B' },
    { constructor: 'x', prototype: 'y' },
    { toString: 'x', hasOwnProperty: 'y', 'a&amp;b': 'z', x$: 1 },
  ])
    it(`keeps ${JSON.stringify(Object.keys(answers))}`, async () => {
      const { id, status, text } = await put(answers);

      expect(status, text).to.equal(201);
      const { body } = await malee.get(at(id));
      expect(Object.keys(body.answers)).to.have.members(Object.keys(answers));
    });

  for (const answers of [
    { $where: 'sleep(1000)' },
    { $set: { status: 'approved' } },
    { $: 1 },
    JSON.parse('{"__proto__":{"a":1}}'),
    { group: { $gt: '' } },
    { list: [{ a: { '\u200b$ne': 1 } }] },
  ])
    it(`answers 422 to ${JSON.stringify(answers)}`, async () => {
      const { id, status, body } = await put(answers);

      expect(status).to.equal(422);
      const errors = body.violations.filter(({ level }: any) => level === 'error');
      expect(errors.map(({ code }: any) => code)).to.deep.equal(['unknown-field']);
      expect((await malee.get(at(id))).status).to.equal(404);
    });
});
