// The life of a batch: sent, sent again, cut off, resumed, refused, undone, fixed.
import { createHash, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { silenceLimit } from '../../../server/batches/silence.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { makeCsv } from '../../support/make-csv.ts';
import { type Sending, sendFile } from '../../support/send-file.ts';

const url = '/api/surveys/2569/batches';
const head = 'รหัสแบบสอบถาม,จังหวัด,ปัญหา,ระดับ,หมายเหตุ,ชื่อ-สกุล\n';

describe('the life of a batch', () => {
  let app: TestApp;
  let admin: Person;
  const send = (file: string | Uint8Array, sending?: Sending) => sendFile(admin, file, sending);
  const stored = () => app.models.responses.countDocuments({});
  const batch = async (id: string) => (await admin.get(`${url}/${id}`)).body;
  const rows = async (id: string, query = '') =>
    (await admin.get(`${url}/${id}/rows${query}`)).body;

  before(async () => {
    app = await startApp({ maxFileBytes: 3 * 1024 * 1024 });
    admin = await app.as('admin');
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  it('describes itself, and lists newest first', async () => {
    const { body } = await send(`${head}A1,น่าน,ถนนมืด,3,x,สมชาย ใจดี\n`, { name: 'ก.csv' });
    expect(body).to.deep.include({
      name: 'ก.csv',
      state: 'done',
      mapping: { รหัสแบบสอบถาม: 'id', จังหวัด: 'province', ปัญหา: 'title', ระดับ: 'severity' },
      leftOut: ['ชื่อ-สกุล'],
      ignored: ['หมายเหตุ'],
      policy: 'accept-good',
      severityDirection: '5-is-most',
      by: 'admin',
    });
    expect(body.notes).to.deep.include({ code: 'column-missing', field: 'day' });
    expect(body.warnings).to.deep.equal({});
    expect(body.receipt).to.match(/^B-\d\d-/);
    expect(await batch(body.id)).to.deep.equal(body);
    const second = await send(`${head}A2,น่าน,น้ำท่วม,3,x,สมชาย ใจดี\n`);
    const first = (await admin.get(`${url}?limit=1`)).body;
    expect(first.items.map(({ id }: any) => id)).to.deep.equal([second.body.id]);
    const next = (await admin.get(`${url}?limit=1&after=${first.next}`)).body;
    expect(next).to.deep.include({ next: null });
    expect(next.items.map(({ id }: any) => id)).to.deep.equal([body.id]);
  });

  it('keeps cells of the mapped columns alone', async () => {
    const { body } = await send(
      `${head}A1,น่าน,โทร 089-000-0000 ด้วย,3,สีแดง,สมชาย ใจดี\nA2,ไม่รู้,ถนนมืด,3,a@example.com,สมหญิง งาม\nA3,น่าน,ก,ข,ค,ง,จ\n`,
    );
    const { items } = await rows(body.id);
    expect(items.map(({ cells }: any) => cells)).to.deep.equal([
      { รหัสแบบสอบถาม: 'A1', จังหวัด: 'น่าน', ปัญหา: 'โทร [เบอร์โทร] ด้วย', ระดับ: '3' },
      { รหัสแบบสอบถาม: 'A2', จังหวัด: 'ไม่รู้', ปัญหา: 'ถนนมืด', ระดับ: '3' },
      { รหัสแบบสอบถาม: 'A3', จังหวัด: 'น่าน', ปัญหา: 'ก', ระดับ: 'ข' },
    ]);
    const { models } = app;
    const kept = JSON.stringify([
      await models.responses.find().lean(),
      await models.rowBlocks.find().lean(),
      await models.batches.find().lean(),
    ]);
    expect(kept).to.not.match(/สมชาย|สมหญิง|089-?000|example\.com|สีแดง/);
  });

  it('keeps no personal number, in whatever cell or header it stands', async () => {
    const fields =
      'รหัสแบบสอบถาม,วันที่,จังหวัด,อำเภอ,ตำบล,ประเภทผู้ตอบ,หน่วยงาน,ยุทธศาสตร์,ปัญหา,รายละเอียด,ระดับ,จำนวนคน,พิกัด,ช่องทาง,แผนงาน,โน้ต โทร 089-000-0001';
    const good = ',1/1/2562,น่าน,ปัว,,ประชาชน,,1,ถนนมืด,,3,10,,,,'.split(',');
    const lines = good.map((_, index) =>
      good.map((cell, at) => (at === index ? `x${index} โทร 089-000-0000` : cell)).join(','),
    );
    const wide = `${'089-000-0000,'.repeat(20)}`;
    const { body, text } = await send(
      `${fields}\n${lines.join('\n')}\n${wide}\n"open 089-000-0000\n`,
    );
    expect(body.counts.rows).to.equal(good.length + 2);
    const { models } = app;
    const rejects = await admin.get(`${url}/${body.id}/rejects.csv`);
    const kept = JSON.stringify([
      text,
      rejects.text,
      await models.responses.find().lean(),
      await models.rowBlocks.find().lean(),
      await models.batches.find().lean(),
    ]);
    expect(kept).to.not.match(/089-?000/);
  });

  it('stores nothing in a dry run and counts the same', async () => {
    const file = `${head}A1,น่าน,ถนนมืด,3,,\nA1,น่าน,ถนนมืด,3,,\nA2,,ถนนมืด,3,,\n`;
    const dry = await send(file, { query: '?dryRun=true' });
    expect(dry.status).to.equal(200);
    expect(await stored()).to.equal(0);
    expect((await admin.get(url)).body.items).to.deep.equal([]);
    const real = await send(file);
    expect(real.status).to.equal(201);
    expect(dry.body.counts).to.deep.equal(real.body.counts);
    expect(dry.body.counts).to.include({ accepted: 1, rejected: 1, skipped: 1 });
    const again = await send(file, { query: '?dryRun=true' });
    expect(again.body.counts).to.include({ accepted: 0, same: 1, rejected: 1, skipped: 1 });
  });

  it('knows a row by its id: the same, a duplicate, a conflict', async () => {
    const first = await send(
      `${head}A1,น่าน,ถนนมืด,3,,\n A1 ,น่าน,ถนนมืด,3,,\nA1,น่าน,น้ำท่วม,3,,\na1,น่าน,ถนนมืด,3,,\n,น่าน,ถนนมืด,3,,\n`,
    );
    expect(first.body.counts).to.include({ accepted: 3, skipped: 1, rejected: 1 });
    expect(first.body.errors).to.deep.equal({ 'id-conflict': 1 });
    const [, duplicate, conflict] = (await rows(first.body.id)).items;
    expect(duplicate.violations).to.deep.equal([
      { code: 'duplicate', column: null, duplicateOf: 1 },
    ]);
    expect(conflict).to.deep.include({ row: 3, responseId: null });
    expect(conflict.violations[0]).to.include({ code: 'id-conflict', column: 'รหัสแบบสอบถาม' });
    const later = await send(`${head}A1,น่าน,อื่นอีก,3,,\na1,น่าน,ถนนมืด,3,,\n`);
    expect(later.body.counts).to.include({ accepted: 0, same: 1, rejected: 1 });
    expect(await stored()).to.equal(3);
  });

  it('does not let a rejected row occupy an id', async () => {
    const { body } = await send(`${head}A1,ไม่รู้,ถนนมืด,3,,\nA1,น่าน,ถนนมืด,3,,\n`);
    expect(body.counts).to.include({ accepted: 1, rejected: 1 });
  });

  it('rejects rows outside of where the sender works', async () => {
    const officer = await app.as('somchai');
    const { body } = await sendFile(officer, 'จังหวัด,ปัญหา\nขอนแก่น,ถนนมืด\nน่าน,ถนนมืด\n');
    expect(body.counts).to.include({ accepted: 1, rejected: 1 });
    expect(body.errors).to.deep.equal({ 'outside-scope': 1 });
    expect((await (await app.as('wanida')).get(`${url}/${body.id}`)).status).to.equal(200);
    const others = await send('จังหวัด,ปัญหา\nน่าน,ถนนมืด\n');
    expect((await officer.get(`${url}/${others.body.id}`)).status).to.equal(404);
    expect((await officer.get(url)).body.items).to.have.length(1);
  });

  it('turns severity as the header or the field says', async () => {
    const severity = async (file: string, fields = {}) => {
      const { body } = await send(file, { fields });
      return (await rows(body.id)).items[0].values.severity;
    };
    expect(await severity('จังหวัด,ปัญหา,ระดับ (1=มากที่สุด)\nน่าน,ก่อ,1\n')).to.equal(5);
    expect(
      await severity('จังหวัด,ปัญหา,ระดับ\nน่าน,ข้อ,1\n', { severityDirection: '1-is-most' }),
    ).to.equal(5);
    expect(await severity('จังหวัด,ปัญหา,ระดับ\nน่าน,คอ,1\n')).to.equal(1);
  });

  describe('refused as a whole', () => {
    const refusals: [string, string | Buffer, number, string, object][] = [
      ['a PDF', '%PDF-1.7', 422, 'not-text', { kind: 'pdf' }],
      [
        'misread text',
        Buffer.from(
          Buffer.from('ปัญหา')
            .toString('latin1')
            .replace(/[\x80-\x9f]/g, ''),
        ),
        422,
        'unknown-encoding',
        {},
      ],
      ['no header', '1,2\n3,4\n', 422, 'no-header', {}],
      ['an empty file', '', 422, 'empty-file', {}],
      ['a header alone', head, 422, 'empty-file', {}],
      [
        'too many columns',
        `${head.trim()}${',c'.repeat(1999)}\n1\n`,
        422,
        'too-many-columns',
        { limit: 2000 },
      ],
      [
        'a file that is too large',
        `${head}${`A,น่าน,${'ถนน'.repeat(100)},3,,\n`.repeat(5000)}`,
        413,
        'too-large',
        {},
      ],
      ['a NUL at the end', `${[...makeCsv(2000)].join('')}\0`, 422, 'not-text', { kind: 'binary' }],
      [
        'a bad byte at the end',
        Buffer.concat([Buffer.from([...makeCsv(2000)].join('')), Buffer.from([0xff])]),
        422,
        'unknown-encoding',
        {},
      ],
    ];
    for (const [name, file, status, type, members] of refusals) {
      it(`${name}: ${type}, nothing stored`, async () => {
        const { status: answered, body } = await send(file);
        expect(answered, JSON.stringify(body)).to.equal(status);
        expect(body).to.include({ type: `/problems/${type}`, ...members });
        expect(await stored()).to.equal(0);
        for (const { state, counts } of (await admin.get(url)).body.items) {
          expect({ state, rows: counts.rows }).to.deep.equal({ state: 'refused', rows: 0 });
        }
      });
    }
  });

  it('asks for the mapping with a proposal, and takes it', async () => {
    const file = 'พื้นที่,เกิดอะไรขึ้น,ระดับ,วันที่\nน่าน,โทร 089-000-0000,3,1/1/2562\n';
    const asked = await send(file);
    expect(asked.status).to.equal(422);
    expect(asked.body).to.deep.include({
      type: '/problems/mapping-needed',
      missing: ['province', 'title'],
    });
    expect(asked.body.proposal.columns).to.have.length(4);
    // the answer also holds a random request id, in which three digits stand now and then
    expect(asked.text).to.not.match(/089-?000/);
    const mapping = JSON.stringify({ พื้นที่: 'province', เกิดอะไรขึ้น: 'detail', ระดับ: 'title' });
    const answered = await send(file, { fields: { mapping } });
    expect(answered.status, answered.text).to.equal(201);
    expect(answered.body.mapping).to.deep.equal({
      พื้นที่: 'province',
      เกิดอะไรขึ้น: 'detail',
      ระดับ: 'title',
      วันที่: 'day',
    });
  });

  it('says which field it cannot read', async () => {
    for (const [field, value] of [
      ['mapping', '{'],
      ['encoding', 'latin1'],
      ['id', 'x'],
      ['policy', 'maybe'],
      ['headerLine', '0'],
      ['wrong', '1'],
    ] as const) {
      const { status, body } = await send('จังหวัด,ปัญหา\nน่าน,ถนนมืด\n', {
        fields: { [field]: value },
      });
      expect(status, field).to.equal(400);
      expect(body.errors[0].pointer).to.equal(`/body/${field}`);
    }
    expect((await admin.post(url, {})).status).to.equal(415);
    const empty = await admin.send('POST', url, {
      body: '--b--\r\n',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(empty.status, empty.text).to.equal(400);
    const broken = await admin.send('POST', url, {
      body: '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nจังหวัด',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(broken.status, broken.text).to.equal(400);
  });

  it('stores all or nothing when told so', async () => {
    const rowsOf = (bad: boolean) =>
      `จังหวัด,ปัญหา\n${Array.from({ length: 1200 }, (_, i) => `น่าน,ข้อ ${i}`).join('\n')}\n${bad ? 'ไม่รู้,x' : 'ตาก,x'}\n`;
    const fields = { policy: 'all-or-nothing' };
    const refused = await send(rowsOf(true), { fields });
    expect(refused.status).to.equal(422);
    expect(refused.body).to.include({ type: '/problems/all-or-nothing' });
    expect(refused.body.errors).to.deep.equal({ 'unknown-province': 1 });
    expect(await stored()).to.equal(0);
    const { body: figures } = await admin.get('/api/surveys/2569/responses?limit=1');
    expect(figures.total).to.equal(0);
    expect((await rows(refused.body.batch, '?outcome=reject')).items).to.have.length(1);
    const fine = await send(rowsOf(false), { fields });
    expect(fine.body.counts).to.include({ accepted: 1201, rejected: 0 });
  }).timeout(60_000);

  for (const [of, username] of [
    ['the same office', 'admin'],
    ['another office', 'somchai'],
  ] as const) {
    it(`keeps what another batch of ${of} has called stored when one is undone`, async () => {
      const shared = Array.from({ length: 1500 }, (_, i) => `ขอนแก่น,ข้อ ${i}`);
      let letGo = () => {};
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      async function* slowly() {
        yield `จังหวัด,ปัญหา\n${shared.join('\n')}\n${'\n'.repeat(70_000)}`;
        await held;
        yield 'ไม่รู้,x\n';
      }
      const first = sendFile(admin, slowly(), { fields: { policy: 'all-or-nothing' } });
      while ((await stored()) < 1000) await new Promise((resolve) => setTimeout(resolve, 20));
      const part = `จังหวัด,ปัญหา\n${shared.slice(0, 100).join('\n')}\n`;
      const second = await sendFile(await app.as(username), part);
      // nobody was told of the first one's rows yet
      expect(second.body.counts).to.include({ accepted: 100, same: 0 });
      letGo();
      expect((await first).status).to.equal(422);
      expect(await stored()).to.equal(100);
    }).timeout(60_000);
  }

  describe('cut off', () => {
    const id = randomUUID();
    const file = [...makeCsv(3000)].join('');

    it('leaves an interrupted batch, and is finished by sending it again', async () => {
      await cutOff(app, admin, id, Buffer.from(file), 0.6);
      const cut = await settled(() => batch(id));
      expect(cut.state).to.equal('interrupted');
      const { rows, accepted, rejected } = cut.counts;
      expect(rows).to.be.within(500, 2900);
      expect(accepted + rejected).to.equal(rows);
      expect(await stored()).to.equal(accepted);
      const { status, body } = await send(file, { fields: { id } });
      expect(status).to.equal(201);
      expect(body).to.include({ id, state: 'done', receipt: cut.receipt });
      expect(body.counts).to.include({
        rows: 3000,
        same: 0,
        accepted: 2970,
        rejected: 30,
      });
      expect((await admin.get(url)).body.items).to.have.length(1);
      expect(
        (await rowNumbers(id, (query) => admin.get(`${url}/${id}/rows${query}`))).length,
      ).to.equal(3000);
    });

    it('is known even when nothing of it could be read yet', async () => {
      await cutOff(app, admin, id, Buffer.from('จังหวัด,ปัญหา\nน่าน,ถนนมืด\nน่าน,ยาวมาก'), 0.9);
      expect(await settled(() => batch(id))).to.deep.include({ state: 'interrupted' });
      const { body } = await send('จังหวัด,ปัญหา\nน่าน,ถนนมืด\n', { fields: { id } });
      expect(body).to.include({ id, state: 'done' });
    });
  });

  it('is the same batch under the same id, and another file is none of it', async () => {
    const fields = { id: randomUUID() };
    const file = 'จังหวัด,ปัญหา\nน่าน,ถนนมืด\n';
    const first = await send(file, { fields });
    const again = await send(file, { fields });
    expect(again.status).to.equal(200);
    expect(again.body).to.deep.equal(first.body);
    const other = await send('จังหวัด,ปัญหา\nน่าน,น้ำท่วม\n', { fields });
    expect(other.status).to.equal(409);
    expect(other.body.type).to.equal('/problems/batch-differs');
    expect(await batch(fields.id)).to.deep.include({ state: 'done' });
    expect(await stored()).to.equal(1);
  });

  it('stays as it is when the same beginning comes with another end, or is to be read otherwise', async () => {
    const fields = { id: randomUUID() };
    const rowsOf = (end: string) => [...makeCsv(2000), end].join('');
    const file = rowsOf('');
    const first = await send(file, { fields });
    expect(first.body.digest).to.equal(createHash('sha256').update(file).digest('hex'));
    const before = [await batch(fields.id), (await rows(fields.id, '?limit=500')).items];
    const responses = await stored();
    for (const sent of [
      { file: rowsOf('จบ,ต่างออกไป\n'), fields },
      { file, fields: { ...fields, severityDirection: '1-is-most' } },
    ]) {
      const other = await send(sent.file, { fields: sent.fields });
      expect(other.status, other.text).to.equal(409);
      expect(other.body.type).to.equal('/problems/batch-differs');
      expect(await stored()).to.equal(responses);
      expect([await batch(fields.id), (await rows(fields.id, '?limit=500')).items]).to.deep.equal(
        before,
      );
    }
    const again = await send(file, { fields });
    expect(again.body).to.deep.equal(first.body);
    expect(await batch(fields.id)).to.deep.equal(first.body);
  });

  it('refuses a decision that comes after the file, and undoes what came before it', async () => {
    for (const [name, value] of [
      ['policy', 'all-or-nothing'],
      ['wrong', 'x'],
    ]) {
      const { status, body } = await send([...makeCsv(1500)].join(''), {
        fields: { policy: 'accept-good' },
        after: { [name as string]: value as string },
      });
      expect(status, name).to.equal(400);
      expect(body.errors[0].pointer).to.equal(`/body/${name}`);
      expect(await stored()).to.equal(0);
      const [{ state, counts }] = (await admin.get(url)).body.items;
      expect({ state, rows: counts.rows }).to.deep.equal({ state: 'refused', rows: 0 });
    }
  });

  it('is cut when no byte comes any more', async () => {
    app.set(silenceLimit, 300);
    try {
      let letGo = () => {};
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      async function* silent() {
        yield makeCsv(1500).next().value as string;
        yield [...makeCsv(3000)].slice(1).join('');
        await held;
      }
      const fields = { id: randomUUID() };
      const answer = await sendFile(admin, silent(), { fields }).finally(letGo);
      expect(answer.status).to.equal(408);
      expect(answer.body).to.include({ type: '/problems/too-slow', limit: 0.3 });
      expect(await batch(fields.id)).to.include({ state: 'interrupted' });
    } finally {
      app.set(silenceLimit, undefined);
    }
  });

  it('is loaded once at a time', async () => {
    const fields = { id: randomUUID() };
    const file = [...makeCsv(3000)].join('');
    const answers = await Promise.all([1, 2, 3].map(() => send(file, { fields })));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).to.equal(201);
    expect(statuses.slice(1).every((status) => status === 409 || status === 201)).to.equal(true);
    expect(statuses).to.include(409);
    expect(await stored()).to.equal(2970);
  });

  it('gives its rejects as a file that is fixed and sent again', async () => {
    const file = `${head}A1,น่าน,ถนนมืด,3,เก็บไว้,สมชาย ใจดี\nA2,ไม่รู้,=1+1,3,"ก, ""ข""",สมหญิง\nA3,น่าน,น้ำท่วม,9,,\n`;
    const { body } = await send(file);
    const { text, headers } = await admin.get(`${url}/${body.id}/rejects.csv`);
    expect(headers.get('content-type')).to.equal('text/csv; charset=utf-8');
    const raw = await fetch(`${app.url}${url}/${body.id}/rejects.csv`, {
      headers: { authorization: `Bearer ${admin.token}` },
    });
    const bytes = Buffer.from(await raw.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).to.equal('efbbbf');
    const lines = text.replace('\uFEFF', '').split('\r\n');
    expect(lines).to.have.length(4);
    expect(lines[0]).to.equal(
      `"แถวในใบรับ ${body.receipt}","บรรทัดในไฟล์เดิม","เหตุที่ต้องแก้","What to fix","รหัสแบบสอบถาม","จังหวัด","ปัญหา","ระดับ"`,
    );
    expect(lines[1]).to.match(/^2,3,"จังหวัด: .*77.*","A2","ไม่รู้","'=1\+1","3"$/);
    const fixed = bytes.toString('utf8').replace('"ไม่รู้"', '"ตาก"').replace('"9"', '"5"');
    const again = await send(fixed);
    expect(again.body.counts).to.include({ rows: 2, accepted: 2 });
    const titles = (await app.models.responses.find().lean()).map(({ issues }) => issues[0]?.title);
    expect(titles).to.have.members(['ถนนมืด', '=1+1', 'น้ำท่วม']);
    expect(again.body.ignored).to.include('เหตุที่ต้องแก้');
  });

  it('gives them with headers in the language that is asked for, and takes that file back too', async () => {
    const { body } = await send(`${head}A1,ไม่รู้,ถนนมืด,3,,\n`);
    const address = `${url}/${body.id}/rejects.csv`;
    const { text } = await admin.get(`${address}?lang=en`);
    expect(text).to.include(`"Row in receipt ${body.receipt}","Line in the file","เหตุที่ต้องแก้"`);
    const again = await send(text.replace('"ไม่รู้"', '"ตาก"'));
    expect(again.body.counts).to.include({ rows: 1, accepted: 1 });
    expect(again.body.mends).to.equal(body.receipt);
    const twice = await send(text.replace('"3"', '"8"'));
    const once = (await admin.get(`${url}/${twice.body.id}/rejects.csv`)).text;
    expect(once).to.not.include('Row in receipt');
    expect((await admin.get(`${address}?lang=fr`)).status).to.equal(400);
  });

  it('says of a compressed file what it is, whatever its name', async () => {
    const form = new FormData();
    form.append('file', new Blob([gzipSync(`${head}A1,น่าน,ถนนมืด,3,,\n`)]), 'survey.csv');
    const answer = await fetch(`${app.url}${url}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin.token}` },
      body: form,
    });
    const body = (await answer.json()) as { kind: string; detail: string };
    expect([answer.status, body.kind]).to.deep.equal([422, 'archive']);
    expect(body.detail).to.include('gzip');
  });

  it('pages through rows of one outcome', async () => {
    const { body } = await send([...makeCsv(1500)].join(''));
    const found = await rowNumbers(
      body.id,
      (query) => admin.get(`${url}/${body.id}/rows${query}&outcome=reject`),
      4,
    );
    expect(found).to.deep.equal(Array.from({ length: 15 }, (_, i) => (i + 1) * 100));
    expect((await rows(body.id, '?outcome=nothing')).status).to.equal(400);
    expect((await rows(body.id, '?after=x')).status).to.equal(400);
  });
});

async function rowNumbers(
  _id: string,
  get: (query: string) => Promise<any>,
  limit = 500,
): Promise<number[]> {
  const found: number[] = [];
  let after = '';
  do {
    const { body } = await get(`?limit=${limit}${after && `&after=${after}`}`);
    found.push(...body.items.map(({ row }: any) => row));
    after = body.next ?? '';
  } while (after);
  return found;
}

/** Sends a part of the file and drops the line. */
async function cutOff(
  app: TestApp,
  person: Person,
  id: string,
  file: Buffer,
  part: number,
): Promise<void> {
  const boundary = 'cut';
  const start = `--${boundary}\r\nContent-Disposition: form-data; name="id"\r\n\r\n${id}\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n`;
  const outgoing = request(`${app.url}/api/surveys/2569/batches`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${person.token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': Buffer.byteLength(start) + file.length + 11,
    },
  });
  outgoing.on('error', () => {}); // we cut it ourselves
  outgoing.write(start);
  const sent = file.subarray(0, file.length * part);
  await new Promise((resolve) => outgoing.write(sent, resolve));
  await new Promise((resolve) => setTimeout(resolve, 500));
  outgoing.destroy();
}

async function settled(read: () => Promise<any>): Promise<any> {
  for (let tries = 0; tries < 100; tries++) {
    const batch = await read();
    if (batch.state === 'interrupted') return batch;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return await read();
}
