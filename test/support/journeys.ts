// One browser for all journeys of a run, and one demonstration: each journey has a profile of its own and counts only what it made.
// What needs other data has a server of its own; what stops or kills its server starts it itself (server-process.ts).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { browse, launchBrowser, type OpenPage, type TestBrowser } from './browser.ts';
import { keepPicture } from './page-checks.ts';
import { startServer } from './server-process.ts';

export interface Journeys extends TestBrowser {
  /** what the consoles of this journey's pages complained about so far */
  complaints(): string[];
}

interface Running {
  readonly tests: TestBrowser;
  stop(): Promise<void>;
}

let browser: Promise<Browser> | undefined;
let demonstration: Promise<Running> | undefined;

// hooks of the run, not of one file: browser and demonstration serve all of them
after(async () => {
  await (await browser)?.close();
  await (await demonstration)?.stop();
});

async function start(dataDir: string, env: Record<string, string> = {}): Promise<Running> {
  browser ??= launchBrowser();
  const [server, started] = await Promise.all([
    startServer({ DATA_DIR: dataDir, DEMO: 'on', ...env }),
    browser,
  ]);
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { tests: browse(started, server), stop };
}

/** For a `describe` whose journeys read the demonstration or add to it. */
export function onDemonstration(): Journeys {
  return journeys(() => {
    demonstration ??= start(mkdtempSync(join(tmpdir(), 'rabfang-e2e-')));
    return demonstration;
  });
}

/** For a `describe` that needs other data: `prepare` fills a folder, which is removed when its journeys are over. */
export function onDataOf(prepare: () => Promise<string>): Journeys {
  let running: Running | undefined;
  after(() => running?.stop());
  return journeys(async () => {
    running = await start(await prepare());
    return running;
  });
}

/** For a `describe` whose server is started with more variables, on a demonstration of its own. */
export function onServerWith(prepare: () => Promise<Record<string, string>>): Journeys {
  let running: Running | undefined;
  after(() => running?.stop());
  return journeys(async () => {
    running = await start(mkdtempSync(join(tmpdir(), 'rabfang-e2e-')), await prepare());
    return running;
  });
}

/** Profiles end with their test, and leave pictures of what they saw when it failed. */
function journeys(begin: () => Promise<Running>): Journeys {
  let tests: TestBrowser | undefined;
  const started = (): TestBrowser => {
    if (tests === undefined) throw new Error('browser and server start before the first test');
    return tests;
  };
  const opened: OpenPage[] = [];
  before(async function () {
    this.timeout(60_000);
    ({ tests } = await begin());
  });
  afterEach(async function () {
    const failed = this.currentTest?.state === 'failed' ? this.currentTest.fullTitle() : undefined;
    for (const { context } of opened.splice(0)) {
      if (failed) await Promise.all(context.pages().map((page, n) => picture(page, failed, n)));
      await context.close();
    }
  });
  return {
    get server() {
      return started().server;
    },
    requests: (username) => started().requests(username),
    open: async (username, hash, profile) => {
      const one = await started().open(username, hash, profile);
      opened.push(one);
      return one;
    },
    complaints: () => opened.flatMap(({ complaints }) => complaints),
  };
}

/** A page that cannot be drawn any more is no second failure. */
async function picture(page: OpenPage['page'], name: string, number: number): Promise<void> {
  const file = await keepPicture(page, number === 0 ? name : `${name} ${number + 1}`).catch(
    () => '',
  );
  if (file) process.stdout.write(`      what it saw: ${file}\n`);
}
