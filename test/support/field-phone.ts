// A phone in the field: a browser whose profile outlives it, and a server that can be away and come back at the same address.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { browserArguments, phone } from './browser.ts';
import { chromiumPath } from './find-chromium.mjs';
import { type ServerProcess, startServer } from './server-process.ts';

export interface FieldPhone {
  /** the browser as it runs now */
  readonly context: BrowserContext;
  newPage(hash: string): Promise<Page>;
  /** ends the browser and starts it with the same profile; `killed`: as by an empty battery */
  restart(how?: 'closed' | 'killed'): Promise<void>;
  close(): Promise<void>;
}

export async function openPhone(url: string, options: object = phone): Promise<FieldPhone> {
  const folder = mkdtempSync(join(tmpdir(), 'rabfang-phone-'));
  let context = await launch(folder, options);
  return {
    get context() {
      return context;
    },
    async newPage(hash) {
      const page = await context.newPage();
      await page.goto(`${url}/${hash}`);
      return page;
    },
    async restart(how = 'closed') {
      if (how === 'killed') await killBrowser(context);
      else await context.close();
      context = await launch(folder, options);
    },
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function launch(folder: string, options: object): Promise<BrowserContext> {
  const executablePath = chromiumPath();
  const context = await chromium.launchPersistentContext(folder, {
    ...(executablePath !== undefined && { executablePath }),
    args: browserArguments,
    locale: 'th-TH',
    timezoneId: 'Asia/Bangkok',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  return context;
}

/** Without a word to its pages. */
async function killBrowser(context: BrowserContext): Promise<void> {
  const gone = new Promise((resolve) => context.once('close', resolve));
  const session = await context.browser()?.newBrowserCDPSession();
  const crashed = session?.send('Browser.crash');
  crashed?.catch(() => undefined); // nobody is left to answer
  await gone;
}

export interface FieldServer {
  readonly url: string;
  /** SIGTERM */
  away(): Promise<void>;
  back(env?: Record<string, string>): Promise<void>;
  /** and its data */
  end(): Promise<void>;
}

/** A demonstration of its own, always at the same address. */
export async function startFieldServer(env: Record<string, string> = {}): Promise<FieldServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rabfang-field-'));
  const port = await freePort();
  const start = (more: Record<string, string> = {}) =>
    startServer({ DATA_DIR: folder, DEMO: 'on', PORT: String(port), ...env, ...more });
  let running: ServerProcess | undefined = await start();
  const away = async () => {
    await running?.stop();
    running = undefined;
  };
  return {
    url: running.url,
    away,
    async back(more) {
      running ??= await start(more);
    },
    async end() {
      await away();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** The page has all that a cold start needs. */
export async function keptForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    for (;;) {
      const { port1, port2 } = new MessageChannel();
      const isKept = await new Promise((resolve) => {
        port1.onmessage = ({ data }) => resolve(data);
        active?.postMessage('is-kept', [port2]);
      });
      if (isKept === true) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}
