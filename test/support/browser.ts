// A real browser on the real built server: pages, phones, signing in, accessibility, and a console that must stay clean.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { chromiumPath } from './find-chromium.mjs';
import { type ServerProcess, startServer } from './server-process.ts';

export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 760 },
  hasTouch: true,
  isMobile: true,
};
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

export interface TestBrowser {
  readonly server: ServerProcess;
  readonly browser: Browser;
  /** a fresh profile with one page that is signed in as `username` (`visitor`: nobody) and opened at a hash such as `#/collect` */
  open(username: string, hash: string, options?: BrowserContextOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** what the console complained about so far; failed requests that a test provokes on purpose are the test's to allow */
  readonly complaints: string[];
}

/** Starts server and browser; `env` is the server's. The demonstration is on unless said otherwise. */
export async function startBrowser(env: Record<string, string> = {}): Promise<TestBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'rabfang-e2e-'));
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no Chromium: CHROMIUM=/path/to/chromium npm test');
  const server = await startServer({ DATA_DIR: folder, DEMO: 'on', ...env });
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  });
  return {
    server,
    browser,
    open: (username, hash, options = desktop) => open(browser, server.url, username, hash, options),
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function open(
  browser: Browser,
  url: string,
  username: string,
  hash: string,
  options: BrowserContextOptions,
): Promise<OpenPage> {
  const context = await browser.newContext({
    locale: 'th-TH',
    timezoneId: 'Asia/Bangkok',
    reducedMotion: 'reduce',
    ...options,
    baseURL: url,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints = watch(page);
  if (username !== 'visitor') await signIn(context, url, username);
  await page.goto(`${url}/${hash}`);
  return { page, context, complaints };
}

/** Signs in by the API; the cookie lands in the profile. The sign-in page has a test of its own. */
export async function signIn(
  context: BrowserContext,
  url: string,
  username: string,
): Promise<void> {
  const answer = await context.request.post(`${url}/api/session`, {
    data: { username, password: 'rabfang-demo' },
  });
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()}`);
}

function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  return complaints;
}

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** WCAG 2.2 A and AA violations of what is on the page now, a line each. */
export async function axe(page: Page): Promise<string[]> {
  const { readFileSync } = await import('node:fs');
  await page.evaluate(readFileSync(axeSource, 'utf8')); // evaluated by the debugger: the page's own policy stays strict
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await (globalThis as any).axe.run(document, { runOnly: tags });
    return violations.map(
      (v: any) =>
        `${v.id}: ${v.nodes
          .map((node: any) => node.target.join(' '))
          .slice(0, 4)
          .join(' | ')}`,
    );
  });
}

/** Sideways scrolling of the page itself, in CSS pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Keeps a picture of what a failing test saw. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync('test/output', { recursive: true });
  await page.screenshot({
    path: `test/output/${name.replace(/[^\p{L}\p{M}\p{N}-]+/gu, '-').slice(0, 80)}.png`,
    fullPage: true,
  });
}
