// A slow recount: again and again a random part of what is counted is compared with what is stored, in both directions. Writes under
// way are no drift: what differs is looked at a second time, and only what still differs, and has not changed meanwhile on either
// side, has drifted. It is logged, mended and counted; it must never happen.
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Following } from '../following/following.ts';
import { linkSuspects } from './check-links.ts';
import type { Countable } from './countable.ts';
import type { Facts } from './facts.ts';
import type { IssueLinks } from './link-overlay.ts';
import { idsFrom } from './standing.ts';

/** The stored responses, as far as they are counted. */
export interface Stored {
  among(ids: readonly string[]): Promise<readonly Countable[]>;
  /** in the order of their ids */
  after(id: string, limit: number): Promise<readonly Countable[]>;
  /** what their issues are linked to; absent: links are not looked at */
  linksOf?(ids: readonly string[]): Promise<readonly IssueLinks[]>;
}

export interface Checking {
  readonly facts: Facts;
  readonly following: Following;
  readonly log: Logger;
  /** aborted when the server begins to stop */
  readonly stopping: AbortSignal;
}

const atOnce = 100;
const usual = {
  /** it rests a hundred times as long as it took: one per cent of a core */
  restFactor: 100,
  everyMs: 1000,
  /** who is woken this much too late has others waiting */
  busyMs: 50,
};
const secondLookMs = 3000;

/** Compares for as long as the server runs. Never rejects. */
export async function selfCheck(
  checking: Checking,
  stored: Stored,
  { restFactor, everyMs, busyMs } = usual,
): Promise<void> {
  const { stopping, facts, following, log } = checking;
  for (let restMs = everyMs, turn = 0; !stopping.aborted; turn++) {
    const began = performance.now();
    await wait(restMs, undefined, { ref: false, signal: stopping }).catch(() => undefined);
    const isBusy = performance.now() - began > restMs + busyMs;
    if (stopping.aborted || isBusy || !facts.ready || following.isBehind) continue;
    const start = performance.now();
    // a database that does not answer is told by others
    await look(checking, stored, turn).catch((err) => log.debug({ err }, 'self-check'));
    restMs = Math.max(everyMs, (performance.now() - start) * restFactor);
  }
}

async function look(checking: Checking, stored: Stored, turn: number): Promise<void> {
  const { facts } = checking;
  const ids = turn % 2 === 0 ? [] : idsFrom(facts.columns.shelves, Math.random(), atOnce);
  const found =
    turn % 2 === 0 ? await stored.after(crypto.randomUUID(), atOnce) : await stored.among(ids);
  const suspects = suspectsOf(facts, ids, found);
  const all = [...ids, ...found.map(({ _id }) => _id)];
  const links = await linksThatDiffer(facts, stored, all);
  if (suspects.size > 0) void confirm(checking, stored, suspects).catch(() => undefined);
  if (links.size > 0) void confirmLinks(checking, stored, links).catch(() => undefined);
}

/** Compares everything at once, and mends it; for tests, and for a server at rest. @returns how many had drifted */
export async function checkEverything(checking: Checking, stored: Stored): Promise<number> {
  const { facts } = checking;
  const before = facts.drift;
  const suspects = new Map<string, string>();
  const links = new Map<string, string>();
  const note = (ids: readonly string[], found: readonly Countable[]) => {
    for (const [id, how] of suspectsOf(facts, ids, found)) suspects.set(id, how);
  };
  for (let last = ''; ; ) {
    const page = await stored.after(last, 10 * atOnce);
    note([], page);
    last = page.at(-1)?._id ?? '';
    if (page.length < 10 * atOnce) break;
  }
  const all = idsFrom(facts.columns.shelves, 0, Number.POSITIVE_INFINITY);
  for (let at = 0; at < all.length; at += atOnce) {
    const ids = all.slice(at, at + atOnce);
    note(ids, await stored.among(ids));
    for (const [key, how] of await linksThatDiffer(facts, stored, ids)) links.set(key, how);
  }
  if (suspects.size > 0) await confirm(checking, stored, suspects);
  if (links.size > 0) await confirmLinks(checking, stored, links);
  return facts.drift - before;
}

/** Whether some hundred of what is stored, from random places on, stand as they are counted, and the other way round. */
export async function agreesWith(stored: Stored, facts: Facts): Promise<boolean> {
  for (let look = 0; look < 3; look++) {
    const ids = idsFrom(facts.columns.shelves, Math.random(), atOnce);
    const found = [
      ...(await stored.among(ids)),
      ...(await stored.after(crypto.randomUUID(), atOnce)),
    ];
    if (suspectsOf(facts, ids, found).size > 0) return false;
  }
  return true;
}

/** What differs now, each with how it stands on both sides. */
function suspectsOf(
  facts: Facts,
  ids: readonly string[],
  found: readonly Countable[],
): Map<string, string> {
  const byId = new Map(found.map((response) => [response._id, response]));
  const suspects = new Map<string, string>();
  for (const id of new Set([...ids, ...byId.keys()])) {
    const { counted, stored } = facts.compare(id, byId.get(id));
    if (counted !== stored) suspects.set(id, `${counted} ${stored}`);
  }
  return suspects;
}

async function confirm(
  { facts, following, log }: Checking,
  stored: Stored,
  suspects: ReadonlyMap<string, string>,
): Promise<void> {
  await wait(secondLookMs, undefined, { ref: false });
  // what another process stored before the first look is counted then
  await following.caughtUp();
  const ids = [...suspects.keys()];
  const found = await stored.among(ids);
  if (!facts.ready) return;
  for (const [id, how] of suspectsOf(facts, ids, found)) {
    if (suspects.get(id) !== how) continue;
    facts.mend(
      id,
      found.find(({ _id }) => _id === id),
    );
    log.error({ response: id }, 'a figure had drifted from what is stored: mended');
  }
}

async function linksThatDiffer(
  facts: Facts,
  stored: Stored,
  ids: readonly string[],
): Promise<Map<string, string>> {
  return stored.linksOf ? linkSuspects(facts, ids, await stored.linksOf(ids)) : new Map();
}

/** The same of links: a second look, and what still differs alike is mended. */
async function confirmLinks(
  { facts, following, log }: Checking,
  stored: Stored,
  suspects: ReadonlyMap<string, string>,
): Promise<void> {
  await wait(secondLookMs, undefined, { ref: false });
  await following.caughtUp();
  const ids = [...new Set([...suspects.keys()].map((key) => key.slice(0, key.indexOf('#'))))];
  const found = (await stored.linksOf?.(ids)) ?? [];
  if (!facts.ready) return;
  for (const [key, how] of linkSuspects(facts, ids, found)) {
    if (suspects.get(key) !== how) continue;
    const [response = '', issue = ''] = key.split('#');
    facts.drift += 1;
    facts.links.mend(
      response,
      issue,
      found.find((one) => one.response === response && one.issue === issue),
    );
    log.error({ issue: key }, 'a link had drifted from what is stored: mended');
  }
}
