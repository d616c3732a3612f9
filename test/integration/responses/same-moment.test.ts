// Responses that come at the same moment may be stored by one command; each sender is told of their own alone.
import { expect } from 'chai';
import { insertNew } from '../../../server/responses/insert-new.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';

const at = (id: string) => `/api/surveys/2569/responses/${id}`;

describe('responses that come at the same moment', () => {
  let app: TestApp;
  let malee: Person;
  before(async () => {
    app = await startApp({ limits: false });
    malee = await app.as('malee');
  });
  after(() => app.close());
  afterEach(() => app.empty());

  it('are stored once each, whatever stands under their ids, and counted', async () => {
    const ids = Array.from({ length: 12 }, () => newId());
    const other = aResponse({ issues: [anIssue({ title: 'อีกเรื่องหนึ่ง' })] });
    const sent = ids.flatMap((id, index) => [
      malee.put(at(id), aResponse()),
      malee.put(at(id), aResponse()),
      ...(index % 3 === 0 ? [malee.put(at(id), other)] : []),
    ]);
    const answers = await Promise.all(sent);

    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).to.have.length(ids.length);
    expect(statuses.filter((status) => status !== 201 && status !== 200 && status !== 409)).to.be
      .empty;
    expect(await app.models.responses.countDocuments({})).to.equal(ids.length);
    const { strip } = (await malee.get('/api/surveys/2569/figures')).body;
    expect(strip.responses).to.equal(ids.length);
  });

  it('do not suffer from one that no database takes', async () => {
    const [good, bad] = [newId(), newId()];
    await malee.put(at(good), aResponse());
    const stored = await app.models.responses.findById(good).lean();
    const documents = [newId(), bad, newId()].map((_id) => ({ ...stored, _id }) as never);
    Object.assign(documents[1] ?? {}, { answers: { 'a\0b': 1 } });
    const outcomes = await Promise.allSettled(
      documents.map((document) => insertNew(app.context, [document])),
    );

    expect(outcomes.map(({ status }) => status)).to.deep.equal([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(await app.models.responses.countDocuments({})).to.equal(3);
  });
});
