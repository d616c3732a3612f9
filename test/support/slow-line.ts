// A phone far from a mast, and what comes over its line: bytes as they travel, and journeys.
import type { Page } from 'playwright-core';

/** Chromium's own "Slow 3G": 400 kbit/s, 2 s until an answer begins */
const slow3G = {
  offline: false,
  latency: 2000,
  downloadThroughput: (400 * 1024) / 8,
  uploadThroughput: (400 * 1024) / 8,
};

export interface Line {
  readonly requests: number;
  /** bytes of script, as they are packed on their way */
  readonly script: number;
}

/** From here on the page has a quarter of the processor and a poor line. What it returns tells what has come so far. */
export async function slowLine(page: Page): Promise<() => Line> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow3G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return countLine(page);
}

/** The same over the line as it is. `counted`: which scripts. */
export async function countLine(page: Page, counted = /\.js$/): Promise<() => Line> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const scripts = new Set<string>();
  const cached = new Set<string>();
  session.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId));
  let requests = 0;
  let script = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromServiceWorker || response.fromDiskCache || cached.has(requestId)) return;
    // the mark of the tab: the browser asks for it beside the page, as often as it likes
    if (/\/mark-[^/]+\.svg$/.test(response.url)) return;
    requests += 1;
    if (counted.test(response.url)) scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  return () => ({ requests, script });
}
