// Every mounted route × every role × inside and outside of the scope. A route that is missing from the table fails the test.
import { expect } from 'chai';
import { routers } from '../../../server/app.ts';
import { mountedRoutes } from '../../../server/http/mounted-routes.ts';
import { permissions, type Verb, verbOf } from '../../../server/http/permissions.ts';
import { type TokenVerb, tokenVerbs } from '../../../shared/api/me.ts';
import { type Answer, type Person, startApp, type TestApp } from '../../support/app.ts';
import {
  anIssue,
  aPassword,
  aPerson,
  aProject,
  aResponse,
  aResult,
  aToken,
  newId,
} from '../../support/build.ts';
import { aJpeg } from '../../support/photos.ts';
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
const managers: readonly Name[] = ['somchai', 'wanida', 'admin'];
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

/** whom of the two enumerators of these offices they may manage */
const manages: Record<Name, readonly string[]> = {
  visitor: [],
  malee: [],
  somchai: ['TH-40'],
  wanida: [],
  nok: [],
  admin: ['TH-50', 'TH-40'],
};

interface Setting {
  readonly response: Record<string, string>;
  /** never erased, unlike the other */
  readonly withPhoto: Record<string, string>;
  readonly batch: Record<string, string>;
  /** of the place alone */
  readonly snapshot: Record<string, string>;
  /** of the place's office */
  readonly project: Record<string, string>;
  /** an enumerator of the place's office */
  readonly person: Record<string, string>;
  /** of the whole country */
  readonly rule: string;
}

/** One request for a route; `place` is where the thing asked for lies. `outside` says what happens to those whose scope it is not in. */
interface Case {
  readonly who: readonly Name[];
  readonly ask: (person: Person, setting: Setting, place: string) => Promise<Answer>;
  readonly ok: readonly number[];
  /** status outside of the scope; undefined: the route has no place of its own and narrows silently */
  readonly outside?: number;
  /** for whom what is asked for lies inside; absent: `sees` */
  readonly inside?: typeof sees;
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

const photo = aJpeg();
const pictured = (province: string) =>
  aResponse({ place: { province }, issues: [anIssue({ photos: [photo.digest] })] });
const sendPhoto = (person: Person, response: string): Promise<Answer> =>
  person.send('PUT', `${sv}/responses/${response}/photos/${photo.digest}`, {
    body: new Uint8Array(photo.bytes),
    headers: { 'content-type': 'image/jpeg' },
  });

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
  'GET /api/session/service': {
    who: people,
    ask: (p) => p.get('/api/session/service'),
    ok: [404],
  },
  'GET /api/session/service/return': {
    who: people,
    ask: (p) => p.get('/api/session/service/return?code=x&state=y'),
    ok: [404],
  },
  'GET /api/me/service': { who: signedIn, ask: (p) => p.get('/api/me/service'), ok: [200] },
  'POST /api/me/service': {
    who: signedIn,
    ask: (p) => p.post('/api/me/service', {}),
    // there is none
    ok: [404],
  },
  'DELETE /api/me/service': {
    who: signedIn,
    ask: (p) => p.delete('/api/me/service'),
    ok: [204],
  },
  'PATCH /api/me': {
    who: signedIn,
    ask: (p) => p.patch('/api/me', { name: 'ชื่อใหม่' }),
    ok: [200],
  },
  'PUT /api/me/password': {
    who: signedIn,
    // tries at a password are counted, for all tests of this process
    ask: (p) => p.put('/api/me/password', { old: 'not this' }),
    ok: [400],
  },
  'GET /api/me/sessions': { who: signedIn, ask: (p) => p.get('/api/me/sessions'), ok: [200] },
  'DELETE /api/me/sessions': { who: signedIn, ask: (p) => p.delete('/api/me/sessions'), ok: [204] },
  'DELETE /api/me/sessions/:id': {
    who: signedIn,
    ask: (p) => p.delete('/api/me/sessions/none-of-mine'),
    ok: [404],
  },
  'GET /api/me/tokens': { who: signedIn, ask: (p) => p.get('/api/me/tokens'), ok: [200] },
  'POST /api/me/tokens': {
    who: signedIn,
    ask: (p) => p.post('/api/me/tokens', aToken(['read-figures'])),
    ok: [201, 422],
  },
  'DELETE /api/me/tokens/:id': {
    who: signedIn,
    ask: (p) => p.delete('/api/me/tokens/none-of-mine'),
    ok: [404],
  },
  'GET /api/me/second-factor': {
    who: signedIn,
    ask: (p) => p.get('/api/me/second-factor'),
    ok: [200],
  },
  'POST /api/me/second-factor': {
    who: signedIn,
    ask: (p) => p.post('/api/me/second-factor', {}),
    ok: [200],
  },
  'PUT /api/me/second-factor': {
    who: signedIn,
    // tries at a code are counted, for all tests of this process
    ask: (p) => p.put('/api/me/second-factor', {}),
    ok: [400],
  },
  'DELETE /api/me/second-factor': {
    who: signedIn,
    ask: (p) => p.delete('/api/me/second-factor'),
    ok: [204],
  },
  'POST /api/me/second-factor/recovery-codes': {
    who: signedIn,
    ask: (p) => p.post('/api/me/second-factor/recovery-codes', {}),
    ok: [404],
  },
  'POST /api/me/proof': {
    who: signedIn,
    ask: (p) => p.post('/api/me/proof', { other: '' }),
    ok: [400],
  },
  'GET /api/sign-in-rules': { who: ['admin'], ask: (p) => p.get('/api/sign-in-rules'), ok: [200] },
  'PUT /api/sign-in-rules': {
    who: ['admin'],
    ask: (p) => p.put('/api/sign-in-rules', { secondFactor: [] }),
    ok: [200],
  },
  'GET /api/offices': { who: signedIn, ask: (p) => p.get('/api/offices'), ok: [200] },
  'POST /api/offices': {
    who: ['admin'],
    ask: (p, _s, province) =>
      p.post('/api/offices', {
        id: newId(),
        nameTh: 'ศูนย์',
        nameEn: 'Centre',
        place: { kind: 'province', province },
      }),
    ok: [201],
    outside: 403,
  },
  'PATCH /api/offices/:id': {
    who: ['admin'],
    ask: (p, _s, place) => p.patch(`/api/offices/${place}`, { nameEn: 'Office' }),
    ok: [200],
    outside: 403,
  },
  'GET /api/offices/:id/reasons': {
    who: signedIn,
    ask: (p, _s, place) => p.get(`/api/offices/${place}/reasons`),
    ok: [200],
  },
  'POST /api/offices/:id/reasons': {
    who: managers,
    ask: (p, _s, place) => p.post(`/api/offices/${place}/reasons`, { labelTh: 'ขอชื่อหมู่บ้าน' }),
    ok: [201],
    outside: 403,
    inside: manages,
  },
  'PATCH /api/offices/:id/reasons/:reason': {
    who: managers,
    ask: (p, _s, place) => p.patch(`/api/offices/${place}/reasons/none-such`, { state: 'retired' }),
    ok: [404],
    outside: 403,
    inside: manages,
  },
  'GET /api/rounds': { who: signedIn, ask: (p) => p.get('/api/rounds'), ok: [200] },
  'POST /api/rounds': {
    who: ['admin'],
    ask: (p) => p.post('/api/rounds', { id: newId(), nameTh: 'รอบ', nameEn: 'Round' }),
    // the demonstration has room for 64
    ok: [201, 422],
  },
  'GET /api/rounds/:id/draft': {
    who: ['admin'],
    ask: (p) => p.get('/api/rounds/2569/draft'),
    ok: [200],
  },
  'PATCH /api/rounds/:id/draft': {
    who: ['admin'],
    ask: (p) => p.patch('/api/rounds/2569/draft', {}),
    ok: [200],
  },
  'DELETE /api/rounds/:id/draft': {
    who: ['admin'],
    ask: (p) => p.delete('/api/rounds/none-such/draft'),
    ok: [404],
  },
  'GET /api/rounds/:id/draft/impact': {
    who: ['admin'],
    ask: (p) => p.get('/api/rounds/2569/draft/impact'),
    ok: [200],
  },
  'POST /api/rounds/:id/versions': {
    who: ['admin'],
    ask: (p) => p.post('/api/rounds/none-such/versions', {}),
    ok: [404],
  },
  'POST /api/rounds/:id/state': {
    who: ['admin'],
    ask: (p) => p.post('/api/rounds/none-such/state', { state: 'closed', reason: 'x' }),
    ok: [404],
  },
  'GET /api/audit': { who: ['admin'], ask: (p) => p.get('/api/audit'), ok: [200] },
  'GET /api/audit.csv': { who: ['admin'], ask: (p) => p.get('/api/audit.csv'), ok: [200] },
  'GET /api/people': { who: managers, ask: (p) => p.get('/api/people'), ok: [200] },
  'POST /api/people': {
    who: managers,
    ask: (p, _s, place) => p.post('/api/people', aPerson({ office: place })),
    ok: [201],
    outside: 403,
    inside: manages,
  },
  'GET /api/people/:username': {
    who: managers,
    ask: (p, s, place) => p.get(`/api/people/${s.person[place]}`),
    ok: [200],
    outside: 404,
    inside: manages,
  },
  'PATCH /api/people/:username': {
    who: managers,
    ask: (p, s, place) => p.patch(`/api/people/${s.person[place]}`, { name: 'ชื่อใหม่' }),
    ok: [200],
    outside: 404,
    inside: manages,
  },
  'POST /api/people/:username/invitation': {
    who: managers,
    ask: (p, s, place) => p.post(`/api/people/${s.person[place]}/invitation`, {}),
    ok: [201],
    outside: 404,
    inside: manages,
  },
  'DELETE /api/people/:username/second-factor': {
    who: managers,
    ask: (p, s, place) =>
      p.send('DELETE', `/api/people/${s.person[place]}/second-factor`, {
        body: JSON.stringify({ reason: 'โทรศัพท์หาย' }),
        headers: { 'content-type': 'application/json' },
      }),
    ok: [200],
    outside: 404,
    inside: manages,
  },
  'GET /api/invitations/:code': {
    who: people,
    ask: (p) => p.get('/api/invitations/nobodys-code'),
    ok: [410, 429],
  },
  'POST /api/invitations/:code': {
    who: people,
    ask: (p) => p.post('/api/invitations/nobodys-code', { password: 'four words of my own' }),
    ok: [410, 429],
  },
  'GET /api/surveys/:survey/links': {
    who: ['nok', 'admin'],
    ask: (p) => p.get(`${sv}/links`),
    ok: [200],
  },
  'POST /api/surveys/:survey/links': {
    who: ['nok', 'admin'],
    ask: (p, s, place) =>
      p.post(`${sv}/links`, { issues: [`${s.response[place]}#1`], subPlan: '1.1' }),
    ok: [201],
  },
  'DELETE /api/surveys/:survey/links': {
    who: ['nok', 'admin'],
    ask: (p, s, place) =>
      p.send('DELETE', `${sv}/links`, {
        body: JSON.stringify({ issues: [`${s.response[place]}#1`], subPlan: '1.1' }),
        headers: { 'content-type': 'application/json' },
      }),
    ok: [200],
  },
  'GET /api/surveys/:survey/rules': {
    who: ['nok', 'admin'],
    ask: (p) => p.get(`${sv}/rules`),
    ok: [200],
  },
  'POST /api/surveys/:survey/rules': {
    who: ['nok', 'admin'],
    ask: (p) => p.post(`${sv}/rules?dryRun=true`, { words: ['สัญญาณ'], subPlan: '1.1' }),
    ok: [200],
  },
  'GET /api/surveys/:survey/rules/:id/preview': {
    who: ['nok', 'admin'],
    ask: (p, s) => p.get(`${sv}/rules/${s.rule}/preview`),
    ok: [200],
  },
  'PATCH /api/surveys/:survey/rules/:id': {
    who: ['nok', 'admin'],
    ask: (p, s) => p.patch(`${sv}/rules/${s.rule}`, { version: 1, state: 'off' }),
    ok: [200],
  },
  'GET /api/surveys/:survey/responses/:id/links': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p, s, place) => p.get(`${sv}/responses/${s.response[place]}/links`),
    ok: [200],
    outside: 404,
  },
  'GET /api/surveys/:survey/sub-plan-words': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p) => p.get(`${sv}/sub-plan-words`),
    ok: [200],
  },
  'GET /api/plan/projects': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p) => p.get('/api/plan/projects'),
    ok: [200],
  },
  'GET /api/plan/projects.csv': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p) => p.get('/api/plan/projects.csv'),
    ok: [200],
  },
  'GET /api/plan/projects.xlsx': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p) => p.get('/api/plan/projects.xlsx'),
    ok: [200],
  },
  'POST /api/plan/projects': {
    who: ['nok', 'admin'],
    ask: (p, _s, place) => p.post('/api/plan/projects', aProject({ office: place })),
    ok: [201],
  },
  'GET /api/plan/projects/:id': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p, s, place) => p.get(`/api/plan/projects/${s.project[place]}`),
    ok: [200],
  },
  'PATCH /api/plan/projects/:id': {
    who: ['nok', 'admin'],
    ask: (p, s, place) => p.patch(`/api/plan/projects/${s.project[place]}`, { state: 'running' }),
    ok: [200],
  },
  'PUT /api/plan/projects/:id/results/:year/:indicator': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p, s, place) =>
      p.put(`/api/plan/projects/${s.project[place]}/results/2569/centres`, aResult()),
    ok: [200],
    outside: 403,
    // an officer those of the own office
    inside: { ...sees, wanida: [] },
  },
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
  'GET /api/surveys/:survey/own': {
    who: ['malee', 'somchai', 'wanida', 'admin'],
    ask: (p) => p.get(`${sv}/own`),
    ok: [200],
  },
  'GET /api/surveys/:survey/own/receipts': {
    who: ['malee', 'somchai', 'wanida', 'admin'],
    ask: (p) => p.get(`${sv}/own/receipts`),
    ok: [200],
  },
  'GET /api/surveys/:survey/own/agencies': {
    who: ['malee', 'somchai', 'wanida', 'admin'],
    ask: (p) => p.get(`${sv}/own/agencies`),
    ok: [200],
  },
  'GET /api/surveys/:survey/common-issues': {
    who: ['malee', 'somchai', 'wanida', 'admin'],
    ask: (p) => p.get(`${sv}/common-issues?province=TH-50&district=แม่ริม`),
    ok: [200],
  },
  'GET /api/surveys/:survey/returned': {
    who: ['malee', 'somchai', 'wanida', 'admin'],
    ask: (p) => p.get(`${sv}/returned`),
    ok: [200],
  },
  'GET /api/surveys/:survey/responses.csv': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p) => p.get(`${sv}/responses.csv`),
    ok: [200],
  },
  'GET /api/surveys/:survey/responses.xlsx': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p) => p.get(`${sv}/responses.xlsx`),
    ok: [200],
  },
  'GET /api/surveys/:survey/responses.geojson': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p) => p.get(`${sv}/responses.geojson`),
    ok: [200],
  },
  'GET /api/surveys/:survey/responses/:id': {
    who: signedIn,
    ask: (p, s, place) => p.get(`${sv}/responses/${s.response[place]}`),
    ok: [200],
    outside: 404,
  },
  'PUT /api/surveys/:survey/responses/:id/photos/:digest': {
    who: ['malee', 'somchai', 'wanida', 'admin'],
    ask: async (p, _s, province) => {
      const id = newId();
      await p.put(`${sv}/responses/${id}`, pictured(province));
      return await sendPhoto(p, id);
    },
    ok: [201],
    // nobody can have stored a response there
    outside: 404,
  },
  'GET /api/surveys/:survey/responses/:id/photos': {
    who: signedIn,
    ask: (p, s, place) => p.get(`${sv}/responses/${s.response[place]}/photos`),
    ok: [200],
    outside: 404,
  },
  'GET /api/surveys/:survey/responses/:id/photos/:digest': {
    who: signedIn,
    ask: (p, s, place) => p.get(`${sv}/responses/${s.withPhoto[place]}/photos/${photo.digest}`),
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
  'DELETE /api/surveys/:survey/responses/:id/decisions/:decision': {
    who: ['somchai', 'wanida', 'admin'],
    // none of theirs
    ask: (p, s, place) => p.delete(`${sv}/responses/${s.response[place]}/decisions/${newId()}`),
    ok: [409],
    outside: 404,
  },
  'PUT /api/surveys/:survey/responses/:id/presence': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p, s, place) => p.put(`${sv}/responses/${s.response[place]}/presence`, {}),
    ok: [200],
    outside: 404,
  },
  'DELETE /api/surveys/:survey/responses/:id/presence': {
    who: ['somchai', 'wanida', 'admin'],
    // one's own mark, whatever it is on
    ask: (p, s, place) => p.delete(`${sv}/responses/${s.response[place]}/presence`),
    ok: [204],
  },
  'GET /api/surveys/:survey/responses/:id/history': {
    who: signedIn,
    ask: (p, s, place) => p.get(`${sv}/responses/${s.response[place]}/history`),
    ok: [200],
    outside: 404,
  },
  'GET /api/surveys/:survey/erasures': {
    who: ['admin'],
    ask: (p) => p.get(`${sv}/erasures?receipt=RF-69-0000-0000-0000`),
    ok: [404],
  },
  'POST /api/surveys/:survey/erasures': {
    who: ['admin'],
    ask: (p) => p.post(`${sv}/erasures`, { receipt: 'RF-69-0000-0000-0000', reason: 'ขอให้ลบ' }),
    ok: [404],
  },
  'POST /api/surveys/:survey/responses/:id/erasure': {
    who: ['admin'],
    ask: (p, s, place) =>
      p.post(`${sv}/responses/${s.response[place]}/erasure`, { reason: 'ขอให้ลบ' }),
    ok: [200, 201],
    outside: 404,
  },
  'GET /api/surveys/:survey/review': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p) => p.get(`${sv}/review`),
    ok: [200],
  },
  'POST /api/surveys/:survey/decisions': {
    who: ['somchai', 'wanida', 'admin'],
    // what lies outside is left as it is: review/decisions-of-many.test.ts
    ask: (p, s, place) =>
      p.post(`${sv}/decisions?dryRun=true`, {
        decision: 'approved',
        ids: [s.response[place] ?? ''],
      }),
    ok: [200],
  },
  'GET /api/surveys/:survey/decisions': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p) => p.get(`${sv}/decisions`),
    ok: [200],
  },
  'GET /api/surveys/:survey/decisions/:id': {
    who: ['somchai', 'wanida', 'admin'],
    // none of theirs
    ask: (p) => p.get(`${sv}/decisions/${newId()}`),
    ok: [404],
  },
  'PUT /api/surveys/:survey/decisions/:id/stop': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p) => p.put(`${sv}/decisions/${newId()}/stop`, {}),
    ok: [404],
  },
  'DELETE /api/surveys/:survey/decisions/:id': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p) => p.delete(`${sv}/decisions/${newId()}`),
    ok: [404],
  },
  'GET /api/surveys/:survey/readings': {
    who: managers,
    ask: (p) => p.get(`${sv}/readings`),
    ok: [200],
  },
  'POST /api/surveys/:survey/readings': {
    who: managers,
    ask: (p) =>
      p.post(`${sv}/readings`, {
        headers: ['จังหวัด', 'เรื่อง'],
        file: 'x.csv',
        choices: { mapping: { เรื่อง: 'title' }, values: {} },
      }),
    ok: [200],
  },
  'DELETE /api/surveys/:survey/readings/:id': {
    who: managers,
    ask: (p) => p.delete(`${sv}/readings/none-such`),
    ok: [404],
  },
  'GET /api/surveys/:survey/quality': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p) => p.get(`${sv}/quality`),
    ok: [200],
  },
  'PUT /api/surveys/:survey/quality/:id/aside': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p) => p.put(`${sv}/quality/none-such/aside`, { reason: 'ถูกต้อง' }),
    ok: [404],
  },
  'DELETE /api/surveys/:survey/quality/:id/aside': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p) => p.delete(`${sv}/quality/none-such/aside`),
    ok: [404],
  },
  'GET /api/surveys/:survey/snapshots': {
    who: signedIn,
    ask: (p) => p.get(`${sv}/snapshots`),
    ok: [200],
  },
  'POST /api/surveys/:survey/snapshots': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p) => p.post(`${sv}/snapshots`, { name: 'ประชุมวันจันทร์', filters: {} }),
    ok: [201],
  },
  'GET /api/surveys/:survey/snapshots/:id': {
    who: signedIn,
    ask: (p, { snapshot }, place) => p.get(`${sv}/snapshots/${snapshot[place]}`),
    ok: [200],
    outside: 404,
  },
  'GET /api/surveys/:survey/snapshots/:id/difference': {
    who: signedIn,
    ask: (p, { snapshot }, place) => p.get(`${sv}/snapshots/${snapshot[place]}/difference`),
    ok: [200],
    outside: 404,
  },
  'GET /api/snapshots/:id': {
    who: signedIn,
    ask: (p, { snapshot }, place) => p.get(`/api/snapshots/${snapshot[place]}`),
    ok: [200],
    outside: 404,
  },
  'GET /api/views': { who: signedIn, ask: (p) => p.get('/api/views'), ok: [200] },
  'POST /api/views': {
    who: signedIn,
    ask: (p) => p.post('/api/views', { name: 'ทั้งประเทศ', address: '/?survey=2569' }),
    ok: [201],
  },
  'PATCH /api/views/:id': {
    who: signedIn,
    ask: (p) => p.patch(`/api/views/${newId()}`, { shared: true }),
    ok: [404],
  },
  'DELETE /api/views/:id': {
    who: signedIn,
    ask: (p) => p.delete(`/api/views/${newId()}`),
    ok: [404],
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
  'POST /api/surveys/:survey/batches/known': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p, s, place) => p.post(`${sv}/batches/known`, { ids: [s.response[place]] }),
    ok: [200],
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
  'GET /api/surveys/:survey/batches/:id/difference': {
    who: ['somchai', 'wanida', 'nok', 'admin'],
    ask: (p, s, place) => p.get(`${sv}/batches/${s.batch[place]}/difference`),
    ok: [200],
    outside: 404,
  },
  'GET /api/surveys/:survey/batches/:id/withdrawal': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p, s, place) => p.get(`${sv}/batches/${s.batch[place]}/withdrawal`),
    ok: [200],
    outside: 404,
  },
  'PUT /api/surveys/:survey/batches/:id/withdrawal': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p, s, place) => p.put(`${sv}/batches/${s.batch[place]}/withdrawal`, { reason: 'ส่งผิด' }),
    ok: [200],
    outside: 404,
  },
  'DELETE /api/surveys/:survey/batches/:id/withdrawal': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p, s, place) => p.delete(`${sv}/batches/${s.batch[place]}/withdrawal`),
    ok: [200],
    outside: 404,
  },
  'GET /api/surveys/:survey/responses/:id/withdrawal': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p, s, place) => p.get(`${sv}/responses/${s.response[place]}/withdrawal`),
    ok: [200],
    outside: 404,
  },
  'PUT /api/surveys/:survey/responses/:id/withdrawal': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p, s, place) =>
      p.put(`${sv}/responses/${s.response[place]}/withdrawal`, { reason: 'ซ้ำ' }),
    ok: [200, 409],
    outside: 404,
  },
  'DELETE /api/surveys/:survey/responses/:id/withdrawal': {
    who: ['somchai', 'wanida', 'admin'],
    ask: (p, s, place) => p.delete(`${sv}/responses/${s.response[place]}/withdrawal`),
    ok: [200],
    outside: 404,
  },
  'GET /api/surveys/:survey/figures': {
    who: signedIn,
    ask: (p) => p.get(`${sv}/figures`),
    ok: [200],
  },
  'GET /api/surveys/:survey/map.geojson': {
    who: signedIn,
    ask: (p) => p.get(`${sv}/map.geojson`),
    ok: [200],
  },
  'GET /api/surveys/:survey/figures.xlsx': {
    who: signedIn,
    ask: (p) => p.get(`${sv}/figures.xlsx`),
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

/** Somebody who could do everything a moment ago, by a session and by a token. */
async function disabledPerson(app: TestApp) {
  const admin = await app.as('admin');
  const chief = aPerson({ office: 'national', role: 'administrator', scope: { kind: 'all' } });
  const { body } = await admin.post('/api/people', chief);
  const visitor = await app.as('visitor');
  const entered = await visitor.post(`/api/invitations/${body.invitation.code}`, {
    password: aPassword,
  });
  const session = app.withToken(entered.body.token);
  const token = (await session.post('/api/me/tokens', aToken(tokenVerbs))).body.token;
  const ended = await admin.patch(`/api/people/${chief.username}`, { disabled: true });
  expect(ended.status, ended.text).to.equal(200);
  return { session, token: app.withToken(token) };
}

describe('permissions', () => {
  let app: TestApp;
  let setting: Setting;

  let disabled: { readonly session: Person; readonly token: Person };
  const made = new Map<string, Person>();
  const permits = (verb: Verb, person: Name) =>
    (permissions[verb] as readonly string[]).includes(roleOf[person] ?? '');
  const tokenOf = async (person: Name, verbs: readonly TokenVerb[]): Promise<Person> => {
    const key = `${person} ${verbs}`;
    const known = made.get(key);
    if (known) return known;
    const answer = await (await app.as(person)).post('/api/me/tokens', aToken(verbs));
    expect(answer.status, answer.text).to.equal(201);
    made.set(key, app.withToken(answer.body.token));
    return tokenOf(person, verbs);
  };

  before(async () => {
    app = await startApp();
    appUrl = app.url;
    const response: Record<string, string> = {};
    const withPhoto: Record<string, string> = {};
    const batch: Record<string, string> = {};
    const snapshot: Record<string, string> = {};
    for (const place of ['TH-50', 'TH-40']) {
      response[place] = await storeResponse(app, aResponse({ place: { province: place } }));
      const id = await storeResponse(app, pictured(place));
      await sendPhoto(await app.as('admin'), id);
      withPhoto[place] = id;
      const view = { name: place, filters: { province: place } };
      snapshot[place] = (await (await app.as('nok')).post(`${sv}/snapshots`, view)).body.id;
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
    const project: Record<string, string> = {};
    for (const office of ['TH-50', 'TH-40']) {
      const added = await (await app.as('nok')).post('/api/plan/projects', aProject({ office }));
      expect(added.status, added.text).to.equal(201);
      project[office] = added.body.id;
    }
    const person: Record<string, string> = {};
    for (const office of ['TH-50', 'TH-40']) {
      const added = await (await app.as('admin')).post('/api/people', aPerson({ office }));
      expect(added.status, added.text).to.equal(201);
      person[office] = added.body.person.username;
    }
    const rule = { words: ['สัญญาณ'], subPlan: '1.1' };
    const { body } = await (await app.as('nok')).post(`${sv}/rules`, rule);
    setting = { response, withPhoto, batch, snapshot, project, person, rule: body.id };
    disabled = await disabledPerson(app);
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
        const inside =
          wanted.outside === undefined || (wanted.inside ?? sees)[person].includes(place);
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

  for (const { method, path, handlers } of mounted) {
    const name = `${method} ${path}`;
    const wanted = cases[name];
    if (!wanted) continue;
    const verb = handlers.map((handler) => verbOf.get(handler)).find(Boolean) ?? '';
    const isPublic = wanted.who.includes('visitor');

    for (const person of signedIn) {
      it(`${name} answers a token of ${person} as them when it was given the verb, else 403`, async () => {
        const inside = (wanted.inside ?? sees)[person];
        const place = inside[0] ?? sees[person][0] ?? '';
        const may = tokenVerbs.filter((one) => permits(one, person));
        const all = await wanted.ask(await tokenOf(person, may), setting, place);
        const less = may.filter((one) => one !== verb);
        const without = await wanted.ask(await tokenOf(person, less), setting, place);

        const mayItself = may.includes(verb as TokenVerb);
        const ok = inside.length > 0 ? wanted.ok : [wanted.outside];
        const expected = isPublic || mayItself ? ok : [403];
        expect(expected, all.text).to.include(all.status);
        expect(isPublic ? wanted.ok : [403], without.text).to.include(without.status);
      });
    }

    it(`${name} answers ${isPublic ? 'as to anybody' : '401'} to who was disabled, by session and by token`, async () => {
      const place = 'TH-50';
      const answers = [
        await wanted.ask(disabled.session, setting, place),
        await wanted.ask(disabled.token, setting, place),
      ];

      const expected = isPublic ? wanted.ok : [401];
      for (const answer of answers) expect(expected, answer.text).to.include(answer.status);
    });
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
