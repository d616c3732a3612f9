// A definition that something else has written: every door says so, and the other surveys go on.
import { expect } from 'chai';
import { firstSurvey } from '../../../server/surveys/demonstration-survey.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';

const strange: Readonly<Record<string, object>> = {
  'whose questions are no list': { questions: 'broken' },
  'with a question that is nothing': { questions: [null] },
  'without a text for a question': { questions: [{ pointer: '/answers/x', kind: 'text' }] },
  'with a kind of question that is none': {
    questions: [{ ...firstSurvey.questions[0], pointer: '/answers/x', kind: 'smell' }],
  },
  'with sub-plans that are none': { subPlans: [{ key: 1 }] },
};

describe('a survey', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  for (const [what, over] of Object.entries(strange))
    it(`${what} is said at every door, and keeps nothing else from working`, async () => {
      const id = `s${newId().slice(0, 8)}`;
      const { collection } = app.models.surveys;
      await collection.insertOne({ ...firstSurvey, _id: id, ...over } as never);
      const malee = await app.as('malee');

      const put = await malee.put(`/api/surveys/${id}/responses/${newId()}`, aResponse());
      const got = await malee.get(`/api/surveys/${id}`);
      const list = await malee.get('/api/surveys');
      const other = await malee.put(`/api/surveys/2569/responses/${newId()}`, aResponse());

      for (const { status, body } of [put, got]) {
        expect(status).to.equal(503);
        expect(body.type).to.equal('/problems/storage-damaged');
      }
      expect(list.body.items.map((survey: any) => survey.id)).to.deep.equal(['2569']);
      expect(other.status).to.equal(201);
    });
});
