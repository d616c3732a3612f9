// Rules work beside everything else, until the server stops.
import type { Context } from '../context.ts';
import { RuleWork, type RuleWorking } from './rule-work.ts';

const everyMs = 1000;

/** Looks until the server stops, and then lets the work go. */
export function watchRules(context: RuleWorking & Pick<Context, 'log'>): void {
  const work = new RuleWork(context);
  const { facts, stopping, log } = context;
  let looking = false;
  const look = async () => {
    if (looking || !facts.ready || stopping.aborted) return;
    looking = true;
    // a database that does not answer is asked again at the next look
    await work.look().catch((err: unknown) => {
      if (!stopping.aborted) log.warn({ err }, 'rules could not link everything yet');
    });
    looking = false;
    if (stopping.aborted) await leave();
  };
  const leave = () => work.leave().catch(() => undefined);
  const endListening = facts.onChange(({ response }) => {
    if (response !== undefined) work.hear(response);
  });
  const timer = setInterval(look, everyMs).unref();
  stopping.addEventListener('abort', () => {
    clearInterval(timer);
    endListening();
    if (!looking) void leave();
  });
}
