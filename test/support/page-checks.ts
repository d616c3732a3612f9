// What a page is looked at for: whether it has settled, is accessible, fits its width; and a picture of it.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page, Request } from 'playwright-core';

const underWay = new WeakMap<Page, Set<Request>>();

/** Remembers which requests of a page have not been answered. The stream of changes never ends and does not count. */
export function followRequests(page: Page): void {
  const open = new Set<Request>();
  underWay.set(page, open);
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** Nothing is loading or under way any more, and what came has been drawn. */
export async function settled(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    await drawn(page);
    quiet = underWay.get(page)?.size ? 0 : quiet + 1;
  }
}

/** Its heading is there, and no shape of what is to come. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('main h1') && !document.querySelector('[aria-busy="true"]'),
  );
  await twoFrames(page);
}

/** What was set is drawn in the first frame; what that asks for begins before the second. */
function twoFrames(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** WCAG 2.2 A and AA violations of what is on the page now, a line each; not of what stands there until a page has come. */
export async function axe(page: Page): Promise<string[]> {
  await drawn(page);
  await page.evaluate(axeSource); // evaluated by the debugger: the page's own policy stays strict
  return page.evaluate(findViolations);
}

/** Runs in the page. */
async function findViolations(): Promise<string[]> {
  const { axe } = globalThis as any; // the page knows no such global
  const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await axe.run(document, { runOnly, resultTypes: ['violations'] });
  const lines: string[] = [];
  for (const { id, nodes } of found.violations) {
    const real = [];
    for (const { target } of nodes)
      if (id !== 'target-size' || (await isTooSmall(target))) real.push(target.join(' '));
    if (real.length > 0) lines.push(`${id}: ${real.slice(0, 4).join(' | ')}`);
  }
  return lines;

  /** A bar that stays at the edge may lie over a target that one can scroll to: it is judged where nothing lies over it. */
  async function isTooSmall([selector]: string[]): Promise<boolean> {
    const element = document.querySelector(selector ?? '');
    if (!element) return true;
    const { scrollX, scrollY } = window;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const again = await axe.run(element, { runOnly: { type: 'rule', values: ['target-size'] } });
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    return again.violations.length > 0;
  }
}

/** Sideways scrolling of the page itself, in CSS pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** What reaches over the edge, for the message of a test. */
export function beyondTheEdge(page: Page): Promise<string> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    return [...document.querySelectorAll('body *')]
      .map((element) => ({ element, right: Math.round(element.getBoundingClientRect().right) }))
      .filter(({ right }) => right > edge)
      .map(({ element, right }) => `${element.tagName}.${element.className} to ${right}`)
      .slice(0, 12)
      .join('\n');
  });
}

/** What a line parts though it belongs together: the letters of a compound, a number and its unit; in our words, not in those of respondents. */
export function partedWords(page: Page, compounds: RegExp): Promise<string[]> {
  return page.evaluate((source) => {
    const parted: string[] = [];
    // a year has no unit
    const counted = /(?<![\d,.])(?!(?:19|20|25)\d\d[ \u00a0])\d[\d,.]*[ \u00a0][ก-๙]/g;
    const whole = [new RegExp(source, 'g'), counted];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.textContent ?? '';
      const theirs = node.parentElement?.closest('.voices, td, tbody th, dd, q, option');
      if (theirs || !node.parentElement?.checkVisibility()) continue;
      for (const pattern of whole)
        for (const { index, 0: word } of text.matchAll(pattern)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
          if (new Set(lines.map(({ top }) => Math.round(top))).size > 1)
            parted.push(
              `${word} in “${text.slice(Math.max(0, index - 20), index + 30)}”, ${node.parentElement.tagName}.${node.parentElement.className} of ${node.parentElement.parentElement?.className}`,
            );
        }
    }
    return parted;
  }, compounds.source);
}

/** Keeps a picture of what a failing test saw. @returns its path */
export async function keepPicture(page: Page, name: string): Promise<string> {
  mkdirSync('test/output', { recursive: true });
  const path = `test/output/${name.replace(/[^\p{L}\p{M}\p{N}-]+/gu, '-').slice(0, 80)}.png`;
  await page.screenshot({ path, fullPage: true });
  return path;
}

/** Waits until the focus stands on what the selector names. */
export async function focusOn(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.activeElement?.matches(wanted) === true,
    selector,
  );
}
