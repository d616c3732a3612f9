// Checking every row of a file in the browser, before a byte of it is sent: until the grid is there, the longest time in which the page
// answers nobody, and what the tab takes; beside PapaParse alone on the same file in the same browser. CHECK_ROWS: other sizes.
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { batches as words } from '../../client/i18n/en/batches.ts';
import { desktop, launchBrowser, signIn } from '../support/browser.ts';
import { type Measured, quantile } from './measure.ts';
import { withServer } from './server.ts';
import { wideCsv } from './wide-csv.ts';

const usualSizes = [10_000, 100_000];
/** longer, its whole text is more than a page holds at once */
const mostForPapa = 200_000;
const papa = fileURLToPath(
  new URL('../../node_modules/papaparse/papaparse.min.js', import.meta.url),
);

export function check(): Promise<Measured[]> {
  const sizes = process.env.CHECK_ROWS?.split(',').map(Number) ?? usualSizes;
  return withServer({ DEMO: 'on' }, async ({ url }) => {
    const folder = mkdtempSync(join(tmpdir(), 'rabfang-check-'));
    const browser = await launchBrowser();
    const measured: Measured[] = [];
    try {
      for (const rows of sizes) {
        const file = join(folder, `${rows}.csv`);
        await pipeline(Readable.from(wideCsv(rows)), createWriteStream(file));
        const alone = rows > mostForPapa ? undefined : await papaAlone(browser, file);
        measured.push(...(await checked(browser, { url, file, rows, alone })));
      }
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
    return measured;
  });
}

/** seconds, the best of three */
async function papaAlone(browser: Browser, file: string): Promise<number> {
  const page = await browser.newPage();
  await page.setContent('<input type="file">');
  await page.addScriptTag({ path: papa });
  await page.setInputFiles('input', file);
  const runs = await page.evaluate(async () => {
    const text = await document.querySelector('input')?.files?.[0]?.text();
    const { Papa } = globalThis as unknown as { Papa: { parse(text: unknown, how: object): void } };
    return [1, 2, 3].map(() => {
      const began = performance.now();
      Papa.parse(text, { delimiter: ',', newline: '\n' });
      return (performance.now() - began) / 1000;
    });
  });
  await page.close();
  return Math.min(...runs);
}

interface Checking {
  readonly url: string;
  readonly file: string;
  readonly rows: number;
  /** seconds that PapaParse takes */
  readonly alone: number | undefined;
}

async function checked(
  browser: Browser,
  { url, file, rows, alone }: Checking,
): Promise<Measured[]> {
  const context = await browser.newContext({ ...desktop, serviceWorkers: 'block' });
  await signIn(context, url, 'admin');
  await context.addInitScript(() => {
    localStorage.setItem('rabfang.lang', 'en');
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
    Object.assign(globalThis, { tasks });
  });
  const page = await context.newPage();
  await page.goto(`${url}/#/batches/new`);
  await page.getByLabel(words.choose.button, { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: words.columns.check }).waitFor();
  await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks.splice(0));
  const memory = watchMemory(browser);
  const began = performance.now();
  await page.getByRole('button', { name: words.columns.check }).click();
  await page.getByRole('grid').waitFor({ timeout: 600_000 });
  const took = (performance.now() - began) / 1000;
  const tasks = await longTasks(page);
  const size = `${rows.toLocaleString('en')} rows`;
  const reference = alone === undefined ? {} : { reference: papaOf(alone) };
  const longest = { median: quantile(tasks, 0.5), p95: quantile(tasks, 1), unit: 'ms' } as const;
  await context.close();
  return [
    {
      ...{ part: 'every row checked in the browser', size, median: took, p95: took, unit: 's' },
      ...{ perSecond: rows / took, memory: await memory.stop(), ...reference },
      goal: '≤ 12 ×, 100,000 in 4 s',
    },
    { part: 'its longest tasks on the page', size, ...longest, goal: 'longest < 50 ms' },
  ];
}

const papaOf = (median: number) => ({ what: 'PapaParse alone', median });

/** In ms; those of less than 50 are none. */
async function longTasks(page: Page): Promise<readonly number[]> {
  const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
  return tasks.length > 0 ? tasks : [0];
}

/** The most that the largest process of a tab took, in MB. */
function watchMemory(browser: Browser) {
  let most = 0;
  let ends = false;
  const looking = (async () => {
    const session = await browser.newBrowserCDPSession();
    while (!ends) {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      for (const { id, type } of processInfo)
        if (type === 'renderer') most = Math.max(most, residentOf(id));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await session.detach();
  })();
  return {
    stop: async () => {
      ends = true;
      await looking;
      return most;
    },
  };
}

/** 0: it is gone */
function residentOf(pid: number): number {
  try {
    const [, kB = '0'] = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kB) / 1024;
  } catch {
    return 0;
  }
}
