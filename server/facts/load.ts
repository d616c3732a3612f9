// Takes in every stored response once, at start. Writes that arrive meanwhile are put too: versions make the order irrelevant.
import type { Logger } from 'pino';
import type { Countable } from './countable.ts';
import type { Facts } from './facts.ts';
import type { IssueLinks } from './link-overlay.ts';

/** how long the event loop may be kept from others */
const turnMs = 5;

interface Loading {
  readonly facts: Facts;
  readonly log: Logger;
  now(): Date;
  /** aborted when the server begins to stop */
  readonly stopping: AbortSignal;
}

/** All that is stored, in parts. */
export interface Everything {
  readonly responses: AsyncIterable<readonly Countable[]>;
  readonly links: AsyncIterable<readonly IssueLinks[]>;
}

/**
 * Resolves when the facts are complete.
 * @param examined that everything stored can be reached: a part that cannot be would be missing in silence
 * @throws what reading or examining does, or when the server stops
 */
export async function loadFacts(
  { facts, log, now, stopping }: Loading,
  { responses, links }: Everything,
  examined: Promise<void>,
): Promise<void> {
  const startedAt = performance.now();
  let turn = performance.now();
  const rest = async () => {
    stopping.throwIfAborted();
    await new Promise((resolve) => setImmediate(resolve));
    turn = performance.now();
  };
  for await (const part of responses) {
    for (const response of part) facts.put(response);
    if (performance.now() - turn >= turnMs) await rest();
  }
  for await (const part of links) {
    for (const one of part) facts.links.put(one);
    if (performance.now() - turn >= turnMs) await rest();
  }
  await examined;
  facts.complete(now());
  const ms = Math.round(performance.now() - startedAt);
  log.info({ ...facts.size, ms }, 'facts are complete');
}
