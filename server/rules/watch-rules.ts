// Rules work beside everything else, until the server stops.
import type { Context } from '../context.ts';
import { RuleWork, type RuleWorking } from './rule-work.ts';

const everyMs = 1000;

/**
 * Looks until the server stops, and then lets the work go.
 * @returns what resolves when it has been let go: as long as its lease is there, somebody may still change what is counted
 */
export function watchRules(context: RuleWorking & Pick<Context, 'log'>): () => Promise<void> {
  const work = new RuleWork(context);
  const { facts, stopping, log } = context;
  let looking = Promise.resolve();
  let isLooking = false;
  const look = async () => {
    // a database that does not answer is asked again at the next look
    await work.look().catch((err: unknown) => {
      if (!stopping.aborted) log.warn({ err }, 'rules could not link everything yet');
    });
    isLooking = false;
  };
  const endListening = facts.onChange(({ response }) => {
    if (response !== undefined) work.hear(response);
  });
  const timer = setInterval(() => {
    if (isLooking || !facts.ready) return;
    isLooking = true;
    looking = look();
  }, everyMs).unref();
  const letGo = async () => {
    await looking;
    await work.leave().catch(() => undefined);
  };
  let gone: Promise<void> | undefined;
  stopping.addEventListener('abort', () => {
    clearInterval(timer);
    endListening();
    gone = letGo();
  });
  return async () => await (gone ?? letGo());
}
