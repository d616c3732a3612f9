// Every mounted route × every role × inside and outside of the scope. A route that is missing from the table fails the test.
import { expect } from 'chai';
import { routers } from '../../../server/app.ts';
import { mountedRoutes } from '../../../server/http/mounted-routes.ts';
import { permissions, verbOf } from '../../../server/http/permissions.ts';
import { type Answer, type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

const people = ['visitor', 'malee', 'somchai', 'wanida', 'nok', 'admin'] as const;
type Name = (typeof people)[number];
const roleOf = {
  visitor: undefined,
  malee: 'enumerator',
  somchai: 'officer',
  wanida: 'officer',
  nok: 'planner',
  admin: 'administrator',
} as const;
const signedIn: readonly Name[] = ['malee', 'somchai', 'wanida', 'nok', 'admin'];
/** scopes of the demonstration accounts, over the two provinces that the cases use */
const sees: Record<Name, readonly string[]> = {
  visitor: [],
  malee: ['TH-50'],
  somchai: ['TH-40'],
  wanida: ['TH-40'],
  nok: ['TH-50', 'TH-40'],
  admin: ['TH-50', 'TH-40'],
};

interface Setting {
  readonly response: Record<string, string>;
  readonly batch: Record<string, string>;
}

/** One request for a route; `place` is where the thing asked for lies. `outside` says what happens to those whose scope it is not in. */
interface Case {
  readonly who: readonly Name[];
  readonly ask: (person: Person, setting: Setting, place: string) => Promise<Answer>;
  readonly ok: readonly number[];
  /** status outside of the scope; undefined: the route has no place of its own and narrows silently */
  readonly outside?: number;
}

const sv = '/api/surveys/2569';
const csv = (place: string) => {
  const form = new FormData();
  form.append(
    'file',
    new Blob([`จังหวัด,ปัญหา,วันที่\n${place},เน็ตช้า ${newId()},2026-11-01\n`]),
    'x.csv',
  );
  return form;
};

const cases: Record<string, Case> = {
  'GET /healthz': { who: people, ask: (p) => p.get('/healthz'), ok: [200] },
  'GET /readyz': { who: people, ask: (p) => p.get('/readyz'), ok: [200] },
  'GET /metrics': { who: people, ask: (p) => p.get('/metrics'), ok: [200] },
  'POST /api/session': {
    who: people,
    ask: (p) => p.post('/api/session', { username: 'nobody', password: 'x' }),
    ok: [401, 429],
  },
  'GET /api/session': { who: people, ask: (p) => p.get('/api/session'), ok: [200, 401] },
  'DELETE /api/session': { who: signedIn, ask: (p) => p.delete('/api/session'), ok: [204] },
  'GET /api/surveys': { who: people, ask: (p) => p.get('/api/surveys'), ok: [200] },
  'GET /api/surveys/:survey': { who: people, ask: (p) => p.get(sv), ok: [200] },
  'PUT /api/surveys/:survey/responses/:id': {
    who: ['malee', 'somchai', 'wanida', 'admin'],
    ask: (p, _s, province) =>
      p.put(`${sv}/responses/${newId()}`, aResponse({ place: { province } })),
    ok: [201],
    outside: 403,
  },
  'GET /api/surveys/:survey/responses': {
    who: signedIn,
    ask: (p) => p.get(`${sv}/responses`),
    ok: [200],
  },
  'GET /api/surveys/:survey/responses.csv': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p) => p.get(`${sv}/responses.csv`),
    ok: [200],
  },
  'GET /api/surveys/:survey/responses/:id': {
    who: signedIn,
    ask: (p, s, place) => p.get(`${sv}/responses/${s.response[place]}`),
    ok: [200],
    outside: 404,
  },
  'POST /api/surveys/:survey/responses/:id/decisions': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p, s, place) =>
      p.post(`${sv}/responses/${s.response[place]}/decisions`, { decision: 'approved' }),
    ok: [201],
    outside: 404,
  },
  'GET /api/surveys/:survey/recheck': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p) => p.get(`${sv}/recheck`),
    ok: [200],
  },
  'POST /api/surveys/:survey/batches': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p, _s, place) => p.send('POST', `${sv}/batches`, { body: csv(place) }),
    ok: [201],
  },
  'GET /api/surveys/:survey/batches': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p) => p.get(`${sv}/batches`),
    ok: [200],
  },
  'GET /api/surveys/:survey/batches/:id': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p, s, place) => p.get(`${sv}/batches/${s.batch[place]}`),
    ok: [200],
    outside: 404,
  },
  'GET /api/surveys/:survey/batches/:id/rows': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p, s, place) => p.get(`${sv}/batches/${s.batch[place]}/rows`),
    ok: [200],
    outside: 404,
  },
  'GET /api/surveys/:survey/batches/:id/rejects.csv': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p, s, place) => p.get(`${sv}/batches/${s.batch[place]}/rejects.csv`),
    ok: [200],
    outside: 404,
  },
  'GET /api/surveys/:survey/figures': {
    who: signedIn,
    ask: (p) => p.get(`${sv}/figures`),
    ok: [200],
  },
  'GET /api/surveys/:survey/figures/changes': { who: signedIn, ask: firstOfStream, ok: [200] },
};

/** A stream never ends by itself: what counts is how it begins. */
async function firstOfStream(person: Person): Promise<Answer> {
  const abort = new AbortController();
  const answer = await fetch(`${appUrl}${sv}/figures/changes`, {
    signal: abort.signal,
    headers: person.token ? { authorization: `Bearer ${person.token}` } : {},
  });
  abort.abort();
  return { status: answer.status, headers: answer.headers, text: '', body: undefined };
}
let appUrl = '';

describe('permissions', () => {
  let app: TestApp;
  let setting: Setting;

  before(async () => {
    app = await startApp();
    appUrl = app.url;
    const response: Record<string, string> = {};
    const batch: Record<string, string> = {};
    for (const place of ['TH-50', 'TH-40']) {
      response[place] = await storeResponse(app, aResponse({ place: { province: place } }));
    }
    // a batch belongs to the office that sent it: one inside the north-east, one national
    for (const [place, name] of [
      ['TH-40', 'somchai'],
      ['TH-50', 'admin'],
    ] as const) {
      const sent = await (await app.as(name)).send('POST', `${sv}/batches`, { body: csv(place) });
      expect(sent.status, sent.text).to.equal(201);
      batch[place] = sent.body.id;
    }
    setting = { response, batch };
  });
  after(() => app.close());

  const mounted = mountedRoutes(routers);

  it('knows every mounted route, and no route that is not mounted', () => {
    expect(Object.keys(cases).sort()).to.deep.equal(
      mounted.map(({ method, path }) => `${method} ${path}`).sort(),
    );
  });

  for (const { method, path, handlers } of mounted) {
    const name = `${method} ${path}`;
    const wanted = cases[name];
    if (!wanted) continue;

    it(`${name} is guarded by a verb of the table that lets in exactly whom it should`, () => {
      const verb = handlers.map((handler) => verbOf.get(handler)).find(Boolean);
      if (!verb) throw new Error(`${name} has no may(…)`);
      const who: readonly string[] | 'everyone' = permissions[verb];
      const allowed = people.filter(
        (person) => who === 'everyone' || who.includes(roleOf[person] ?? ''),
      );
      expect(allowed).to.deep.equal([...wanted.who]);
    });

    for (const person of people) {
      for (const place of ['TH-50', 'TH-40']) {
        const inside = wanted.outside === undefined || sees[person].includes(place);
        const expected = !wanted.who.includes(person)
          ? [person === 'visitor' ? 401 : 403]
          : inside
            ? wanted.ok
            : [wanted.outside];

        it(`${name} answers ${expected.join(' or ')} to ${person} about ${place}`, async () => {
          const answer = await wanted.ask(await app.as(person), setting, place);

          expect(expected, answer.text).to.include(answer.status);
        });
      }
    }
  }

  it('narrows lists and figures to the scope', async () => {
    const [malee, somchai] = [await app.as('malee'), await app.as('somchai')];

    const seen = (await malee.get(`${sv}/responses?limit=500`)).body;
    const figures = (await somchai.get(`${sv}/figures`)).body;

    expect(seen.items.length).to.be.greaterThan(0);
    expect(new Set(seen.items.map((item: any) => item.place.province))).to.deep.equal(
      new Set(['TH-50']),
    );
    expect(figures.filters.scope).to.deep.equal({ kind: 'province', province: 'TH-40' });
    const elsewhere = figures.figures['by-province'].filter(
      (row: any) => row.province !== 'TH-40' && row.issues > 0,
    );
    expect(elsewhere).to.deep.equal([]);
  });

  it('says as of when for one’s own scope, whatever happens elsewhere', async () => {
    const malee = await app.as('malee');
    const asOf = async (query = '') => (await malee.get(`${sv}/figures${query}`)).body.asOf;
    const before = [await asOf(), await asOf('?status=rejected')];

    await storeResponse(app, aResponse({ place: { province: 'TH-40' } }));
    const elsewhere = [await asOf(), await asOf('?status=rejected'), await asOf('?severity=3')];
    await storeResponse(app, aResponse({ place: { province: 'TH-50' } }));

    expect(new Set(elsewhere)).to.deep.equal(new Set(before));
    expect(Date.parse(await asOf())).to.be.greaterThan(Date.parse(before[0]));
  });

  it('exports only the scope', async () => {
    const text = (await (await app.as('somchai')).get(`${sv}/responses.csv`)).text;

    expect(text).to.include('TH-40');
    expect(text).not.to.include('TH-50');
  });
});
