// People as administrators and officers manage them: added, found, changed, disabled; and the invitations by which they come in.
import { expect } from 'chai';
import { changeUser } from '../../../server/users/change-user.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aPassword, aPerson } from '../../support/build.ts';

describe('/api/people', () => {
  let app: TestApp;
  let admin: Person;
  let somchai: Person;
  let visitor: Person;

  before(async () => {
    app = await startApp();
    [admin, somchai, visitor] = (await Promise.all(
      (['admin', 'somchai', 'visitor'] as const).map((name) => app.as(name)),
    )) as [Person, Person, Person];
  });
  after(() => app.close());

  const add = async (over: Parameters<typeof aPerson>[0] = {}, by = admin) => {
    const answer = await by.post('/api/people', aPerson(over));
    expect(answer.status, answer.text).to.equal(201);
    return answer.body;
  };
  const enter = async (code: string, password = aPassword) =>
    await visitor.post(`/api/invitations/${code}`, { password });
  const addAndEnter = async (over: Parameters<typeof aPerson>[0] = {}) => {
    const { person, invitation } = await add(over);
    const entered = await enter(invitation.code);
    expect(entered.status, entered.text).to.equal(200);
    return { person, session: app.withToken(entered.body.token) };
  };

  describe('adding', () => {
    it('answers 201 with the person, and the code of the invitation this once', async () => {
      const { person, invitation } = await add({ email: 'piti@example.go.th' });

      expect(person).to.include({ state: 'invited', office: 'TH-50', email: 'piti@example.go.th' });
      const days = (Date.parse(invitation.expiresAt) - Date.now()) / 86_400_000;
      expect(days).to.be.within(9.9, 10);
      const seen = JSON.stringify([
        (await admin.get(`/api/people/${person.username}`)).body,
        await app.models.users.findById(person.username).lean(),
      ]);
      expect(seen).not.to.include(invitation.code);
    });

    it('answers 409 person-exists the second time, whatever the size of the letters', async () => {
      const { person } = await add();

      const again = await admin.post(
        '/api/people',
        aPerson({ username: person.username.toUpperCase() }),
      );

      expect(again.status).to.equal(409);
      expect(again.body.type).to.equal('/problems/person-exists');
    });

    it('lets one of many who add the same person at once win', async () => {
      const person = aPerson();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => admin.post('/api/people', person)),
      );

      expect(answers.map(({ status }) => status).sort()).to.deep.equal([
        201,
        ...Array(9).fill(409),
      ]);
    });

    for (const [what, over, status, pointer] of [
      ['an office that is none', { office: 'TH-99', scope: { kind: 'all' } }, 422, '/body/office'],
      [
        'a province that is none',
        { scope: { kind: 'province', province: 'TH-99' } },
        422,
        '/body/scope',
      ],
      ['a user name with spaces', { username: 'a b c' }, 400, '/body/username'],
      ['a role that is none', { role: 'king' }, 400, '/body/role'],
      ['a password', { password: 'x' }, 400, '/body/password'],
    ] as const)
      it(`answers ${status} to ${what}, and names it`, async () => {
        const answer = await admin.post('/api/people', { ...aPerson(), ...over });

        expect(answer.status, answer.text).to.equal(status);
        expect(answer.body.errors[0].pointer).to.equal(pointer);
      });

    it('lets an officer add enumerators of the own office, inside of the own scope', async () => {
      const ask = async (over: Parameters<typeof aPerson>[0]) =>
        (await somchai.post('/api/people', aPerson(over))).status;

      expect(await ask({ office: 'TH-40' })).to.equal(201);
      expect(await ask({ office: 'TH-40', role: 'officer' })).to.equal(403);
      expect(await ask({ office: 'TH-41' })).to.equal(403);
      expect(await ask({ office: 'TH-40', scope: { kind: 'all' } })).to.equal(403);
      expect(
        await ask({ office: 'TH-40', scope: { kind: 'region', region: 'northeast' } }),
      ).to.equal(403);
    });

    it('lets an administrator of one region give nothing beyond it', async () => {
      const { session } = await addAndEnter({
        office: 'northeast',
        role: 'administrator',
        scope: { kind: 'region', region: 'northeast' },
      });

      const inside = await session.post(
        '/api/people',
        aPerson({ office: 'TH-41', role: 'officer' }),
      );
      const outside = await session.post('/api/people', aPerson({ office: 'TH-50' }));
      const wider = await session.patch('/api/people/admin', { name: 'ใคร' });

      expect([inside.status, outside.status, wider.status]).to.deep.equal([201, 403, 404]);
    });
  });

  describe('the list', () => {
    it('finds by name, user name and e-mail, and filters by role, office and state', async () => {
      const [one, other] = [
        await add({ name: 'สมหญิง แก้วใส', office: 'TH-34' }),
        await add({ email: 'kaew@example.go.th', office: 'TH-34', role: 'officer' }),
      ];
      const found = async (query: string) =>
        (await admin.get(`/api/people?${query}`)).body.items.map((p: any) => p.username).sort();
      const [a, b] = [one.person.username, other.person.username];

      expect(await found(`q=${encodeURIComponent('แก้วใส')}`)).to.deep.equal([a]);
      expect(await found('q=KAEW@')).to.deep.equal([b]);
      expect(await found(`q=${a.slice(0, 8)}`)).to.deep.equal([a]);
      expect(await found('office=TH-34')).to.deep.equal([a, b].sort());
      expect(await found('office=TH-34&role=officer')).to.deep.equal([b]);
      expect(await found('office=TH-34&state=active')).to.deep.equal([]);
      expect(await found('office=TH-34&state=invited')).to.deep.equal([a, b].sort());
    });

    it('counts all of them by their state, with the first page', async () => {
      await add({ office: 'TH-33' });
      const late = await add({ office: 'TH-33' });
      const off = await add({ office: 'TH-33' });
      await addAndEnter({ office: 'TH-33' });
      await app.models.users.updateOne(
        { _id: late.person.username },
        { $set: { 'invitation.expiresAt': new Date(0) } },
      );
      await admin.patch(`/api/people/${off.person.username}`, { disabled: true });

      const first = (await admin.get('/api/people?office=TH-33&state=expired&limit=1')).body;
      const all = (await admin.get('/api/people?office=TH-33&limit=2')).body;
      const second = (await admin.get(`/api/people?office=TH-33&after=${all.next}`)).body;

      const counts = { active: 1, invited: 1, expired: 1, disabled: 1, offices: 1 };
      expect([first.counts, all.counts, second.counts]).to.deep.equal([counts, counts, null]);
      expect(first.items.map((p: any) => p.username)).to.deep.equal([late.person.username]);
    });

    it('says when somebody was last seen', async () => {
      const [never, once] = [
        await add({ office: 'TH-32' }),
        await addAndEnter({ office: 'TH-32' }),
      ];
      const { items } = (await admin.get('/api/people?office=TH-32')).body;
      const seenAt = (username: string) => items.find((p: any) => p.username === username).seenAt;

      expect(seenAt(never.person.username)).to.equal(null);
      expect(Date.now() - Date.parse(seenAt(once.person.username))).to.be.below(60_000);
    });

    it('gives everybody once, page by page', async () => {
      const all: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const { body }: any = await admin.get(`/api/people?limit=3${after && `&after=${after}`}`);
        all.push(...body.items.map((p: any) => p.username));
        after = body.next;
      }

      expect(all.length).to.be.greaterThan(6);
      expect(new Set(all).size).to.equal(all.length);
      expect(all).to.include.members(['admin', 'malee', 'nok', 'somchai', 'wanida']);
    });

    it('shows an officer the enumerators of the own office alone', async () => {
      const { person } = await add({ office: 'TH-40' });

      const seen = (await somchai.get('/api/people')).body.items;
      const asked = (await somchai.get('/api/people?office=TH-50')).body.items;

      expect(seen.map((p: any) => p.username)).to.include(person.username);
      expect(seen.every((p: any) => p.office === 'TH-40' && p.role === 'enumerator')).to.equal(
        true,
      );
      expect(asked).to.deep.equal([]);
    });
  });

  describe('changing', () => {
    it('ends every session and token at once when somebody is disabled, also once enabled again', async () => {
      const { person, session } = await addAndEnter();
      const token = await session.post('/api/me/tokens', {
        name: 'x',
        verbs: ['read-figures'],
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      });
      const script = app.withToken(token.body.token);
      const ask = async () => [
        (await session.get('/api/session')).status,
        (await script.get('/api/surveys/2569/figures?figures=summary')).status,
      ];
      expect(await ask()).to.deep.equal([200, 200]);

      const disabled = await admin.patch(`/api/people/${person.username}`, { disabled: true });
      expect(disabled.body.state).to.equal('disabled');
      expect(await ask()).to.deep.equal([401, 401]);
      const signIn = await visitor.post('/api/session', {
        username: person.username,
        password: aPassword,
      });
      expect(signIn.status).to.equal(401);

      const enabled = await admin.patch(`/api/people/${person.username}`, { disabled: false });
      expect(enabled.body.state).to.equal('active');
      expect(await ask()).to.deep.equal([401, 401]);
      const again = await visitor.post('/api/session', {
        username: person.username,
        password: aPassword,
      });
      expect(again.status).to.equal(200);
    });

    it('takes a role away at the next request', async () => {
      const { person, session } = await addAndEnter({ role: 'officer', office: 'TH-40' });
      expect((await session.get('/api/people')).status).to.equal(200);

      const changed = await admin.patch(`/api/people/${person.username}`, { role: 'enumerator' });

      expect(changed.body.role).to.equal('enumerator');
      expect((await session.get('/api/people')).status).to.equal(401);
    });

    it('takes a role away from a token, too, which goes on with what is left', async () => {
      const { person, session } = await addAndEnter({ role: 'officer', office: 'TH-40' });
      const made = await session.post('/api/me/tokens', {
        name: 'x',
        verbs: ['read-figures', 'decide', 'read-batches'],
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      });
      const script = app.withToken(made.body.token);
      expect((await script.get('/api/surveys/2569/batches')).status).to.equal(200);

      await admin.patch(`/api/people/${person.username}`, { role: 'enumerator' });

      expect((await script.get('/api/surveys/2569/batches')).status).to.equal(403);
      expect((await script.get('/api/surveys/2569/figures?figures=summary')).status).to.equal(200);
    });

    it('keeps sessions when only the name changes', async () => {
      const { person, session } = await addAndEnter();

      await admin.patch(`/api/people/${person.username}`, { name: 'ชื่อใหม่' });

      expect((await session.get('/api/session')).body.user.name).to.equal('ชื่อใหม่');
    });

    it('loses none of two changes at once', async () => {
      const { person } = await add();
      const url = `/api/people/${person.username}`;

      await Promise.all([
        admin.patch(url, { name: 'ชื่อใหม่' }),
        admin.patch(url, { email: 'new@example.go.th' }),
        admin.patch(url, { office: 'TH-51' }),
      ]);

      expect((await admin.get(url)).body).to.include({
        name: 'ชื่อใหม่',
        email: 'new@example.go.th',
        office: 'TH-51',
      });
    });

    it('decides anew when somebody else has written since it read', async () => {
      const { person } = await add({ name: 'ก' });
      const longer = () =>
        changeUser(app.context, person.username, async ({ name }) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          return { set: { name: `${name}ก` }, ends: 'nothing' };
        });

      await Promise.all([longer(), longer(), longer(), longer()]);

      expect((await admin.get(`/api/people/${person.username}`)).body.name).to.equal('กกกกก');
    });

    it('answers 409 last-administrator instead of leaving nobody', async () => {
      for (const change of [
        { disabled: true },
        { role: 'planner' },
        { scope: { kind: 'province', province: 'TH-10' } },
      ]) {
        const answer = await admin.patch('/api/people/admin', change);
        expect(answer.status, answer.text).to.equal(409);
        expect(answer.body.type).to.equal('/problems/last-administrator');
      }
    });

    it('leaves one of three administrators who disable each other at once', async () => {
      const over = await startApp();
      const first = await over.as('admin');
      const chiefs = [];
      for (let i = 0; i < 2; i++) {
        const chief = aPerson({
          office: 'national',
          role: 'administrator',
          scope: { kind: 'all' },
        });
        const { body } = await first.post('/api/people', chief);
        const entered = await (await over.as('visitor')).post(
          `/api/invitations/${body.invitation.code}`,
          { password: aPassword },
        );
        chiefs.push({ username: chief.username, session: over.withToken(entered.body.token) });
      }
      const [a, b] = chiefs as [(typeof chiefs)[0], (typeof chiefs)[0]];
      const disable = (by: Person, username: string) =>
        by.patch(`/api/people/${username}`, { disabled: true });

      const answers = await Promise.all([
        disable(first, a.username),
        disable(a.session, b.username),
        disable(b.session, 'admin'),
      ]);
      const left = await over.models.users.find({ role: 'administrator', active: true }).lean();
      await over.close();

      expect(left.length, answers.map(({ text }) => text).join('\n')).to.be.at.least(1);
      expect(answers.some(({ status }) => status === 200)).to.equal(true);
    });
  });

  describe('an invitation', () => {
    it('says for whom it is, sets the password once, and signs in', async () => {
      const { person, invitation } = await add();

      const who = await visitor.get(`/api/invitations/${invitation.code}`);
      const entered = await enter(invitation.code);
      const again = await enter(invitation.code);

      expect(who.body).to.include({ username: person.username, name: person.name });
      expect(entered.body.user).to.include({ username: person.username, office: 'TH-50' });
      expect(entered.headers.get('set-cookie')).to.include(entered.body.token);
      expect(again.status).to.equal(410);
      expect(again.body.type).to.equal('/problems/invitation-over');
      expect((await admin.get(`/api/people/${person.username}`)).body).to.deep.include({
        state: 'active',
        invitation: null,
      });
    });

    it('is read in letters of any size and in groups, as people type it', async () => {
      const { invitation } = await add();
      const typed = `${invitation.code.slice(0, 13)}-${invitation.code.slice(13)}`.toUpperCase();

      expect((await enter(typed)).status).to.equal(200);
    });

    it('is used by one of many who try at once', async () => {
      const { invitation } = await add();

      const answers = await Promise.all(Array.from({ length: 5 }, () => enter(invitation.code)));

      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 410, 410, 410, 410]);
    }).timeout(60_000);

    it('dies when a newer one is made, when it is late, and when the person is disabled', async () => {
      const { person, invitation } = await add();
      const url = `/api/people/${person.username}`;
      const next = await admin.post(`${url}/invitation`, {});
      expect((await enter(invitation.code)).status).to.equal(410);

      await app.models.users.updateOne(
        { _id: person.username },
        { $set: { 'invitation.expiresAt': new Date(Date.now() - 1) } },
      );
      expect((await enter(next.body.invitation.code)).status).to.equal(410);

      const third = await admin.post(`${url}/invitation`, {});
      await admin.patch(url, { disabled: true });
      expect((await enter(third.body.invitation.code)).status).to.equal(410);
      expect((await admin.post(`${url}/invitation`, {})).body.type).to.equal(
        '/problems/person-disabled',
      );
      await admin.patch(url, { disabled: false });
      expect((await enter(third.body.invitation.code)).status).to.equal(410);
    });

    it('ends the sessions of before when the password of somebody is set anew; until then the old one goes on', async () => {
      const { person, session } = await addAndEnter();
      const { body } = await admin.post(`/api/people/${person.username}/invitation`, {});
      expect((await session.get('/api/session')).status).to.equal(200);

      expect((await enter(body.invitation.code, 'another few words here')).status).to.equal(200);

      expect((await session.get('/api/session')).status).to.equal(401);
    });

    for (const [password, reason] of [
      ['ElevenChar1', 'too-short'],
      ['passwordpassword', 'common'],
      ['qwertyuiop12345', 'common'],
      ['my rabfang password', 'product'],
      ['ระบบรับฟังของเรา', 'product'],
    ] as const)
      it(`refuses ${JSON.stringify(password)} as ${reason}, and can still be used`, async () => {
        const { invitation } = await add();

        const weak = await enter(invitation.code, password);

        expect(weak.status).to.equal(422);
        expect(weak.body).to.include({ type: '/problems/password-weak', reason });
        expect(weak.text).not.to.include(password);
        expect((await visitor.get(`/api/invitations/${invitation.code}`)).status).to.equal(200);
      });

    it('refuses a password that contains the user name', async () => {
      const { person, invitation } = await add();

      const weak = await enter(invitation.code, `${person.username} and more`);

      expect(weak.body.reason).to.equal('username');
    });

    it('makes an address wait that tries many codes', async () => {
      const over = await startApp();
      const stranger = await over.as('visitor');
      const statuses = [];
      for (let i = 0; i < 55; i++) {
        statuses.push((await stranger.get(`/api/invitations/code-${i}`)).status);
      }
      await over.close();

      expect(statuses.slice(0, 50).every((status) => status === 410)).to.equal(true);
      expect(statuses.at(-1)).to.equal(429);
    });
  });
});
