// Offices: documents of their own, carried over from when they were computed, and never removed.
import { expect } from 'chai';
import { addStandardOffices } from '../../../server/offices/standard-offices.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aPassword, aPerson, aResponse, newId } from '../../support/build.ts';
import { sendFile } from '../../support/send-file.ts';
import { asTheServer } from '../../support/sent-queries.ts';

describe('/api/offices', () => {
  let app: TestApp;
  let admin: Person;

  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
  });
  after(() => app.close());

  const anOffice = (over: object = {}) => ({
    id: `centre-${newId().slice(0, 8)}`,
    nameTh: 'ศูนย์ดิจิทัลชุมชนบ้านไผ่',
    nameEn: 'Ban Phai digital centre',
    place: { kind: 'province', province: 'TH-40' },
    ...over,
  });

  it('has the country’s, each region’s and each province’s from the start, under the ids of before', async () => {
    const { body } = await (await app.as('malee')).get('/api/offices?limit=500');
    const byId = new Map(body.items.map((office: any) => [office.id, office]));

    expect(byId.size).to.be.at.least(84);
    expect(byId.get('TH-40')).to.deep.equal({
      id: 'TH-40',
      nameTh: 'สำนักงานขอนแก่น',
      nameEn: 'Khon Kaen office',
      place: { kind: 'province', province: 'TH-40' },
      state: 'active',
    });
    expect(byId.get('northeast')).to.deep.include({
      place: { kind: 'region', region: 'northeast' },
    });
    expect(byId.get('national')).to.deep.include({ place: { kind: 'all' } });
  });

  it('gives every office once, page by page', async () => {
    const all: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const { body }: any = await admin.get(`/api/offices?limit=30${after && `&after=${after}`}`);
      all.push(...body.items.map(({ id }: any) => id));
      after = body.next;
    }

    expect(all.length).to.be.at.least(84);
    expect(new Set(all).size).to.equal(all.length);
  });

  it('adds one, changes it, and refuses an id that is there already', async () => {
    const office = anOffice();

    const added = await admin.post('/api/offices', office);
    const again = await admin.post('/api/offices', { ...office, id: office.id.toUpperCase() });
    const changed = await admin.patch(`/api/offices/${office.id}`, { nameEn: 'Centre' });

    expect(added.status, added.text).to.equal(201);
    expect(added.body).to.deep.equal({ ...office, state: 'active' });
    expect(again.body.type).to.equal('/problems/office-exists');
    expect(changed.body).to.deep.equal({ ...office, nameEn: 'Centre', state: 'active' });
    expect((await admin.get('/api/offices?limit=500')).body.items).to.deep.include(changed.body);
  });

  it('answers 422 to a place that is none, and 404 to an office that is none', async () => {
    const place = { kind: 'province', province: 'TH-99' };

    expect((await admin.post('/api/offices', anOffice({ place }))).status).to.equal(422);
    expect((await admin.patch('/api/offices/TH-99', { nameEn: 'x' })).status).to.equal(404);
  });

  it('closes one that nobody belongs to, and none that is used; nobody new comes to a closed one', async () => {
    const office = anOffice();
    await admin.post('/api/offices', office);
    const person = aPerson({ office: office.id, scope: { kind: 'province', province: 'TH-40' } });
    await admin.post('/api/people', person);
    const close = () => admin.patch(`/api/offices/${office.id}`, { state: 'closed' });

    const used = await close();
    await admin.patch(`/api/people/${person.username}`, { disabled: true });
    const closed = await close();
    const another = await admin.post('/api/people', { ...person, username: 'another-one' });
    const opened = await admin.patch(`/api/offices/${office.id}`, { state: 'active' });

    expect(used.status).to.equal(409);
    expect(used.body).to.include({ type: '/problems/office-used', people: 1 });
    expect(closed.body.state).to.equal('closed');
    expect(another.body.errors).to.deep.equal([{ pointer: '/body/office', code: 'closed-office' }]);
    expect(opened.body.state).to.equal('active');
  });

  describe('what is sent', () => {
    const officer = async (office: string, scope: object) => {
      const person = aPerson({ office, role: 'officer', scope: scope as never });
      const { body } = await admin.post('/api/people', person);
      const { code } = body.invitation;
      const visitor = await app.as('visitor');
      const entered = await visitor.post(`/api/invitations/${code}`, { password: aPassword });
      return app.withToken(entered.body.token);
    };
    const batches = '/api/surveys/2569/batches';
    const idsSeenBy = async (person: Person): Promise<string[]> =>
      (await person.get(batches)).body.items.map(({ id }: { id: string }) => id);

    it('belongs to the sender’s office, whatever their scope', async () => {
      const office = anOffice();
      await admin.post('/api/offices', office);
      const sender = await officer(office.id, { kind: 'region', region: 'northeast' });

      const id = newId();
      const put = await sender.put(
        `/api/surveys/2569/responses/${id}`,
        aResponse({ place: { province: 'TH-40' } }),
      );
      const batch = await sendFile(sender, `จังหวัด,ปัญหา\nขอนแก่น,น้ำไม่ไหล ${newId()}\n`);

      expect(put.status, put.text).to.equal(201);
      expect(batch.body.office).to.equal(office.id);
      expect((await sender.get(`/api/surveys/2569/responses/${id}`)).body.office).to.equal(
        office.id,
      );
      const counted = await sender.get(`/api/surveys/2569/figures?office=${office.id}`);
      expect(counted.body.strip.responses).to.equal(2);
    });

    it('is seen by whoever’s scope has the office’s place', async () => {
      const office = anOffice();
      await admin.post('/api/offices', office);
      const sender = await officer(office.id, { kind: 'province', province: 'TH-40' });
      const { body } = await sendFile(sender, `จังหวัด,ปัญหา\nขอนแก่น,ไฟดับ ${newId()}\n`);

      for (const [name, sees] of [
        ['admin', true],
        ['nok', true],
        ['wanida', true],
        ['somchai', true],
      ] as const)
        expect((await idsSeenBy(await app.as(name))).includes(body.id), name).to.equal(sees);
      const elsewhere = await officer('TH-41', { kind: 'province', province: 'TH-41' });
      expect(await idsSeenBy(elsewhere)).not.to.include(body.id);
      expect((await elsewhere.get(`${batches}/${body.id}`)).status).to.equal(404);
    });

    it('is seen by its sender, and by no colleague, where the office answers for more than they may see', async () => {
      const narrow = { kind: 'province', province: 'TH-40' };
      const [sender, colleague] = [
        await officer('northeast', narrow),
        await officer('northeast', narrow),
      ];
      const { body } = await sendFile(sender, `จังหวัด,ปัญหา\nขอนแก่น,ถนนขาด ${newId()}\n`);

      expect(await idsSeenBy(sender)).to.include(body.id);
      expect(await idsSeenBy(colleague)).not.to.include(body.id);
      expect((await colleague.get(`${batches}/${body.id}`)).status).to.equal(404);
      expect((await sender.get(`${batches}/${body.id}/rows`)).status).to.equal(200);
    });
  });

  it('that every database has are added once; what was changed since stays', async () => {
    const { offices } = app.models;
    const { deletedCount } = await offices.deleteOne({ _id: 'TH-91' });
    await offices.updateOne({ _id: 'TH-90' }, { $set: { nameEn: 'Hat Yai' } });
    const addAll = () => asTheServer(() => addStandardOffices(app.context.db, new Date()));
    await Promise.all([addAll(), addAll()]);

    expect(deletedCount).to.equal(1);
    expect((await offices.findById('TH-91').lean())?.place).to.include({ province: 'TH-91' });
    expect((await offices.findById('TH-90').lean())?.nameEn).to.equal('Hat Yai');
  });
});
