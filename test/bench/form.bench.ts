// The form on a phone far from a mast: until its first question can be answered, on the first visit and from what the phone keeps. Chromium
// with a quarter of this processor and the line of "Slow 3G"; beside it an empty answer of the same server over the same line.
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser, phone, signIn } from '../support/browser.ts';
import { keptForOffline } from '../support/field-phone.ts';
import { type Line, slowLine } from '../support/slow-line.ts';
import { type Measured, quantile } from './measure.ts';
import { withServer } from './server.ts';

const rounds = 3;

export function form(): Promise<Measured[]> {
  return withServer({ DEMO: 'on' }, async ({ url }) => {
    const browser = await launchBrowser();
    const times = { empty: [] as number[], first: [] as number[], kept: [] as number[] };
    const sizes: Line[] = [];
    for (let round = 0; round < rounds; round++) {
      const context = await browser.newContext({ ...phone, locale: 'th-TH' });
      await signIn(context, url, 'malee');
      times.empty.push(await timed(context, (page) => page.goto(`${url}/healthz`)));
      // not until everything has come: letters and what follows the form come after its first question
      const open = (page: Page) =>
        page.goto(`${url}/#/collect`, { waitUntil: 'commit' }).then(() => asked(page));
      times.first.push(await timed(context, open, (line) => sizes.push(line)));
      const page = await context.newPage();
      await page.goto(`${url}/#/home`);
      await keptForOffline(page);
      times.kept.push(await timed(context, open));
      await context.close();
    }
    await browser.close();
    const { script = Number.NaN, requests = Number.NaN } = sizes[0] ?? {};
    return [
      told(
        'the form usable, first visit',
        `${toKiB(script)} KiB of script, ${requests} requests`,
        times.first,
        times.empty,
      ),
      told('the form usable, kept by the phone', 'service worker', times.kept, times.empty),
    ];
  });
}

const toKiB = (bytes: number): string => (bytes / 1024).toFixed(1);

function told(
  part: string,
  size: string,
  values: readonly number[],
  empty: readonly number[],
): Measured {
  return {
    part,
    size,
    median: quantile(values, 0.5),
    p95: quantile(values, 0.95),
    unit: 's',
    reference: { what: 'an empty answer of the same server', median: quantile(empty, 0.5) },
  };
}

/** Seconds on a slow line, of a page of its own. */
async function timed(
  context: BrowserContext,
  work: (page: Page) => Promise<unknown>,
  hear: (line: Line) => unknown = () => undefined,
): Promise<number> {
  const page = await context.newPage();
  const line = await slowLine(page);
  const started = performance.now();
  await work(page);
  const took = (performance.now() - started) / 1000;
  hear(line());
  await page.close();
  return took;
}

const asked = (page: Page) =>
  page.getByRole('textbox', { name: 'หัวข้อปัญหา' }).waitFor({ timeout: 60_000 });
