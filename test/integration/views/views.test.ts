// Saved views: one's own, those of the office, the one to begin with; what is counted stays a matter of who looks.
import { expect } from 'chai';
import { mostViews } from '../../../shared/api/views.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aPassword, aPerson } from '../../support/build.ts';

const north = { name: 'เหนือ ประชาชน', address: '/?region=north&respondent=citizen&survey=2569' };

describe('saved views', () => {
  let app: TestApp;
  let somchai: Person;
  let colleague: Person;
  let nok: Person;
  before(async () => {
    app = await startApp({ limits: false });
    [somchai, nok] = [await app.as('somchai'), await app.as('nok')];
    colleague = await ofOffice('TH-40');
  });
  after(() => app.close());
  afterEach(async () => {
    await app.models.views.deleteMany({ owner: { $ne: '' } });
    await app.models.startViews.deleteMany({ _id: { $ne: '' } });
  });

  /** an enumerator of an office, signed in */
  async function ofOffice(office: string): Promise<Person> {
    const admin = await app.as('admin');
    const { body } = await admin.post('/api/people', aPerson({ office }));
    const visitor = await app.as('visitor');
    const { body: signedIn } = await visitor.post(`/api/invitations/${body.invitation.code}`, {
      password: aPassword,
    });
    return app.withToken(signedIn.token);
  }
  const save = async (person: Person, more: object = {}) => {
    const answer = await person.post('/api/views', { ...north, ...more });
    expect(answer.status, answer.text).to.equal(201);
    return answer.body;
  };
  const namesSeen = async (person: Person) =>
    (await person.get('/api/views')).body.items.map(({ name }: { name: string }) => name);

  it('are one’s own until they are shared, then seen by the people of the same office alone', async () => {
    const { id, ...view } = await save(somchai);
    expect(view).to.deep.include({
      ...north,
      shared: false,
      start: false,
      own: true,
      by: 'somchai',
    });
    expect(await namesSeen(colleague)).to.deep.equal([]);

    expect((await somchai.patch(`/api/views/${id}`, { shared: true })).status).to.equal(200);
    const [seen] = (await colleague.get('/api/views')).body.items;
    expect(seen).to.deep.include({ id, name: north.name, own: false, by: 'somchai', shared: true });
    expect(await namesSeen(nok), 'another office').to.deep.equal([]);

    await somchai.patch(`/api/views/${id}`, { shared: false });
    expect(await namesSeen(colleague)).to.deep.equal([]);
  });

  it('are renamed, pointed elsewhere and deleted by who made them alone', async () => {
    const { id } = await save(somchai, { shared: true });
    const address = '/province/TH-40?respondent=citizen';
    const changed = await somchai.patch(`/api/views/${id}`, { name: ' ขอนแก่น  ', address });
    expect(changed.body).to.include({ name: 'ขอนแก่น', address, shared: true });

    expect((await colleague.patch(`/api/views/${id}`, { name: 'ของฉัน' })).status).to.equal(403);
    expect((await colleague.delete(`/api/views/${id}`)).status).to.equal(403);
    expect((await nok.delete(`/api/views/${id}`)).status, 'another office').to.equal(404);
    expect((await somchai.delete(`/api/views/${id}`)).status).to.equal(204);
    expect((await somchai.delete(`/api/views/${id}`)).status).to.equal(404);
    expect(await namesSeen(colleague)).to.deep.equal([]);
  });

  it('are begun with one at a time, each person with their own', async () => {
    const first = await save(somchai, { start: true, shared: true });
    const second = await save(somchai, { name: 'อีกมุมมอง' });
    expect(first.start).to.equal(true);
    expect((await colleague.patch(`/api/views/${first.id}`, { start: true })).body.start).to.equal(
      true,
    );

    await somchai.patch(`/api/views/${second.id}`, { start: true });
    const starts = async (person: Person) =>
      (await person.get('/api/views')).body.items
        .filter(({ start }: { start: boolean }) => start)
        .map(({ id }: { id: string }) => id);
    expect(await starts(somchai)).to.deep.equal([second.id]);
    expect(await starts(colleague)).to.deep.equal([first.id]);

    await somchai.patch(`/api/views/${second.id}`, { start: false });
    expect(await starts(somchai)).to.deep.equal([]);
  });

  it('show each who opens them their own area alone', async () => {
    await save(somchai, { address: '/?survey=2569', shared: true });
    const [{ address }] = (await colleague.get('/api/views')).body.items;
    const query = address.replace('/?survey=2569', '');
    const seen = (await colleague.get(`/api/surveys/2569/figures${query}`)).body;
    expect(seen.filters.scope).to.deep.equal({ kind: 'province', province: 'TH-40' });
  });

  it('are pages of figures and nothing else, with a name that holds nobody’s number', async () => {
    for (const address of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/admin/people',
      '/?x=<script>',
      `/?province=${'TH-50,'.repeat(400)}`,
    ])
      expect((await somchai.post('/api/views', { ...north, address })).status, address).to.equal(
        400,
      );
    expect((await somchai.post('/api/views', { ...north, name: '  ' })).status).to.equal(400);
    const { name } = await save(somchai, { name: 'โทร 081-234-5678 ของภาคเหนือ' });
    expect(name).to.include('ของภาคเหนือ').and.not.include('081');
  });

  it('are so many a person, and not one more', async () => {
    await Promise.all(Array.from({ length: mostViews }, (_, at) => save(nok, { name: `ที่ ${at}` })));
    const answer = await nok.post('/api/views', north);
    expect(answer.status).to.equal(409);
    expect(answer.body.type).to.include('too-many-views');
    expect(await namesSeen(nok)).to.have.length(mostViews);
  });
});
