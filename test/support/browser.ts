// A real browser on the real built server: pages, phones, signing in, and a console that must stay clean.
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  request,
} from 'playwright-core';
import { chromiumPath } from './find-chromium.mjs';
import { followRequests } from './page-checks.ts';
import type { ServerProcess } from './server-process.ts';

/** how somebody's browser is; `remembers`: what the app keeps in localStorage */
export interface Profile extends BrowserContextOptions {
  readonly remembers?: Readonly<Record<string, string>>;
}

export const phone: Profile = {
  viewport: { width: 360, height: 760 },
  hasTouch: true,
  isMobile: true,
};
export const desktop: Profile = { viewport: { width: 1280, height: 900 } };

export interface TestBrowser {
  readonly server: ServerProcess;
  /**
   * A fresh profile with one page that is signed in as `username` (`visitor`: nobody) and opened at a hash such as `#/collect`;
   * `baseURL` leads to the server another way.
   */
  open(username: string, hash: string, profile?: Profile): Promise<OpenPage>;
  /** requests without a page, signed in as `username` */
  requests(username: string): Promise<APIRequestContext>;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** what the console complained about so far; failed requests that a test provokes on purpose are the test's to allow */
  readonly complaints: string[];
}

/** @throws where there is none */
export function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no Chromium: CHROMIUM=/path/to/chromium npm test');
  return chromium.launch({ executablePath, args: browserArguments });
}

export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

export function browse(browser: Browser, server: ServerProcess): TestBrowser {
  const signedIn = new Map<string, Promise<APIRequestContext>>();
  const requests = async (username: string) => {
    const kept = signedIn.get(username) ?? request.newContext({ baseURL: server.url });
    signedIn.set(username, kept);
    await staySignedIn(await kept, server.url, username);
    return kept;
  };
  return {
    server,
    requests,
    open: async (username, hash, profile = desktop) => {
      const session = username === 'visitor' ? undefined : await requests(username);
      const state = session && { storageState: await session.storageState() };
      const { baseURL = server.url } = profile;
      return open(browser, `${baseURL}/${hash}`, { ...state, ...profile, baseURL });
    },
  };
}

async function open(
  browser: Browser,
  url: string,
  { remembers = {}, ...options }: Profile,
): Promise<OpenPage> {
  const context = await browser.newContext({
    locale: 'th-TH',
    timezoneId: 'Asia/Bangkok',
    reducedMotion: 'reduce',
    // what is intercepted here must reach the network; what it does is a journey of its own
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  await context.addInitScript(remember, remembers);
  const page = await context.newPage();
  followRequests(page);
  const complaints = watch(page);
  await page.goto(url);
  return { page, context, complaints };
}

/** Runs in the page before its own code. */
function remember(values: Readonly<Record<string, string>>): void {
  // an empty page has no storage
  if (!location.protocol.startsWith('http')) return;
  for (const [name, value] of Object.entries(values)) localStorage.setItem(name, value);
}

/** One session a person serves a whole run, until a journey ends it: passwords are slow to check, on purpose. */
async function staySignedIn(
  session: APIRequestContext,
  url: string,
  username: string,
): Promise<void> {
  const alive = await session.get(`${url}/api/session`);
  if (!alive.ok()) await signIn({ request: session }, url, username);
}

/** Signs in anew by the API; the cookie lands in the profile. The sign-in page has a test of its own. */
export async function signIn(
  context: { readonly request: APIRequestContext },
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
    // what keeps the app's files is left out of most tests (`serviceWorkers`), and the browser says so
    if (message.text().includes('blocked by Playwright')) return;
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  return complaints;
}
