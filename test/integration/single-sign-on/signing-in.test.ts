// Signing in by the organisation's own service, against a real one.
import { expect } from 'chai';
import { readConfig } from '../../../server/config.ts';
import { type Answer, startApp, type TestApp } from '../../support/app.ts';
import { aPerson } from '../../support/build.ts';
import { openTestDatabase } from '../../support/database.ts';
import { type SignInServiceForTests, startSignInService } from '../../support/sign-in-service.ts';
import { VisitorWithCookies } from '../../support/visitor-with-cookies.ts';

const mapping = [
  { when: { groups: 'rabfang-admins' }, role: 'administrator', office: 'national', scope: 'all' },
  { when: { groups: 'rabfang-officers' }, role: 'officer', office: { claim: 'office' } },
  {
    when: { groups: ['field', 'volunteers'] },
    role: 'enumerator',
    office: 'TH-50',
    scope: { claim: 'area' },
  },
];
const officer = {
  name: 'สมศรี ใจดี',
  preferred_username: 'Somsri.J',
  email: 'somsri@ministry.example',
  groups: ['staff', 'rabfang-officers'],
  office: 'TH-40',
};

describe('GET /api/session/service, and back', () => {
  let app: TestApp;
  let service: SignInServiceForTests;

  const configured = (over: Record<string, string> = {}) => {
    const env = { OIDC_MAPPING: JSON.stringify(mapping), OIDC_NEW_PEOPLE: 'on', ...service.env };
    const { signInService, localSignIn } = readConfig({ ...env, ...over });
    return { signInService, localSignIn };
  };

  before(async function () {
    this.timeout(60_000);
    service = await startSignInService();
    app = await startApp(configured());
    service.knows(app.url);
  });
  after(async () => {
    await app.close();
    await service.stop();
  });
  beforeEach(() => {
    Object.assign(service, { lies: undefined, forges: false, declines: false });
  });

  const isOurPage = (url: string) => url.includes('/#');
  const startOf = (at: TestApp, next = '') =>
    `${at.url}/api/session/service${next && `?next=${encodeURIComponent(next)}`}`;

  /** The address of the page on which somebody ends up who presses the button. */
  async function comes(visitor = new VisitorWithCookies(), next = '', at = app): Promise<string> {
    const stops = await visitor.go(startOf(at, next), isOurPage);
    return stops.at(-1)?.url.slice(at.url.length) ?? '';
  }
  const refusedFor = (page: string) => /refused=([a-z-]+)/.exec(page)?.[1];
  const sessionOf = async (visitor: VisitorWithCookies, at = app): Promise<any> =>
    await (await visitor.ask(`${at.url}/api/session`)).json();
  const stored = (username: string) => app.models.users.findById(username).lean();
  const record = async (on: string): Promise<any[]> => {
    const admin = await app.as('admin');
    return (await admin.get(`/api/audit?on=${on}`)).body.items;
  };

  it('lets in whom the service knows, and adds them the first time as the mapping says', async () => {
    const visitor = new VisitorWithCookies();
    service.signsIn('subject-1', officer);

    const page = await comes(visitor, '/review?province=TH-40');
    const { user, secondFactorMissing } = await sessionOf(visitor);

    expect(page).to.equal('/#/review?province=TH-40');
    expect(user).to.deep.equal({
      username: 'somsri.j',
      name: 'สมศรี ใจดี',
      role: 'officer',
      office: 'TH-40',
      scope: { kind: 'province', province: 'TH-40' },
    });
    expect(secondFactorMissing).to.equal(false);
    const entries = await record('person:somsri.j');
    expect(entries.map(({ what }) => what)).to.deep.equal(['signed-in', 'person-added']);
    expect(entries[0].changes).to.deep.equal([{ field: 'by', before: null, after: 'service' }]);
    expect(JSON.stringify(await stored('somsri.j'))).not.to.include('subject-1');
  });

  it('knows a person by the subject, whatever else changes at the service', async () => {
    service.signsIn('subject-1', { ...officer, name: 'นามสกุลใหม่', preferred_username: 'other' });
    const visitor = new VisitorWithCookies();

    await comes(visitor);

    expect((await sessionOf(visitor)).user).to.include({
      username: 'somsri.j',
      name: 'สมศรี ใจดี',
    });
    expect(await stored('other')).to.equal(null);
  });

  it('takes nobody for somebody who has the same user name or the same e-mail here', async () => {
    const admin = await app.as('admin');
    const person = aPerson({ username: 'local.person', email: 'local@ministry.example' });
    await admin.post('/api/people', person);

    service.signsIn('subject-2', { ...officer, preferred_username: 'local.person' });
    const bySameName = await comes();
    service.signsIn('subject-3', {
      ...officer,
      preferred_username: 'namesake',
      email: 'local@ministry.example',
    });
    const visitor = new VisitorWithCookies();
    await comes(visitor);

    expect(refusedFor(bySameName)).to.equal('name-taken');
    expect((await stored('local.person'))?.service ?? null).to.equal(null);
    expect((await sessionOf(visitor)).user.username).to.equal('namesake');
  });

  it('follows the mapping each time: another role and office, and what was open of before ends', async () => {
    const before = new VisitorWithCookies();
    service.signsIn('subject-4', { ...officer, preferred_username: 'moved' });
    await comes(before);
    service.signsIn('subject-4', { groups: ['volunteers'], area: 'ลำพูน' });
    const after = new VisitorWithCookies();
    await comes(after);

    expect((await sessionOf(after)).user).to.deep.include({
      username: 'moved',
      role: 'enumerator',
      office: 'TH-50',
      scope: { kind: 'province', province: 'TH-51' },
    });
    expect((await sessionOf(before)).type).to.equal('/problems/signed-out');
    const [, changed] = await record('person:moved');
    expect(changed.what).to.equal('person-changed');
    expect(changed.changes.map(({ field }: any) => field)).to.deep.equal([
      'role',
      'office',
      'scope',
      'by',
    ]);
  });

  it('lets nobody in any more whom no rule fits, and ends what they had open', async () => {
    const visitor = new VisitorWithCookies();
    service.signsIn('subject-5', { ...officer, preferred_username: 'left' });
    await comes(visitor);
    service.signsIn('subject-5', { groups: ['staff'] });

    expect(refusedFor(await comes())).to.equal('no-role');
    expect((await sessionOf(visitor)).type).to.equal('/problems/signed-out');
    const [refused] = await record('person:left');
    expect(refused).to.deep.include({
      what: 'sign-in-refused',
      who: null,
      changes: [
        { field: 'by', before: null, after: 'service' },
        { field: 'reason', before: null, after: 'no-role' },
      ],
    });
  });

  for (const [reason, claims] of [
    ['no-role', { groups: [] }],
    ['no-role', { groups: 'administrator' }],
    ['no-office', { groups: ['rabfang-officers'] }],
    ['no-office', { groups: ['rabfang-officers'], office: 'nowhere' }],
    ['no-place', { groups: ['field'] }],
    ['no-place', { groups: ['field'], area: 'Atlantis' }],
    ['no-name', { groups: ['field'], area: 'TH-50', preferred_username: '../admin' }],
    ['no-name', { groups: ['field'], area: 'TH-50', preferred_username: undefined }],
  ] as const)
    it(`refuses with ${reason} somebody of whom the service says ${JSON.stringify(claims)}`, async () => {
      const { length } = await app.models.users.find({}).lean();
      service.signsIn(`subject ${reason} ${JSON.stringify(claims)}`, {
        preferred_username: 'new.one',
        ...claims,
      });

      expect(refusedFor(await comes())).to.equal(reason);
      expect(await app.models.users.find({}).lean()).to.have.length(length);
    });

  it('adds nobody where that is not allowed', async () => {
    const other = await startApp(configured({ OIDC_NEW_PEOPLE: 'off' }));
    service.knows(other.url);
    service.signsIn('subject-6', officer);
    const page = await comes(undefined, '', other);
    const people = await other.models.users.find({ _id: 'somsri.j' }).lean();
    await other.close();
    service.knows(app.url);

    expect(refusedFor(page)).to.equal('no-account');
    expect(people).to.have.length(0);
  });

  it('keeps out who is disabled here, whatever the service says', async () => {
    service.signsIn('subject-7', { ...officer, preferred_username: 'disabled.one' });
    await comes();
    await (await app.as('admin')).patch('/api/people/disabled.one', { disabled: true });

    expect(refusedFor(await comes())).to.equal('disabled');
  });

  it('says it when they declined at the service', async () => {
    service.signsIn('subject-1', officer);
    service.declines = true;

    expect(refusedFor(await comes())).to.equal('declined');
  });

  /** Goes as far as the service's answer, and keeps it. */
  async function broughtBack(visitor: VisitorWithCookies): Promise<string> {
    const isBack = (url: string) => url.includes('/service/return');
    const stops = await visitor.go(startOf(app), isBack);
    return stops.at(-1)?.url ?? '';
  }
  const arrives = async (visitor: VisitorWithCookies, address: string) =>
    refusedFor((await visitor.ask(address)).headers.get('location') ?? '');

  it('takes an answer once: it is not even asked about again', async () => {
    const visitor = new VisitorWithCookies();
    service.signsIn('subject-1', officer);
    const address = await broughtBack(visitor);
    const cookies = visitor.cookies(app.url);

    expect(await arrives(visitor, address)).to.equal(undefined);
    const taken = service.codesTaken;
    const thief = new VisitorWithCookies();
    thief.takes(app.url, cookies);
    expect(await arrives(thief, address)).to.equal('too-many');
    expect(await arrives(visitor, address)).to.equal('over');
    expect(service.codesTaken).to.equal(taken);
  });

  it('takes an answer only in the browser that asked, as it was asked, and in time', async () => {
    const asked = service.codesTaken;
    const visitor = new VisitorWithCookies();
    service.signsIn('subject-1', officer);
    const address = await broughtBack(visitor);
    const own = visitor.cookies(app.url);
    const arrivesWith = async (cookies: ReadonlyMap<string, string>, at = address) => {
      const one = new VisitorWithCookies();
      one.takes(app.url, cookies);
      return await arrives(one, at);
    };
    const another = new VisitorWithCookies();
    await broughtBack(another);
    const [[name = '', sealed = ''] = []] = [...own];
    const changed = `${sealed.slice(0, -4)}AAAA`;

    expect(await arrivesWith(new Map())).to.equal('over');
    expect(await arrivesWith(another.cookies(app.url))).to.equal('over');
    expect(await arrivesWith(new Map([[name, changed]]))).to.equal('over');
    expect(await arrivesWith(own, address.replace(/state=[^&]+/, 'state=x'))).to.equal('over');
    const { now } = app.context;
    app.context.now = () => new Date(now().getTime() + 11 * 60 * 1000);
    const late = await arrivesWith(own).finally(() => {
      app.context.now = now;
    });
    expect(late).to.equal('over');
    expect(service.codesTaken).to.equal(asked);
  });

  it('takes no answer of another service for one of this', async () => {
    const visitor = new VisitorWithCookies();
    service.signsIn('subject-1', officer);
    const address = new URL(await broughtBack(visitor));
    const asked = service.codesTaken;
    address.searchParams.set('iss', 'https://elsewhere.example');

    expect(await arrives(visitor, address.href)).to.equal('failed');
    expect(service.codesTaken).to.equal(asked);
  });

  const now = () => Math.floor(Date.now() / 1000);
  const lies: [string, (claims: Record<string, unknown>) => Record<string, unknown>][] = [
    ['was issued by somebody else', () => ({ iss: 'https://elsewhere.example' })],
    ['is for somebody else', () => ({ aud: 'another client' })],
    ['is over, more than clocks differ', () => ({ exp: now() - 90 })],
    ['was issued long after now', () => ({ nbf: now() + 300 })],
    ['belongs to another sign-in', () => ({ nonce: 'another' })],
    ['belongs to no sign-in', () => ({ nonce: undefined })],
    ['is about somebody else than the service says', () => ({ sub: 'subject-4' })],
  ];
  for (const [what, lie] of lies)
    it(`believes no token that ${what}`, async () => {
      service.signsIn('subject-1', officer);
      service.lies = lie;
      const visitor = new VisitorWithCookies();

      expect(refusedFor(await comes(visitor))).to.equal('failed');
      expect((await sessionOf(visitor)).type).to.equal('/problems/signed-out');
    });

  it('believes a token that is over by less than clocks differ', async () => {
    service.signsIn('subject-1', officer);
    service.lies = () => ({ exp: now() - 20 });

    expect(refusedFor(await comes())).to.equal(undefined);
  });

  it('believes no token that another key signed', async () => {
    service.signsIn('subject-1', officer);
    service.forges = true;

    expect(refusedFor(await comes())).to.equal('failed');
  });

  for (const next of [
    '//elsewhere.example',
    'https://elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/home\nSet-Cookie: x=y',
  ])
    it(`leads to a page of ours, not to ${JSON.stringify(next)}`, async () => {
      service.signsIn('subject-1', officer);
      const page = await comes(undefined, next);

      expect(page).to.match(/^\/#\/(home|\/elsewhere\.example)$/);
    });

  it('opens a new session each time, whatever cookie was there before', async () => {
    service.signsIn('subject-1', officer);
    const visitor = new VisitorWithCookies();
    await comes(visitor);
    const first = visitor.cookies(app.url).get('rabfang_session');
    visitor.takes(app.url, new Map([['rabfang_session', 'given by somebody else']]));
    await comes(visitor);

    const second = visitor.cookies(app.url).get('rabfang_session');
    expect(second).to.be.a('string');
    expect([first, 'given by somebody else']).not.to.include(second);
  });

  it('says that the service does not answer, and lets people in by password', async () => {
    // one that has been asked before knows where to send people; this one does not
    const other = await startApp(configured());
    await service.down();
    const page = await comes(undefined, '/review', other);
    const known = await (await other.as('visitor')).post('/api/session', {
      username: 'somchai',
      password: 'rabfang-demo',
    });
    const health = await (await other.as('visitor')).get('/readyz');
    await service.up();
    service.knows(other.url);
    service.signsIn('subject-8', officer);
    const again = await comes(undefined, '/review', other);
    await other.close();
    service.knows(app.url);

    expect(page).to.equal('/#/signin?refused=unreachable&next=%2Freview');
    expect([known.status, health.status]).to.deep.equal([200, 200]);
    expect(again).to.equal('/#/review');
  });

  it('signs out here, and says where to go on to sign out there', async () => {
    const visitor = new VisitorWithCookies();
    service.signsIn('subject-1', officer);
    await comes(visitor);

    const out = await visitor.ask(`${app.url}/api/session`, { method: 'DELETE' });
    const { goOnTo } = (await out.json()) as { goOnTo: string };
    const there = new URL(goOnTo);

    expect(out.status).to.equal(200);
    expect((await sessionOf(visitor)).type).to.equal('/problems/signed-out');
    expect(there.origin).to.equal(service.issuer);
    expect(there.searchParams.get('post_logout_redirect_uri')).to.equal(`${app.url}/`);
    expect(there.searchParams.get('id_token_hint')).to.match(/^ey/);
    expect((await fetch(goOnTo)).status).to.equal(200);
  });

  it('keeps nothing readable of what the service said', async () => {
    const visitor = new VisitorWithCookies();
    service.signsIn('subject-1', officer);
    await comes(visitor);

    const kept = JSON.stringify(await app.models.sessions.find({ username: 'somsri.j' }).lean());
    expect(kept).to.include('byService');
    expect(kept).not.to.match(/ey[A-Za-z0-9_-]{20,}\./);
  });

  it('asks who signed in there for no second factor here, unless the service is asked for one', async () => {
    const strict = await startApp(configured({ OIDC_ACR: 'two-factors', OIDC_AMR: 'otp,hwk' }));
    await (await strict.as('admin')).put('/api/sign-in-rules', { secondFactor: ['officer'] });
    service.knows(strict.url);
    const comesBy = async ({ acr, amr }: { acr: string; amr: string[] }) => {
      const visitor = new VisitorWithCookies();
      service.signsIn('subject-9', officer, { acr });
      service.lies = () => ({ amr });
      const page = await comes(visitor, '', strict);
      return { page, session: await sessionOf(visitor, strict) };
    };
    const weak = await comesBy({ acr: 'one-factor', amr: ['otp'] });
    const otherMeans = await comesBy({ acr: 'two-factors', amr: ['pwd'] });
    const strong = await comesBy({ acr: 'two-factors', amr: ['pwd', 'otp'] });
    await strict.close();
    service.knows(app.url);

    expect([refusedFor(weak.page), refusedFor(otherMeans.page)]).to.deep.equal(['weak', 'weak']);
    expect(strong.page).to.equal('/#/home');
    expect(strong.session.secondFactorMissing).to.equal(false);
  });

  it('goes on at another process than it began at', async () => {
    const { db, dataDir } = { db: app.context.db as never, dataDir: app.dataDir };
    const drop = () => Promise.resolve();
    const secret = 'one secret for both of these processes';
    const [one, other] = await Promise.all(
      [1, 2].map(() => startApp({ ...configured(), secret }, { db, dataDir, drop })),
    );
    if (!one || !other) throw new Error('both were started');
    service.knows(one.url);
    service.signsIn('subject-1', officer);
    const visitor = new VisitorWithCookies();
    const isBack = (url: string) => url.includes('/service/return');
    const address = (await visitor.go(startOf(one), isBack)).at(-1)?.url ?? '';
    const elsewhere = new VisitorWithCookies();
    elsewhere.takes(other.url, visitor.cookies(one.url));
    // both are behind one address
    Object.assign(other.context.config, { origin: one.url });
    const answer = await elsewhere.ask(address.replace(one.url, other.url));
    await Promise.all([one.close(), other.close()]);
    service.knows(app.url);

    expect(answer.headers.get('location')).to.equal('/#/home');
  });

  it('limits how often one address comes back', async () => {
    const other = await startApp(configured());
    const visitor = new VisitorWithCookies();
    const answers: (string | undefined)[] = [];
    for (let n = 0; n < 101; n++)
      answers.push(await arrives(visitor, `${other.url}/api/session/service/return?state=${n}`));
    await other.close();

    expect(answers[0]).to.equal('over');
    expect(answers.at(-1)).to.equal('too-many');
  });

  it('is not there where nothing is configured', async () => {
    const other = await startApp();
    const visitor = await other.as('visitor');
    const answers: Answer[] = [];
    for (const path of ['/api/session/service', '/api/session/service/return?code=x&state=y'])
      answers.push(await visitor.get(path));
    const session = await visitor.get('/api/session');
    await other.close();

    expect(answers.map(({ status }) => status)).to.deep.equal([404, 404]);
    expect(session.body.ways).to.deep.equal({ service: null, passwords: true });
  });

  /** Signed in by a password, with the cookie of a browser. */
  async function byPassword(username: string): Promise<VisitorWithCookies> {
    const visitor = new VisitorWithCookies();
    const { token } = await app.as(username);
    visitor.takes(app.url, new Map([['rabfang_session', token ?? '']]));
    return visitor;
  }
  async function adds(visitor: VisitorWithCookies): Promise<string> {
    const answer = await visitor.ask(`${app.url}/api/me/service`, { method: 'POST' });
    const { goOnTo } = (await answer.json()) as { goOnTo: string };
    const isBack = (url: string) => url.includes('/service/return');
    const address = (await visitor.go(goOnTo, isBack)).at(-1)?.url ?? '';
    return (await visitor.ask(address)).headers.get('location') ?? '';
  }

  it('becomes the second way in of who is signed in already and adds it, until they give it up', async () => {
    const somchai = await byPassword('somchai');
    service.signsIn('subject-10', { ...officer, preferred_username: 'anything' });

    expect(await adds(somchai)).to.equal('/#/me?service=added');
    const visitor = new VisitorWithCookies();
    await comes(visitor);
    expect((await sessionOf(visitor)).user.username).to.equal('somchai');
    const own = `${app.url}/api/me/service`;
    expect(((await (await somchai.ask(own)).json()) as any).hasPassword).to.equal(true);

    expect((await somchai.ask(own, { method: 'DELETE' })).status).to.equal(204);
    expect((await sessionOf(visitor)).type).to.equal('/problems/signed-out');
    expect((await sessionOf(somchai)).user.username).to.equal('somchai');
    const entries = await record('person:somchai');
    expect(entries.map(({ what }) => what)).to.include.members(['person-changed', 'signed-in']);
  });

  it('is nobody’s second way in who is another’s, whose session ended, or whom no rule fits', async () => {
    service.signsIn('subject-1', officer);
    const anothers = await adds(await byPassword('wanida'));
    service.signsIn('subject-11', { groups: ['staff'] });
    const unfit = await adds(await byPassword('wanida'));
    service.signsIn('subject-12', officer);
    const nok = await byPassword('nok');
    const answer = await nok.ask(`${app.url}/api/me/service`, { method: 'POST' });
    const { goOnTo } = (await answer.json()) as { goOnTo: string };
    const isBack = (url: string) => url.includes('/service/return');
    const address = (await nok.go(goOnTo, isBack)).at(-1)?.url ?? '';
    await nok.ask(`${app.url}/api/session`, { method: 'DELETE' });
    const late = (await nok.ask(address)).headers.get('location');

    expect([anothers, unfit, late]).to.deep.equal([
      '/#/me?service=other-account',
      '/#/me?service=no-role',
      '/#/me?service=over',
    ]);
    for (const name of ['wanida', 'nok'])
      expect((await stored(name))?.service ?? null).to.equal(null);
  });

  it('cannot be given up by who has no password', async () => {
    const visitor = new VisitorWithCookies();
    service.signsIn('subject-1', officer);
    await comes(visitor);

    const answer = await visitor.ask(`${app.url}/api/me/service`, { method: 'DELETE' });
    expect(answer.status).to.equal(403);
  });
});

describe('LOCAL_SIGN_IN=off', () => {
  it('leaves the password to administrators of the whole country', async () => {
    const service = await startSignInService();
    const { signInService } = readConfig({ ...service.env, OIDC_MAPPING: JSON.stringify(mapping) });
    const app = await startApp({ signInService, localSignIn: false });
    const visitor = await app.as('visitor');
    const signIn = (username: string, password = 'rabfang-demo') =>
      visitor.post('/api/session', { username, password });
    const invited = await (await app.as('admin')).post('/api/people', aPerson());
    const { code } = invited.body.invitation;
    const answers = [
      await signIn('somchai'),
      await signIn('somchai', 'wrong'),
      await signIn('admin'),
      await visitor.post(`/api/invitations/${code}`, { password: 'four words of my own' }),
    ];
    const { ways } = (await visitor.get('/api/session')).body;
    await app.close();
    await service.stop();

    expect(answers.map(({ status, body }) => [status, body.type])).to.deep.equal([
      [403, '/problems/passwords-off'],
      [401, '/problems/signed-out'],
      [200, undefined],
      [403, '/problems/passwords-off'],
    ]);
    expect(ways).to.deep.equal({
      service: { nameTh: 'บัญชีกระทรวง', nameEn: 'the ministry’s account' },
      passwords: false,
    });
  });

  it('starts with no mapping to an office that is not there', async () => {
    const service = await startSignInService();
    const rule = { when: { groups: 'x' }, role: 'officer', office: 'TH-99' };
    const { signInService } = readConfig({ ...service.env, OIDC_MAPPING: JSON.stringify([rule]) });
    const database = await openTestDatabase();
    const outcome = await startApp({ signInService }, database).catch((error: unknown) => error);
    await database.drop();
    await service.stop();

    expect(String(outcome)).to.include('no office "TH-99"');
  });
});
