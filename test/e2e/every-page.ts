// Every page, in both languages, light and dark, on a phone and on a desk: accessible, nothing runs over the edge, the console is clean.
// A file for each device (every-page-….test.ts), so that they can run beside each other.
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { compounds } from '../../client/i18n/compounds.ts';
import type { Profile } from '../support/browser.ts';
import { aPerson, aProject, aResult } from '../support/build.ts';
import { onDemonstration } from '../support/journeys.ts';
import { axe, beyondTheEdge, overflow, partedWords, settled } from '../support/page-checks.ts';

interface Visit {
  readonly who: string;
  readonly hash: string;
}

/** one visit for each route; `{response}`, `{batch}` and `{invitation}` are made before */
const visits: Record<string, readonly Visit[]> = {
  '/': [
    { who: 'nok', hash: '#/' },
    { who: 'somchai', hash: '#/' },
    { who: 'nok', hash: '#/?province=TH-17' },
    // most places have fewer than five
    { who: 'nok', hash: '#/?respondent=agency&severity=5&channel=api' },
  ],
  '/province/:code': [{ who: 'nok', hash: '#/province/TH-50?respondent=citizen' }],
  '/strategy/:strategy': [{ who: 'nok', hash: '#/strategy/society' }],
  '/s/:id': [{ who: 'nok', hash: '#/s/{snapshot}' }],
  '/brief': [
    { who: 'nok', hash: '#/brief?province=TH-50' },
    { who: 'nok', hash: '#/brief?snapshot={snapshot}' },
  ],
  '/snapshots': [{ who: 'nok', hash: '#/snapshots' }],
  '/compare': [
    { who: 'nok', hash: '#/compare?a.respondent=agency&b.respondent=citizen' },
    { who: 'somchai', hash: '#/compare' },
  ],
  '/present': [{ who: 'nok', hash: '#/present?figure=months' }],
  '/home': ['malee', 'somchai', 'wanida', 'nok', 'admin'].map((who) => ({ who, hash: '#/home' })),
  '/collect': [{ who: 'malee', hash: '#/collect' }],
  '/outbox': [{ who: 'malee', hash: '#/outbox' }],
  '/batches': [{ who: 'admin', hash: '#/batches' }],
  '/batches/new': [{ who: 'admin', hash: '#/batches/new' }],
  '/batches/choices': [{ who: 'somchai', hash: '#/batches/choices' }],
  '/batches/:id': [{ who: 'admin', hash: '#/batches/{batch}' }],
  '/review': [{ who: 'wanida', hash: '#/review' }],
  '/review/quality': [
    { who: 'admin', hash: '#/review/quality' },
    { who: 'somchai', hash: '#/review/quality?state=aside' },
  ],
  '/plan/rules': [{ who: 'nok', hash: '#/plan/rules' }],
  '/plan/report': [{ who: 'nok', hash: '#/plan/report?subPlan=1.1' }],
  '/plan/link': [{ who: 'nok', hash: '#/plan/link' }],
  '/plan/projects': [
    { who: 'nok', hash: '#/plan/projects' },
    { who: 'somchai', hash: '#/plan/projects?q=nothing-of-this' },
  ],
  '/plan': [{ who: 'nok', hash: '#/plan' }],
  '/plan/sub-plans/:id': [{ who: 'nok', hash: '#/plan/sub-plans/1.1' }],
  '/plan/file': [{ who: 'nok', hash: '#/plan/file' }],
  '/plan/projects/:id': [{ who: 'nok', hash: '#/plan/projects/{project}' }],
  '/responses': [{ who: 'nok', hash: '#/responses?strategy=trust&province=TH-50' }],
  '/responses/:id': [{ who: 'somchai', hash: '#/responses/{response}' }],
  '/admin/people': [
    { who: 'admin', hash: '#/admin/people' },
    { who: 'somchai', hash: '#/admin/people?q=nobody' },
  ],
  '/admin/people/:username': [{ who: 'admin', hash: '#/admin/people/malee' }],
  '/admin/new-person': [{ who: 'admin', hash: '#/admin/new-person' }],
  '/admin/new-people': [{ who: 'somchai', hash: '#/admin/new-people' }],
  '/admin/offices': [{ who: 'admin', hash: '#/admin/offices' }],
  '/admin/reasons': [
    { who: 'admin', hash: '#/admin/reasons?office=TH-40' },
    { who: 'somchai', hash: '#/admin/reasons' },
  ],
  '/admin/rounds': [{ who: 'admin', hash: '#/admin/rounds' }],
  '/admin/rounds/:id': [{ who: 'admin', hash: '#/admin/rounds/2569' }],
  '/admin/sign-in': [{ who: 'admin', hash: '#/admin/sign-in' }],
  '/admin/erase': [
    { who: 'admin', hash: '#/admin/erase' },
    { who: 'admin', hash: '#/admin/erase?receipt={receipt}' },
  ],
  '/admin/audit': [{ who: 'admin', hash: '#/admin/audit' }],
  '/me': [{ who: 'malee', hash: '#/me' }],
  '/me/second-factor': [{ who: 'nok', hash: '#/me/second-factor' }],
  '/invitation/:code': [{ who: 'malee', hash: '#/invitation/{invitation}' }],
  '/signin': [{ who: 'visitor', hash: '#/signin' }],
  '/problems/:type': [{ who: 'visitor', hash: '#/problems/response-differs' }],
};

export interface Look {
  readonly name: string;
  readonly device: Profile;
  readonly lang: 'th' | 'en';
  readonly theme: 'light' | 'dark';
}

export function visitEveryPage(device: string, looks: readonly Look[]): void {
  describe(`every page on a ${device}`, function () {
    this.timeout(60_000);
    const tests = onDemonstration();
    const found: Record<string, string> = {};

    before(async () => {
      const office = await tests.requests('somchai');
      const list = await office.get('/api/surveys/2569/responses?limit=1');
      const [first] = (await list.json()).items;
      found.response = first.id;
      found.receipt = first.receipt;
      const sent = await office.post('/api/surveys/2569/batches', {
        multipart: {
          file: {
            name: 'ขอนแก่น.csv',
            mimeType: 'text/csv',
            buffer: Buffer.from('จังหวัด,ปัญหา,ระดับ\nขอนแก่น,เน็ตช้า,3\nไทรทองใหญ่,เน็ตหลุด,9\nรวม,,\n'),
          },
        },
      });
      found.batch = (await sent.json()).id;
      const choices = {
        dateOrder: 'mdy',
        mapping: { เรื่อง: 'title' },
        values: { province: { ขอนแกน: 'ขอนแก่น' } },
      };
      await office.post('/api/surveys/2569/readings', {
        data: { headers: ['จังหวัด', 'เรื่อง'], file: 'ขอนแก่น.csv', choices },
      });
      const planner = await tests.requests('nok');
      const view = { name: 'ประชุมคณะกรรมการ', filters: { region: 'north' } };
      const kept = await planner.post('/api/surveys/2569/snapshots', { data: view });
      found.snapshot = (await kept.json()).id;
      const project = await planner.post('/api/plan/projects', { data: aProject() });
      found.project = (await project.json()).id;
      await planner.put(`/api/plan/projects/${found.project}/results/2569/centres`, {
        data: aResult({ reached: 35 }),
      });
      const admin = await tests.requests('admin');
      const added = await admin.post('/api/people', { data: aPerson() });
      found.invitation = (await added.json()).invitation.code;
    });

    it('is visited', () => {
      const routes = readdirSync('client')
        .filter((name) => name.endsWith('routes.ts'))
        .map((name) => readFileSync(`client/${name}`, 'utf8'))
        .join('');
      const paths = [...routes.matchAll(/^ {4}path: '([^']+)'/gm)].map(([, path]) => path);
      expect(Object.keys(visits).sort()).to.deep.equal(paths.sort());
    });

    for (const { name, device, lang, theme } of looks) {
      const remembers = {
        'rabfang.lang': lang,
        'rabfang.appearance': JSON.stringify({ theme, large: false }),
      };
      for (const { who, hash } of Object.values(visits).flat()) {
        it(`${hash} for ${who}: ${name}`, async () => {
          const address = hash.replace(/\{(\w+)\}/g, (_, name: string) => found[name] ?? '');
          const { page, complaints } = await tests.open(who, address, { ...device, remembers });
          await settled(page);

          expect(await page.locator('html').getAttribute('lang')).to.equal(lang);
          expect(await page.locator('html').getAttribute('data-theme')).to.equal(theme);
          expect(await axe(page)).to.deep.equal([]);
          expect(await overflow(page), await beyondTheEdge(page)).to.equal(0);
          if (lang === 'th') expect(await partedWords(page, compounds)).to.deep.equal([]);
          // who is not signed in is told so by 401, which the browser reports on its own
          const ours = complaints.filter((line) => !(who === 'visitor' && line.includes('401')));
          expect(ours).to.deep.equal([]);
        });
      }
    }
  });
}
