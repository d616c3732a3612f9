// What a colleague collected is stored under their name, whoever hands it in; and nobody speaks for people of another office.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';
import { aJpeg } from '../../support/photos.ts';

const sv = '/api/surveys/2569';
const there = { place: { province: 'TH-40' } };

describe('PUT /api/surveys/:survey/responses/:id with `collectedBy`', () => {
  let app: TestApp;
  let malee: Person;
  let somchai: Person;
  let admin: Person;
  before(async () => {
    app = await startApp();
    [malee, somchai, admin] = [
      await app.as('malee'),
      await app.as('somchai'),
      await app.as('admin'),
    ];
  });
  after(() => app.close());
  afterEach(async () => {
    await app.empty();
    await app.models.photos.deleteMany({});
  });

  it('stores it under who collected it, says who handed it in, and counts it once', async () => {
    const at = `${sv}/responses/${newId()}`;
    const content = aResponse();

    const handedIn = await admin.put(at, { ...content, collectedBy: 'malee' });
    const own = await malee.put(at, content);
    const again = await admin.put(at, { ...content, collectedBy: 'Malee' });

    expect([handedIn.status, own.status, again.status], handedIn.text).to.deep.equal([
      201, 200, 200,
    ]);
    expect(own.body.receipt).to.equal(handedIn.body.receipt);
    const { body } = await malee.get(at);
    expect(body).to.include({ by: 'malee', office: 'TH-50', status: 'received' });
    const { items } = (await malee.get(`${at}/history`)).body;
    expect(items.map(({ what, by }: { what: string; by: string }) => [what, by])).to.deep.equal([
      ['sent', 'malee'],
      ['handed-in', 'admin'],
    ]);
    expect((await malee.get(`${sv}/own`)).body).to.include({ waiting: 1 });
  });

  it('is the collector’s to mend, and nobody approves what they handed in', async () => {
    const at = `${sv}/responses/${newId()}`;
    await admin.put(at, { ...aResponse(), collectedBy: 'malee' });

    const approved = await admin.post(`${at}/decisions`, { decision: 'approved' });
    const returned = await admin.post(`${at}/decisions`, {
      decision: 'returned',
      reason: 'ขอหมู่บ้าน',
    });
    const mended = await malee.put(at, {
      ...aResponse({ issues: [anIssue({ severity: 2 })] }),
      revision: 1,
    });

    expect([approved.status, approved.body.type]).to.deep.equal([403, '/problems/own-response']);
    expect([returned.status, mended.status], mended.text).to.deep.equal([201, 200]);
  });

  it('is refused for people of another office, for nobody, and for a place outside', async () => {
    const put = (who: Person, collectedBy: string, content: object) =>
      who.put(`${sv}/responses/${newId()}`, { ...content, collectedBy });

    const foreign = await put(somchai, 'malee', aResponse(there));
    const nobody = await put(admin, 'nobody-of-this-name', aResponse());
    const outside = await put(malee, 'malee', aResponse(there));

    expect([foreign.status, foreign.body.type]).to.deep.equal([403, '/problems/not-a-colleague']);
    expect([nobody.status, nobody.body.type]).to.deep.equal([403, '/problems/not-a-colleague']);
    expect([outside.status, outside.body.type]).to.deep.equal([403, '/problems/not-allowed']);
    expect(await app.models.responses.countDocuments({})).to.equal(0);
  });

  it('lets who handed it in send its photos', async () => {
    const id = newId();
    const jpeg = aJpeg();
    const content = aResponse({ issues: [anIssue({ photos: [jpeg.digest] })] });
    await admin.put(`${sv}/responses/${id}`, { ...content, collectedBy: 'malee' });

    const sent = await admin.send('PUT', `${sv}/responses/${id}/photos/${jpeg.digest}`, {
      body: new Uint8Array(jpeg.bytes),
      headers: { 'content-type': 'image/jpeg' },
    });

    expect(sent.status, sent.text).to.equal(201);
  });
});
