// A survey with one question of each kind of its own, put into the database and sent through every door.
import { expect } from 'chai';
import Papa from 'papaparse';
import * as v from 'valibot';
import { checkForm } from '../../../client/pages/collect/form-check.ts';
import { emptyIssue, emptyValues, fromRaw } from '../../../client/pages/collect/form-values.ts';
import { recheckOne } from '../../../server/review/recheck.ts';
import { firstSurvey } from '../../../server/surveys/demonstration-survey.ts';
import { readSurvey } from '../../../server/surveys/read-survey.ts';
import { Response } from '../../../shared/api/responses.ts';
import { Survey } from '../../../shared/api/surveys.ts';
import { csvLine } from '../../../shared/text/formula.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';
import { oneOfEachKind } from '../../support/extra-questions.ts';
import { sendFile } from '../../support/send-file.ts';

const today = '2026-11-23';
const at = '/api/surveys/2570';
const typed = {
  wish: 'เสาสัญญาณ โทร 089-000-0000',
  households: '๑,๒๐๐',
  signal: 'อ่อน ขาดหายบ่อย',
  devices: 'Computer, tablet; โทรศัพท์มือถือ',
  since: '17 มิ.ย. 2562',
  centre: 'ไม่มี',
};
const stored = {
  wish: 'เสาสัญญาณ โทร [เบอร์โทร]',
  households: 1200,
  signal: 'weak',
  devices: ['phone', 'computer'],
  since: '2019-06-17',
  centre: false,
};

describe('a survey’s own questions, through every door', () => {
  let app: TestApp;
  let admin: Person;
  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
    const questions = [...firstSurvey.questions, ...oneOfEachKind];
    await app.models.surveys.collection.insertOne({
      ...firstSurvey,
      _id: '2570',
      questions,
    } as never);
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  const put = (answers: object) =>
    admin.put(`${at}/responses/${newId()}`, aResponse({ answers } as never));
  const one = async (id: string) =>
    v.parse(Response, (await admin.get(`${at}/responses/${id}`)).body);
  const labels = oneOfEachKind.map(({ labelTh }) => labelTh);
  const file = (headers: readonly string[], cells: readonly string[]) =>
    csvLine(['จังหวัด', 'ปัญหา', ...headers]) + csvLine(['เชียงใหม่', 'เน็ตช้า', ...cells]);

  it('describes them to everyone, with kinds, limits and options', async () => {
    const { body } = await (await app.as('visitor')).get(at);
    expect(v.parse(Survey, body).questions.slice(-oneOfEachKind.length)).to.deep.equal(
      oneOfEachKind,
    );
  });

  it('stores what the API is sent, coded and without personal data', async () => {
    const answer = await put(typed);
    expect(answer.status, answer.text).to.equal(201);
    expect((await one(answer.body.id)).answers).to.deep.equal(stored);
    const again = await put(stored);
    expect(again.status, again.text).to.equal(201);
    expect((await one(again.body.id)).answers).to.deep.equal(stored);
  });

  it('refuses what is missing or wrong, and says what it does not know', async () => {
    const answer = await put({ signal: 'แรง', centre: 'บางวัน', colour: 'red' });
    expect(answer.status).to.equal(422);
    expect(answer.body.violations.map((one: any) => `${one.code} ${one.pointer}`)).to.have.members([
      'answer-missing /answers/households',
      'not-an-option /answers/signal',
      'not-an-option /answers/centre',
      'question-unknown /answers',
    ]);
  });

  it('lets the form check, keep and send them', async () => {
    const survey = await readSurvey(app.context, '2570');
    const issue = { ...emptyIssue('i1'), strategy: 'trust', title: 'เพจปลอม', severity: '4' };
    const start = { province: 'TH-50', respondent: 'citizen', issues: [issue] };
    const empty = checkForm(survey, emptyValues('20 พ.ย. 2569', start), { today });
    expect(empty.errors.map(({ field, says }) => [field, says.code])).to.deep.equal([
      ['f-answers-households', 'answer-missing'],
    ]);
    const answers = { ...typed, centre: 'no', signal: 'weak', devices: ['phone', 'computer'] };
    const filled = checkForm(survey, emptyValues('20 พ.ย. 2569', { ...start, answers }), { today });
    expect(filled.errors).to.deep.equal([]);
    expect(fromRaw(filled.safe).answers).to.deep.equal({ ...answers, wish: stored.wish });
    const sent = await admin.put(`${at}/responses/${newId()}`, filled.safe);
    expect(sent.status, sent.text).to.equal(201);
    expect((await one(sent.body.id)).answers).to.deep.equal(stored);
  });

  for (const [what, headers] of [
    ['as the questions are asked in Thai', labels],
    ['as they are asked in English', oneOfEachKind.map(({ labelEn }) => labelEn)],
    ['by key', oneOfEachKind.map(({ pointer }) => pointer.slice('/answers/'.length))],
    ['as an export calls them', oneOfEachKind.map(({ pointer }) => pointer.slice(1))],
  ] as const) {
    it(`reads them from a file whose columns are named ${what}`, async () => {
      const batch = await sendFile(admin, file(headers, Object.values(typed)), { survey: '2570' });
      expect(batch.status, batch.text).to.equal(201);
      expect(batch.body.counts).to.include({ accepted: 1 });
      const rows = (await admin.get(`${at}/batches/${batch.body.id}/rows`)).body.items;
      expect((await one(rows[0].responseId)).answers).to.deep.equal(stored);
      expect(rows[0].cells[headers[0] ?? '']).to.equal(stored.wish);
    });
  }

  it('reads a column that a person said is one', async () => {
    const mapping = JSON.stringify({ ครัวเรือน: 'answers/households', หมายเหตุ: 'answers/none' });
    const rows = file(['ครัวเรือน', 'หมายเหตุ'], ['12', 'ก']);
    const batch = await sendFile(admin, rows, { survey: '2570', fields: { mapping } });
    expect(batch.body.counts, batch.text).to.include({ accepted: 1 });
    expect(batch.body.mapping).to.include({ ครัวเรือน: 'answers/households' });
    expect(batch.body.ignored).to.deep.equal(['หมายเหตุ']);
  });

  it('rejects a row at the very column, in words, and takes it mended', async () => {
    const cells = ['', 'หลายหลัง', 'แรง', '', '2014-05-01', ''];
    const batch = await sendFile(admin, file(labels, cells), { survey: '2570' });
    const [row] = (await admin.get(`${at}/batches/${batch.body.id}/rows?outcome=reject`)).body
      .items;
    expect(row.violations.map((one: any) => [one.code, one.column])).to.deep.equal([
      ['not-a-number', labels[1]],
      ['not-an-option', labels[2]],
      ['out-of-range', labels[4]],
    ]);
    const rejects = await admin.get(`${at}/batches/${batch.body.id}/rejects.csv`);
    expect(rejects.text)
      .to.include('“หลายหลัง” ไม่ใช่ตัวเลข')
      .and.include('1 พ.ค. 2557 ต้องอยู่ระหว่าง 1 ม.ค. 2558 ถึง 31 ธ.ค. 2573')
      .and.include('“แรง” is none of the answers');
    const mended = rejects.text
      .replace('"หลายหลัง"', '"7"')
      .replace('"แรง"', '"ดี"')
      .replace('"2014-05-01"', '"2015-05-01"');
    const again = await sendFile(admin, mended, { survey: '2570' });
    expect(again.body.counts, again.text).to.include({ accepted: 1, rejected: 0 });
  });

  it('exports each in a column, which is read again as the same', async () => {
    await put(typed);
    const { text } = await admin.get(`${at}/responses.csv`);
    const [row] = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
      header: true,
    }).data;
    expect(row).to.include({
      'answers/wish': stored.wish,
      'answers/households': '1200',
      'answers/signal': 'weak',
      'answers/devices': 'phone; computer',
      'answers/since': '2019-06-17',
      'answers/centre': 'no',
    });
    // in an export these are the number of the issue and the sender's office
    const mapping = JSON.stringify({ issue: 'number', office: 'ignore' });
    const again = await sendFile(admin, text, { survey: '2570', fields: { mapping } });
    expect(again.status, again.text).to.equal(201);
    const [taken] = (await admin.get(`${at}/batches/${again.body.id}/rows`)).body.items;
    expect((await one(taken.responseId)).answers).to.deep.equal(stored);
  });

  it('finds nothing to change when it checks them again', async () => {
    await put(typed);
    const survey = await readSurvey(app.context, '2570');
    for (const response of await app.models.responses.find({}).lean())
      expect(recheckOne(survey, response, today)).to.equal(undefined);
  });

  it('keeps an answer to a question that an earlier version had', async () => {
    const id = newId();
    const earlier = { ...aResponse(), version: 1, answers: { households: 3, roof: 'สังกะสี' } };
    await app.models.surveys.updateOne({ _id: '2570' }, { $set: { version: 2 } });
    await new Promise((resolve) => setTimeout(resolve, 1100)); // the definition is remembered for a second
    const answer = await admin.put(`${at}/responses/${id}`, earlier);
    await app.models.surveys.updateOne({ _id: '2570' }, { $set: { version: 1 } });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(answer.status, answer.text).to.equal(201);
    expect(answer.body.violations.map((one: any) => one.code)).to.deep.equal(['question-unknown']);
    expect((await one(id)).answers).to.deep.equal({ households: 3, roof: 'สังกะสี' });
  });
});
