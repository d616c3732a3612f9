// Many people from a file, as offices have them: everything is checked first, every row says why, nothing is half.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aPassword } from '../../support/build.ts';

describe('POST /api/people as text/csv', () => {
  let app: TestApp;
  let admin: Person;

  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
  });
  after(() => app.close());

  const send = (body: string | Uint8Array, { query = '', by = admin } = {}) =>
    by.send('POST', `/api/people${query}`, {
      body: body as BodyInit,
      headers: { 'content-type': 'text/csv' },
    });
  const stored = (prefix: string) =>
    app.models.users.countDocuments({ _id: { $gt: prefix, $lt: `${prefix}~` } });

  const thai = [
    'รายชื่อผู้เก็บข้อมูล ปี 2569',
    'ชื่อผู้ใช้,ชื่อ-สกุล,บทบาท,สำนักงาน,พื้นที่,อีเมล',
    'thai.one,ก้อง ดี,ผู้เก็บข้อมูล,TH-40,,kong@example.go.th',
    'THAI.two,"แก้ว, ใส",เจ้าหน้าที่,สำนักงานขอนแก่น,จ.ขอนแก่น,',
    '',
    'thai.three,วัน ดี,planner,northeast,ภาคตะวันออกเฉียงเหนือ,',
  ].join('\r\n');

  it('only looks with dryRun', async () => {
    const { status, body } = await send(thai, { query: '?dryRun=true' });

    expect(status).to.equal(200);
    expect(body.counts).to.deep.equal({ rows: 3, new: 3, same: 0, wrong: 0 });
    expect(body.rows.every(({ invitation }: any) => invitation === null)).to.equal(true);
    expect(await stored('thai.')).to.equal(0);
  });

  it('adds everybody, in Thai words, below a title, and gives each a code', async () => {
    const { status, body, text } = await send(thai);
    expect(status, text).to.equal(201);
    expect(body.rows.map(({ row, line, username }: any) => [row, line, username])).to.deep.equal([
      [1, 3, 'thai.one'],
      [2, 4, 'THAI.two'],
      [3, 6, 'thai.three'],
    ]);

    const two = (await admin.get('/api/people/thai.two')).body;
    expect(two).to.deep.include({
      name: 'แก้ว, ใส',
      role: 'officer',
      office: 'TH-40',
      scope: { kind: 'province', province: 'TH-40' },
      state: 'invited',
    });
    const { code } = body.rows[1].invitation;
    const visitor = await app.as('visitor');
    const entered = await visitor.post(`/api/invitations/${code}`, { password: aPassword });
    expect(entered.body.user.username).to.equal('thai.two');
  });

  it('adds nobody the second time, and gives new codes only when they are asked for', async () => {
    const again = await send(thai);
    const renewed = await send(thai, { query: '?renew=true' });

    expect(again.body.counts).to.deep.equal({ rows: 3, new: 0, same: 3, wrong: 0 });
    expect(again.body.rows.map(({ invitation }: any) => invitation)).to.deep.equal([
      null,
      null,
      null,
    ]);
    // the second one has set a password
    expect(renewed.body.rows.map(({ invitation }: any) => invitation !== null)).to.deep.equal([
      true,
      false,
      true,
    ]);
  });

  it('adds nobody when one row is wrong, and says of every row why', async () => {
    const file = [
      'username,name,role,office,scope,email',
      'bad.fine,Fine,enumerator,TH-40,,',
      'bad.role,Role,king,TH-40,,',
      'bad.office,Office,enumerator,nowhere,,',
      'bad.scope,Scope,enumerator,TH-40,Atlantis,',
      ',No name,enumerator,TH-40,,',
      'bad.fine,Twice,enumerator,TH-40,,',
      'ชื่อไทย,Thai letters,enumerator,TH-40,,',
      'bad.mail,Mail,enumerator,TH-40,,not an address',
      'malee,Somebody else,officer,TH-40,,',
      'bad.many,,king,nowhere,,',
    ].join('\n');

    const { status, body } = await send(file);
    const looked = await send(file, { query: '?dryRun=true' });

    expect([status, body.type]).to.deep.equal([422, '/problems/people-invalid']);
    const reasons = body.rows.map(({ reasons: all }: any) =>
      all.map(({ code, column }: any) => `${column} ${code}`),
    );
    expect(reasons).to.deep.equal([
      [],
      ['role unknown-role'],
      ['office unknown-office'],
      ['scope unknown-scope'],
      ['username missing'],
      ['username twice-in-file'],
      ['username unreadable'],
      ['email unreadable'],
      ['username person-exists'],
      ['name missing', 'role unknown-role', 'office unknown-office'],
    ]);
    expect(looked.body.counts).to.deep.equal({ rows: 10, new: 1, same: 0, wrong: 9 });
    expect(looked.body.rows).to.deep.equal(body.rows);
    expect(await stored('bad.')).to.equal(0);
  });

  it('lets an officer add enumerators of the own office alone', async () => {
    const by = await app.as('somchai');
    const file = (office: string, role: string) =>
      `username,name,role,office\nsom.${role}.${office.toLowerCase()},A B,${role},${office}\n`;

    expect((await send(file('TH-40', 'enumerator'), { by })).status).to.equal(201);
    for (const other of [file('TH-41', 'enumerator'), file('TH-40', 'officer')]) {
      const { status, body } = await send(other, { by });
      expect(status).to.equal(422);
      expect(body.rows[0].reasons[0].code).to.equal('beyond-yours');
    }
  });

  it('reads what Thai Excel writes: windows-874, semicolons', async () => {
    const text = 'ชื่อผู้ใช้;ชื่อ;บทบาท;สำนักงาน\nexcel.one;สมศรี;ผู้เก็บข้อมูล;TH-50\n';
    const bytes = Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 128 ? code : code - 0x0e00 + 0xa0;
    });

    const { status, body } = await send(bytes);

    expect(status, JSON.stringify(body)).to.equal(201);
    expect((await admin.get('/api/people/excel.one')).body.name).to.equal('สมศรี');
  });

  for (const [what, body, type] of [
    ['a file without user names', 'name,role\nA,officer\n', 'no-header'],
    ['an empty file', '', 'empty-file'],
    ['a header alone', 'username,name,role,office\n', 'empty-file'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'not-text'],
  ] as const)
    it(`answers 422 ${type} to ${what}`, async () => {
      const answer = await send(body);

      expect([answer.status, answer.body.type]).to.deep.equal([422, `/problems/${type}`]);
    });

  it('answers 413 to more than two thousand people, adding nobody', async () => {
    const rows = Array.from({ length: 2001 }, (_, n) => `many.${n},A B,enumerator,TH-40`);

    const answer = await send(['username,name,role,office', ...rows].join('\n'));

    expect(answer.status).to.equal(413);
    expect(await stored('many.')).to.equal(0);
  });

  it('adds each once when the same file comes several times at once, and finishes what a stopped one left', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `race.${n},A B,enumerator,TH-40`);
    const file = ['username,name,role,office', ...rows].join('\n');
    // as if a server had been stopped after the tenth
    const begun = await send(['username,name,role,office', ...rows.slice(0, 10)].join('\n'));

    const answers = await Promise.all([send(file), send(file), send(file)]);

    expect(begun.status).to.equal(201);
    const codes = answers.flatMap(({ body }) =>
      body.rows.flatMap(({ username, invitation }: any) => (invitation ? [username] : [])),
    );
    expect(codes.sort()).to.deep.equal(
      rows
        .slice(10)
        .map((row) => row.split(',')[0])
        .sort(),
    );
    expect(await stored('race.')).to.equal(30);
  });
});
