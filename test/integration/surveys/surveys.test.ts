import { expect } from 'chai';
import * as v from 'valibot';
import { Survey, SurveyList } from '../../../shared/api/surveys.ts';
import { startApp, type TestApp } from '../../support/app.ts';

describe('GET /api/surveys', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  it('lists the demonstration survey to everyone', async () => {
    const { status, body } = await (await app.as('visitor')).get('/api/surveys');

    expect(status).to.equal(200);
    expect(v.parse(SurveyList, body).items.map(({ id, open }) => [id, open])).to.deep.equal([
      ['2569', true],
    ]);
  });

  it('gives one with its questions, and 304 to who has it', async () => {
    const visitor = await app.as('visitor');

    const first = await visitor.get('/api/surveys/2569');
    const again = await visitor.get('/api/surveys/2569', {
      'if-none-match': first.headers.get('etag') ?? '',
    });

    expect(v.parse(Survey, first.body).questions.length).to.be.greaterThan(5);
    expect(again.status).to.equal(304);
    expect(again.text).to.equal('');
  });

  it('answers 404 to a survey that does not exist', async () => {
    expect((await (await app.as('visitor')).get('/api/surveys/1999')).status).to.equal(404);
  });
});
