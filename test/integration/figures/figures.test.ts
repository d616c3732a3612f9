import { expect } from 'chai';
import * as v from 'valibot';
import type { StoredResponse } from '../../../server/responses/response.model.ts';
import { claimShapes } from '../../../shared/api/claims.ts';
import { derivedFigures } from '../../../shared/api/derived-figures.ts';
import {
  type CountsOf,
  type FigureName,
  FiguresReply,
  figureNames,
} from '../../../shared/api/figures.ts';
import { claimsOf } from '../../../shared/figures/claims.ts';
import { derive } from '../../../shared/figures/derived.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';
import type { RecountQuestion } from '../../support/recount.ts';
import { recount } from '../../support/recount.ts';
import { storeResponse } from '../../support/store.ts';

const survey = '/api/surveys/2569';

const places = ['TH-10', 'TH-40', 'TH-41', 'TH-50', 'TH-96'];
const strategies = ['infrastructure', 'society', 'trust', null];

/** 60 different responses of every channel. */
async function fill(app: TestApp, admin: Person): Promise<void> {
  for (let i = 0; i < 60; i++) {
    const issues = Array.from({ length: 1 + (i % 3) }, (_, n) =>
      anIssue({
        strategy: strategies[(i + n) % 4],
        severity: i % 6 === 0 ? null : 1 + ((i + n) % 5),
        affected: i % 7 === 0 ? null : i % 5 === 0 ? 0 : 70_000_000 - i,
      }),
    );
    const body = aResponse({
      day: i % 10 === 0 ? null : `2026-0${1 + (i % 9)}-1${i % 9}`,
      channel: (['form', 'api', 'csv', 'citizen'] as const)[i % 4] ?? 'form',
      place: { province: places[i % 5] ?? null },
      respondent: { type: i % 3 === 0 ? 'agency' : i % 3 === 1 ? 'citizen' : null },
      issues,
    });
    const id = await storeResponse(app, body);
    const decision = [null, 'approved', 'returned', null, 'rejected', 'approved', null][i % 7];
    if (decision)
      await admin.post(`${survey}/responses/${id}/decisions`, { decision, reason: 'ทดสอบ' });
  }
}

describe('GET /api/surveys/:survey/figures', () => {
  let app: TestApp;
  let admin: Person;
  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
    await fill(app, admin);
  });
  after(() => app.close());

  const stored = () => app.models.responses.find({}).lean<StoredResponse[]>();
  const ask = async (query: string, person = admin) => {
    const answer = await person.get(`${survey}/figures${query}`);
    expect(answer.status, answer.text.slice(0, 300)).to.equal(200);
    return v.parse(FiguresReply, answer.body);
  };
  const right = async (question: Partial<RecountQuestion> = {}) =>
    recount(await stored(), { survey: '2569', filters: {}, scope: { kind: 'all' }, ...question });

  const cases: [query: string, filters: RecountQuestion['filters']][] = [
    ['', {}],
    ['?province=TH-40,TH-96', { province: ['TH-40', 'TH-96'] }],
    ['?province=TH-40&province=TH-50', { province: ['TH-40', 'TH-50'] }],
    [
      '?region=northeast&strategy=trust,none',
      { region: ['northeast'], strategy: ['none', 'trust'] },
    ],
    ['?respondent=none', { respondent: ['none'] }],
    ['?channel=citizen', { channel: ['citizen'] }],
    ['?severity=none,5', { severity: ['5', 'none'] }],
    ['?status=returned,rejected', { status: ['rejected', 'returned'] }],
    ['?status=pending', { status: ['pending'] }],
    ['?from=2026-03-01&to=2026-05-31', { from: '2026-03-01', to: '2026-05-31' }],
    ['?office=national&batch=none', { office: ['national'], batch: ['none'] }],
    ['?office=TH-40', { office: ['TH-40'] }],
  ];
  for (const [query, filters] of cases) {
    it(`equals a recount of what is stored: ${query || 'no filter'}`, async () => {
      const expected = await right({ filters });

      const reply = await ask(query);

      expect(reply.strip).to.deep.equal(expected.strip);
      expect(reply.figures).to.deep.equal(expected.figures);
      expect(reply.filters).to.deep.equal(filters);
    });

    it(`opens into the responses behind it: ${query || 'no filter'}`, async () => {
      const expected = await right({ filters });

      const { body } = await admin.get(`${survey}/responses${query}${query ? '&' : '?'}limit=500`);

      expect(body.total).to.equal(expected.ids.length);
      expect(body.items.map(({ id }: { id: string }) => id)).to.deep.equal(expected.ids);
    });
  }

  it('has a row for each of 77 provinces and every strategy, 0 where nothing was said', async () => {
    const { figures } = await ask('');

    expect(figures['by-province']).to.have.length(77);
    expect(figures['province-strategy']).to.have.length(77 * 7);
    const silent = figures['by-province']?.find(({ province }) => province === 'TH-77');
    expect(silent).to.deep.equal({
      province: 'TH-77',
      issues: 0,
      responses: 0,
      affected: 0,
      affectedKnown: 0,
      severity: { mean: null, n: 0 },
      of: 0,
      reporting: false,
    });
  });

  it('tells provinces that report from those that match the filters, and what a share is of', async () => {
    const all = await ask('');
    const some = await ask('?severity=5&respondent=agency&province=TH-10,TH-40,TH-77');
    const asked = await ask('?respondent=agency&province=TH-10,TH-40,TH-77');

    expect(all.strip).to.include({ provincesReporting: 5, provincesMatching: 5 });
    expect(some.strip).to.include({ provincesExpected: 3, provincesReporting: 2 });
    expect(some.strip.provincesMatching).to.be.lessThan(3);
    expect(some.strip.of).to.equal(asked.strip.responses);
    expect(some.strip.of).to.be.greaterThan(some.strip.responses);
  });

  it('sums people beyond 32 bits', async () => {
    const { figures } = await ask('?figures=summary');

    expect(figures.summary?.affected).to.be.greaterThan(2 ** 31);
  });

  it('picks the figures that are asked for', async () => {
    const { figures } = await ask('?figures=by-channel,summary');

    expect(Object.keys(figures).sort()).to.deep.equal(['by-channel', 'summary']);
  });

  for (const name of derivedFigures) {
    it(`makes ${name} of what a recount of the stored responses says, when it is named`, async () => {
      const filters = { province: ['TH-10', 'TH-40', 'TH-50'] };
      const { strip, figures } = await right({ filters });

      const reply = await ask(`?figures=${name}&province=TH-10,TH-40,TH-50`);

      const made = derive[name]({ asOf: reply.asOf, filters, strip, figures });
      expect(reply.figures[name]).to.deep.equal(JSON.parse(JSON.stringify(made)));
      expect(Object.keys(reply.figures)).to.deep.equal([name]);
    });
  }

  it('claims the same of a figure, whichever others are asked for beside it', async () => {
    const all = await ask('');
    const places = await ask('?figures=province-strategy,summary');

    const counted = Object.keys(claimShapes).filter((name) =>
      figureNames.some((one) => one === name),
    );
    expect(Object.keys(all.claims).sort()).to.deep.equal(counted.sort());
    expect(Object.keys(places.claims)).to.deep.equal(['province-strategy']);
    expect(places.claims['province-strategy']).to.deep.equal(all.claims['province-strategy']);
    expect(all.claims['by-strategy']?.map(({ code }) => code)).to.deep.equal(['close', 'share']);
  });

  it('claims what its own numbers let anybody recompute', async () => {
    const reply = await ask('');

    // `as`: all figures were asked for
    expect(reply.claims).to.deep.equal(claimsOf(figureNames, reply as CountsOf<FigureName>));
  });

  for (const [who, scope] of [
    ['malee', { kind: 'province', province: 'TH-50' }],
    ['somchai', { kind: 'province', province: 'TH-40' }],
    ['wanida', { kind: 'region', region: 'northeast' }],
  ] as const) {
    it(`counts for ${who} only what is in her or his scope, and says so`, async () => {
      const expected = await right({ scope });

      const reply = await ask('', await app.as(who));

      expect(reply.strip).to.deep.equal(expected.strip);
      expect(reply.figures).to.deep.equal(expected.figures);
      expect(reply.filters.scope).to.deep.equal(scope);
    });

    it(`shows ${who} nothing of elsewhere, asked for or not`, async () => {
      const reply = await ask('?province=TH-10', await app.as(who));

      expect(reply.strip.issues).to.equal(0);
      expect(reply.strip.pending).to.equal(0);
    });
  }

  it('counts a decision at once', async () => {
    const { items } = (await admin.get(`${survey}/responses?status=pending&limit=1`)).body;
    const before = await ask('');

    await admin.post(`${survey}/responses/${items[0].id}/decisions`, { decision: 'approved' });

    const after = await ask('');
    expect(after.strip.responses).to.equal(before.strip.responses + 1);
    expect(after.strip.pending).to.equal(before.strip.pending - 1);
    expect(after.figures).to.deep.equal((await right()).figures);
  });

  describe('answers', () => {
    it('304 to whoever has these figures, until they change', async () => {
      const path = `${survey}/figures?province=TH-50`;
      const etag = (await admin.get(path)).headers.get('etag') ?? '';

      const same = await admin.get(path, { 'if-none-match': etag });
      await admin.put(
        `${survey}/responses/${newId()}`,
        aResponse({ place: { province: 'TH-10' } }),
      );
      const elsewhere = await admin.get(path, { 'if-none-match': etag });
      await admin.put(
        `${survey}/responses/${newId()}`,
        aResponse({ place: { province: 'TH-50' } }),
      );
      const changed = await admin.get(path, { 'if-none-match': etag });

      expect([same.status, elsewhere.status, changed.status]).to.deep.equal([304, 304, 200]);
      expect(same.text).to.equal('');
      expect(changed.headers.get('etag')).not.to.equal(etag);
    });

    it('the same bytes with and without compression', async () => {
      const path = `${survey}/figures`;

      const plain = await admin.get(path, { 'accept-encoding': 'identity' });
      const small = await admin.get(path, { 'accept-encoding': 'gzip' });

      expect(plain.headers.get('content-encoding')).to.equal(null);
      expect(small.headers.get('content-encoding')).to.equal('gzip');
      expect(small.text).to.equal(plain.text);
    });

    const unreadable = [
      ['provinces=TH-50', 'provinces'],
      ['toString=1', 'toString'],
      ['province=TH-99', 'province'],
      ['province=', 'province'],
      ['region=isan', 'region'],
      ['strategy=roads', 'strategy'],
      ['subPlan=99.9', 'subPlan'],
      ['severity=0', 'severity'],
      ['severity=6', 'severity'],
      ['status=new', 'status'],
      ['channel=fax', 'channel'],
      ['respondent=company', 'respondent'],
      ['office=TH-99', 'office'],
      ['batch=7', 'batch'],
      ['from=2026-02-30', 'from'],
      ['from=2569-11-20', 'from'],
      ['from=2026-11-20&from=2026-11-21', 'from'],
      ['to=yesterday', 'to'],
      ['from=2026-11-20&to=2026-11-19', 'to'],
      ['figures=by-mood', 'figures'],
    ] as const;
    for (const [query, name] of unreadable) {
      it(`400 unreadable, naming it: ${query}`, async () => {
        const { status, body } = await admin.get(`${survey}/figures?${query}`);

        expect(status).to.equal(400);
        expect(body.type).to.equal('/problems/unreadable');
        expect(body.errors[0].pointer).to.equal(`/query/${name}`);
      });
    }

    it('404 for a survey that is not there', async () => {
      expect((await admin.get('/api/surveys/2400/figures')).status).to.equal(404);
    });

    it('401 to a visitor', async () => {
      const visitor = await app.as('visitor');
      expect((await visitor.get(`${survey}/figures`)).status).to.equal(401);
    });
  });
});
