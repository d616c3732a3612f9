// A view that was never asked before, over and over: as when a planner sets a filter. What the whole round adds up to is kept then.
import type { FactsAnswer } from '../../server/facts/answer.ts';
import { createFacts, type Facts } from '../../server/facts/facts.ts';
import type { Filters } from '../../shared/api/figures.ts';

/** Facts that keep two views: the one asked last, and its round. */
export const factsOfTwoViews = (): Facts => createFacts({ views: 2 });

export const ask = (filters: Filters, survey = '2569') => ({
  survey,
  filters,
  scope: { kind: 'all' } as const,
});

/** Asks something else, after which this view is kept no more, and its round still is (unless it is the round itself). */
export async function forget(facts: Facts, filters: Filters, run: number): Promise<void> {
  const nothing = () => undefined;
  if (Object.keys(filters).length > 0) {
    await facts.ask(ask({ ...filters, channel: ['api'] }), nothing);
    return;
  }
  for (const other of ['one', 'two']) await facts.ask(ask({}, `${other} ${run}`), nothing);
}

/** ms */
export async function timeNewView(
  facts: Facts,
  filters: Filters,
  run: number,
  use: (answer: FactsAnswer) => unknown,
): Promise<number> {
  await forget(facts, filters, run);
  const started = performance.now();
  await facts.ask(ask(filters), use);
  return performance.now() - started;
}
