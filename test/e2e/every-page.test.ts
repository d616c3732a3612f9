// Every page, in both languages, light and dark, on a phone and on a desk: accessible, nothing runs over the edge, the console is clean.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import {
  axe,
  desktop,
  keepPicture,
  overflow,
  phone,
  startBrowser,
  type TestBrowser,
} from '../support/browser.ts';

interface Visit {
  readonly who: string;
  readonly hash: string;
}

/** one visit for each route; `{response}` and `{batch}` are things of the demonstration */
const visits: Record<string, readonly Visit[]> = {
  '/': [
    { who: 'nok', hash: '#/' },
    { who: 'somchai', hash: '#/' },
    { who: 'nok', hash: '#/?province=TH-17' },
  ],
  '/home': ['malee', 'somchai', 'wanida', 'nok', 'admin'].map((who) => ({ who, hash: '#/home' })),
  '/collect': [{ who: 'malee', hash: '#/collect' }],
  '/outbox': [{ who: 'malee', hash: '#/outbox' }],
  '/batches': [{ who: 'admin', hash: '#/batches' }],
  '/batches/new': [{ who: 'admin', hash: '#/batches/new' }],
  '/batches/:id': [{ who: 'admin', hash: '#/batches/{batch}' }],
  '/responses': [{ who: 'nok', hash: '#/responses?strategy=trust&province=TH-50' }],
  '/responses/:id': [{ who: 'somchai', hash: '#/responses/{response}' }],
  '/signin': [{ who: 'visitor', hash: '#/signin' }],
  '/problems/:type': [{ who: 'visitor', hash: '#/problems/response-differs' }],
};

const looks = [
  { name: 'Thai, light, phone', options: phone, lang: 'th', theme: 'light' },
  { name: 'English, dark, phone', options: phone, lang: 'en', theme: 'dark' },
  { name: 'Thai, dark, desk', options: desktop, lang: 'th', theme: 'dark' },
  { name: 'English, light, desk', options: desktop, lang: 'en', theme: 'light' },
] as const;

describe('every page', function () {
  this.timeout(120_000);
  let browser: TestBrowser;
  const found: Record<string, string> = {};

  before(async () => {
    browser = await startBrowser();
    const { context, page } = await browser.open('somchai', '#/signin');
    const list = await context.request.get('/api/surveys/2569/responses?limit=1');
    found.response = (await list.json()).items[0].id;
    const sent = await context.request.post('/api/surveys/2569/batches', {
      multipart: {
        file: {
          name: 'ขอนแก่น.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from('จังหวัด,ปัญหา,ระดับ\nขอนแก่น,เน็ตช้า,3\nไทรทองใหญ่,เน็ตหลุด,9\nรวม,,\n'),
        },
      },
    });
    found.batch = (await sent.json()).id;
    await page.close();
  });
  after(() => browser?.close());

  it('is visited', () => {
    const routes = readFileSync('client/routes.ts', 'utf8');
    const paths = [...routes.matchAll(/^ {4}path: '([^']+)'/gm)].map(([, path]) => path);
    expect(Object.keys(visits).sort()).to.deep.equal(paths.sort());
  });

  for (const look of looks) {
    for (const { who, hash } of Object.values(visits).flat()) {
      it(`${hash} for ${who}: ${look.name}`, async () => {
        const address = hash.replace(/\{(\w+)\}/g, (_, name: string) => found[name] ?? '');
        const { page, context, complaints } = await browser.open(
          who,
          '#/problems/not-found',
          look.options,
        );
        await page.evaluate(
          ([lang, theme]) => {
            localStorage.setItem('rabfang.lang', String(lang));
            localStorage.setItem('rabfang.appearance', JSON.stringify({ theme, large: false }));
          },
          [look.lang, look.theme],
        );
        await page.goto(`${browser.server.url}/${address}`);
        await page.reload();
        await page.locator('main h1').first().waitFor();
        await page.waitForLoadState('networkidle', { timeout: 1500 }).catch(() => {}); // the dashboard's stream of changes never ends
        try {
          expect(await page.locator('html').getAttribute('lang')).to.equal(look.lang);
          expect(await axe(page)).to.deep.equal([]);
          expect(await overflow(page), 'pixels beyond the edge').to.equal(0);
          // who is not signed in is told so by 401, which the browser reports on its own
          const ours = complaints.filter((line) => !(who === 'visitor' && line.includes('401')));
          expect(ours).to.deep.equal([]);
        } catch (error) {
          await keepPicture(page, `${hash} ${who} ${look.name}`);
          throw error;
        } finally {
          await context.close();
        }
      });
    }
  }
});
