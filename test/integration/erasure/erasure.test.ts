// The words of a response are erased everywhere, and it goes on counting.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkEverythingStored } from '../../../server/check/check-stored.ts';
import type { OpenDatabase } from '../../../server/db/database.ts';
import { copiesOf } from '../../../server/erasure/copies.ts';
import { eraseWhatIsDue } from '../../../server/erasure/watch-erasures.ts';
import { collections } from '../../../server/models.ts';
import { eraseResponse } from '../../../server/responses/erase-content.ts';
import { responsesIn } from '../../../server/responses/read-responses.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';

const sv = '/api/surveys/2569';
const reason = 'ผู้ให้ข้อมูลขอให้ลบ';
const minutes = 60_000;

/** A word that stands nowhere else, without digits: those may look like somebody's number, and would be cut out. */
const aSecret = () =>
  `secret${newId().replace(/[\d-]/g, (sign) => 'ghijklmnop'[Number(sign)] ?? '')}`;

describe('POST …/responses/:id/erasure', () => {
  let app: TestApp;
  let admin: Person;
  let malee: Person;
  let somchai: Person;
  before(async () => {
    app = await startApp();
    [admin, malee, somchai] = await Promise.all([
      app.as('admin'),
      app.as('malee'),
      app.as('somchai'),
    ]);
  });
  after(() => app.close());

  const send = async (body: object, id = newId()) => {
    const answer = await malee.put(`${sv}/responses/${id}`, body);
    expect(answer.status, answer.text).to.be.oneOf([200, 201]);
    return { id, receipt: answer.body.receipt as string, status: answer.status };
  };
  const sendFile = async (lines: string) => {
    const form = new FormData();
    form.append('file', new Blob([lines]), 'x.csv');
    const answer = await somchai.send('POST', `${sv}/batches`, { body: form });
    expect(answer.status, answer.text).to.equal(201);
    return answer.body;
  };
  const eraseOne = async (id: string) => {
    const answer = await admin.post(`${sv}/responses/${id}/erasure`, { reason });
    expect(answer.status, answer.text).to.equal(201);
    return answer.body;
  };
  const figures = async () => {
    const { body } = await admin.get(`${sv}/figures`);
    return { strip: body.strip, figures: body.figures };
  };
  /** everything that is stored, as text */
  const everything = async () => {
    const { connection } = app.context.db as OpenDatabase; // what a test's context was made with
    const names = Object.values(collections).map(({ schema }) => String(schema.get('collection')));
    const all = await Promise.all(
      names.map((name) => connection.collection(name).find({}).toArray()),
    );
    return JSON.stringify(all);
  };
  const later = async () => {
    const at = Date.now();
    await eraseWhatIsDue({ ...app.context, now: () => new Date(at + 2 * minutes) });
  };

  it('takes the reason of a decision of many along', async () => {
    const word = aSecret();
    const { id } = await send(aResponse());
    const body = { decision: 'returned', reason: `ตามที่ ${word} บอก`, ids: [id] };
    const begun = await admin.post(`${sv}/decisions`, body);
    expect(begun.status, begun.text).to.equal(202);
    const read = () => admin.get(`${sv}/decisions/${begun.body.id}`);
    while ((await read()).body.finishedAt === null);
    expect(await everything()).to.include(word);

    await eraseOne(id);

    expect(await everything()).not.to.include(word);
    expect((await read()).body).to.include({ state: 'done', done: 1, reason: null });
  });

  it('takes the words out of everything that is stored, and the figures stay as they were', async () => {
    const word = aSecret();
    const agency = aSecret();
    const response = aResponse({
      place: { province: 'TH-50', district: 'เมืองเชียงใหม่', subdistrict: `ตำบล${word}` },
      respondent: { type: 'agency', agency },
      issues: [
        anIssue({ title: `หัว${word}`, detail: `ราย${word}`, strategy: 'no such', subPlan: word }),
      ],
    });
    const { id } = await send(response);
    await admin.post(`${sv}/responses/${id}/decisions`, {
      decision: 'returned',
      reason: `เขียนใหม่ ${word}`,
    });
    await send({ ...response, day: '2026-11-19', revision: 1 }, id);
    await admin.post(`${sv}/responses/${id}/decisions`, { decision: 'approved' });
    const before = await figures();
    expect(await everything()).to.include(word);

    const erased = await eraseOne(id);

    expect(erased).to.include({ id });
    const stored = await everything();
    expect(stored).not.to.include(word);
    expect(stored).not.to.include(agency);
    expect(await figures()).to.deep.equal(before);
    const shown = (await admin.get(`${sv}/responses/${id}`)).body;
    expect(shown.erasedAt).to.equal(erased.erasedAt);
    expect(shown.status).to.equal('approved');
    expect(shown.place).to.include({ province: 'TH-50', district: null, subdistrict: null });
    expect(shown.issues[0]).to.include({ title: '', detail: null, severity: 4, affected: 120 });
    const history = (await admin.get(`${sv}/responses/${id}/history`)).body.items;
    expect(history.at(-1)).to.include({ what: 'erased', by: 'admin', reason });
    const csv = (await admin.get(`${sv}/responses.csv?status=approved`)).text;
    expect(csv).to.include(erased.erasedAt);
    expect(csv).not.to.include(word);
  });

  it('says so in the record, without the words', async () => {
    const word = aSecret();
    const { id } = await send(aResponse({ issues: [anIssue({ title: word })] }));

    await eraseOne(id);

    const told = (await admin.get(`/api/audit?on=response:${id}`)).body.items;
    expect(told).to.have.length(1);
    expect(told[0]).to.deep.include({ who: 'admin', what: 'response-erased' });
    expect(told[0].changes).to.deep.equal([{ field: 'reason', before: null, after: reason }]);
  });

  it('asked for three times at once says so once', async () => {
    const { id } = await send(aResponse({ issues: [anIssue({ title: aSecret() })] }));

    const path = `/api/surveys/2569/responses/${id}/erasure`;
    const answers = await Promise.all([1, 2, 3].map(() => admin.post(path, { reason })));

    expect(answers.map(({ status }) => status).toSorted()).to.deep.equal([200, 200, 201]);
    const told = (await admin.get(`/api/audit?on=response:${id}`)).body.items;
    expect(told.map(({ what }: any) => what)).to.deep.equal(['response-erased']);
  });

  it('acknowledges the same content again and lets no other in', async () => {
    const word = aSecret();
    const response = aResponse({ issues: [anIssue({ title: word })] });
    const { id, receipt } = await send(response);
    await eraseOne(id);

    const again = await send(response, id);
    const other = await malee.put(`${sv}/responses/${id}`, { ...response, day: '2026-11-18' });

    expect(again).to.include({ status: 200, receipt });
    expect(other.status).to.equal(409);
    expect(other.body.type).to.equal('/problems/response-differs');
    expect(await everything()).not.to.include(word);
  });

  it('takes no change of a response that had been sent back', async () => {
    const word = aSecret();
    const response = aResponse({ issues: [anIssue({ title: word })] });
    const { id } = await send(response);
    await admin.post(`${sv}/responses/${id}/decisions`, { decision: 'returned', reason: 'ขอเพิ่ม' });
    await eraseOne(id);

    const change = { ...response, day: '2026-11-18', revision: 1 };
    const answer = await malee.put(`${sv}/responses/${id}`, change);

    expect(answer.status).to.equal(409);
    expect(answer.body.type).to.equal('/problems/response-erased');
    const asItWas = await malee.put(`${sv}/responses/${id}`, { ...response, revision: 1 });
    expect(asItWas.body.type, 'nothing was received').to.equal('/problems/response-erased');
    const back = { decision: 'returned', reason: 'ขอเพิ่ม' };
    const again = await admin.post(`${sv}/responses/${id}/decisions`, back);
    expect(again.body.type, 'nobody could mend it').to.equal('/problems/response-erased');
    expect(await everything()).not.to.include(word);
  });

  it('takes them out of rows: stored, repeated, rejected, in other files, and sent again', async () => {
    const word = aSecret();
    const header = 'รหัสแบบสอบถาม,จังหวัด,ปัญหา,รายละเอียด,วันที่,ระดับ';
    const row = `KK-A7,ขอนแก่น,เน็ต${word},ช้า${word},2026-11-01,3`;
    const corrected = `KK-A7,ขอนแก่น,แก้แล้ว${word},ช้า${word},2026-11-01,3`;
    const wrong = `,ขอนแก่น,เน็ต${word},ช้า${word},2026-11-01,9`;
    const file = [header, row, row, wrong, `KK-B7,ขอนแก่น,อื่น ๆ,ไม่เกี่ยว,2026-11-01,3`, ''].join('\n');
    const first = await sendFile(file);
    expect(first.counts).to.include({ accepted: 2, skipped: 1, rejected: 1 });
    const second = await sendFile([header, row, corrected, ''].join('\n'));
    expect(second.counts).to.include({ same: 1, rejected: 1 });
    const [{ responseId: id }] = (await admin.get(`${sv}/batches/${first.id}/rows?outcome=accept`))
      .body.items;

    const { rows } = await eraseOne(id);

    expect(rows).to.equal(5);
    expect(await everything()).not.to.include(word);
    const third = await sendFile([header, row, row, corrected, ''].join('\n'));
    expect(third.counts).to.include({ accepted: 0, same: 1 });
    const named = await sendFile(`${header}\n${id},ขอนแก่น,เน็ต${word},ช้า${word},2026-11-01,3\n`);
    expect(named.counts).to.include({ accepted: 0, skipped: 1 });
    expect(named.skips).to.deep.equal({ erased: 1 });
    expect(await everything()).not.to.include(word);
    const rejects = (await admin.get(`${sv}/batches/${first.id}/rejects.csv`)).text;
    expect(rejects.trim().split('\n')).to.have.length(1);
  });

  it('looks for copies once more after a while, and then keeps nothing by which they are known', async () => {
    const word = aSecret();
    const { id } = await send(aResponse({ issues: [anIssue({ title: word })] }));
    await admin.post(`${sv}/responses/${id}/decisions`, { decision: 'returned', reason: 'ขอเพิ่ม' });
    await eraseOne(id);
    // who changed it at the same moment had read it before, and keeps what it was before being told that it is erased
    const { content } = {
      content: { issues: [{ id: '1', title: word }], place: {}, respondent: {} },
    };
    await app.models.revisions.updateOne(
      { _id: `${id}:000001` },
      { $set: { content } },
      { upsert: true },
    );

    await later();

    expect(await everything()).not.to.include(word);
    expect(await app.models.erasures.countDocuments({ _id: id })).to.equal(0);
  });

  describe('that was killed in the middle', () => {
    /** a row of a file, sent twice, and what a killed server had noted of it */
    const begun = async (word: string) => {
      const csv = `จังหวัด,ปัญหา,รายละเอียด,ระดับ\nขอนแก่น,เน็ต ${word},ช้า ${word},3\n`;
      const file = await sendFile(csv);
      await sendFile(csv);
      const { items } = (await admin.get(`${sv}/batches/${file.id}/rows`)).body;
      const reader = responsesIn({ kind: 'all' }, app.context);
      const stored = await reader.one({ survey: '2569', id: items[0].responseId });
      const erasure = await copiesOf(app.context, stored, new Date());
      await app.models.erasures.collection.insertOne(erasure as never);
      return stored;
    };

    it('is finished, once its first step was done', async () => {
      const word = aSecret();
      const stored = await begun(word);
      const who = { by: 'admin', reason, at: new Date() };
      await eraseResponse(app.context, stored, who);
      expect(await everything()).to.include(word);

      await later();

      expect(await everything()).not.to.include(word);
      expect(await app.models.erasures.countDocuments({})).to.equal(0);
    });

    it('is forgotten, when not even that was', async () => {
      const word = aSecret();
      const { _id } = await begun(word);

      await later();

      const rows = await app.models.rowBlocks.find({}).lean();
      expect(JSON.stringify(rows).split(word)).to.have.length(5);
      expect((await admin.get(`${sv}/responses/${_id}`)).body.erasedAt).to.equal(null);
      expect(await app.models.erasures.countDocuments({})).to.equal(0);
    });
  });

  it('leaves nothing in the files of the embedded engine', async function () {
    if (app.context.db.engine !== 'embedded') return this.skip();
    const word = aSecret();
    const responses = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        send(
          aResponse({
            issues: [anIssue({ title: `${word}-${n}`, detail: `${word}${'x'.repeat(n * 300)}` })],
          }),
        ),
      ),
    );
    for (const { id } of responses)
      await admin.post(`${sv}/responses/${id}/decisions`, { decision: 'approved' });
    const raw = () =>
      readdirSync(app.dataDir)
        .filter((name) => readFileSync(join(app.dataDir, name)).includes(word))
        .join(' ');
    expect(raw()).not.to.equal('');

    for (const { id } of responses) await eraseOne(id);
    await later();

    expect(raw()).to.equal('');
  });

  it('leaves everything stored in agreement with itself', async () => {
    const { id } = await send(aResponse());
    const file = await sendFile(`จังหวัด,ปัญหา,ระดับ\nขอนแก่น,เน็ตช้าทั้งวัน ${aSecret()},3\n`);
    const { items } = (await admin.get(`${sv}/batches/${file.id}/rows?outcome=accept`)).body;
    for (const erased of [id, items[0].responseId]) await eraseOne(erased);
    const differences: string[] = [];
    const { db } = app.context;

    await checkEverythingStored(
      db,
      () => undefined,
      (line) => void differences.push(line),
    );

    expect(differences).to.deep.equal([]);
  });

  it('needs a reason, and finds nothing that is outside', async () => {
    const { id } = await send(aResponse());

    const without = await admin.post(`${sv}/responses/${id}/erasure`, { reason: ' ' });
    const nobody = await admin.post(`${sv}/responses/${newId()}/erasure`, { reason });

    expect(without.body.type).to.equal('/problems/reason-needed');
    expect(nobody.status).to.equal(404);
  });
});

describe('…/erasures', () => {
  let app: TestApp;
  let admin: Person;
  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
  });
  after(() => app.close());

  it('finds a response by its receipt, however it was read out, and erases it', async () => {
    const malee = await app.as('malee');
    const id = newId();
    const { receipt } = (await malee.put(`${sv}/responses/${id}`, aResponse())).body;
    const readOut = receipt.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');

    const found = await admin.get(`${sv}/erasures?receipt=${encodeURIComponent(readOut)}`);
    const erased = await admin.post(`${sv}/erasures`, { receipt: readOut, reason });
    const again = await admin.post(`${sv}/erasures`, { receipt, reason });

    expect(found.body).to.include({ id, receipt, province: 'TH-50', issues: 1, erasedAt: null });
    expect(erased.status, erased.text).to.equal(201);
    expect(again.status).to.equal(200);
    expect(again.body.erasedAt).to.equal(erased.body.erasedAt);
  });

  it('says when there is none', async () => {
    const none = await admin.get(`${sv}/erasures?receipt=RF-69-0000-0000-0000`);
    const noReceipt = await admin.get(`${sv}/erasures?receipt=B-69-0000-0000-0000`);

    expect(none.status).to.equal(404);
    expect(noReceipt.status).to.equal(404);
  });
});
