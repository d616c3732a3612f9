// The facts alone: putting, the first answer of a new view (tables, scan, all figures shaped), a change while views are kept,
// a page of the responses behind a number; beside one plain loop over plain objects that counts province × strategy only.
import type { Countable } from '../../server/facts/countable.ts';
import { createFacts, type Facts } from '../../server/facts/facts.ts';
import { shape } from '../../server/figures/shape.ts';
import { type Filters, figureNames } from '../../shared/api/figures.ts';
import { inventFacts } from './invented-facts.ts';
import { type Measured, quantile, times } from './measure.ts';
import { ask, factsOfTwoViews, forget, timeNewView } from './new-view.ts';

const runs = 25;

const filters: Record<string, Filters> = {
  'no filter': {},
  'one province': { province: ['TH-50'] },
  'agencies, 3 provinces, a year, 2 strategies': {
    respondent: ['agency'],
    province: ['TH-10', 'TH-40', 'TH-50'],
    from: '2025-01-01',
    to: '2025-12-31',
    strategy: ['society', 'trust'],
  },
  'one month': { from: '2026-05-01', to: '2026-05-31' },
  'one strategy': { strategy: ['workforce'] },
};
const goals: Readonly<Record<string, string>> = {
  'no filter': '≤ 30 ms',
  'one province': '≤ 5 ms',
};

export async function factsEngine(sizes: readonly number[] = [100_000, 1_000_000]) {
  const measured: Measured[] = [];
  for (const issues of sizes) {
    const all = [...inventFacts(issues)];
    const size = `${issues.toLocaleString('en')} issues`;
    const before = process.memoryUsage().arrayBuffers;
    const facts = factsOfTwoViews();
    const started = performance.now();
    for (const response of all) facts.put(response);
    const took = performance.now() - started;
    facts.complete(new Date());
    measured.push({
      part: 'facts, put one by one',
      size,
      median: took,
      p95: took,
      unit: 'ms',
      perSecond: issues / (took / 1000),
      memory: (process.memoryUsage().arrayBuffers - before) / 2 ** 20,
    });
    const reference = {
      what: 'a plain loop, one figure',
      median: quantile(await times(runs, () => plainLoop(all)), 0.5),
    };
    for (const [name, filter] of Object.entries(filters)) {
      const taken = await newViews(facts, filter);
      const goal = issues === 1_000_000 ? goals[name] : undefined;
      measured.push({
        ...line(`facts, ${name}, new view`, size, taken),
        reference,
        ...(goal !== undefined && { goal }),
      });
      const find = await times(runs, () => facts.find(ask(filter), { limit: 50, after: null }));
      measured.push(line(`facts, ${name}, first page of responses`, size, find));
    }
    measured.push(
      line('facts, no filter, longest stop of the event loop', size, await stops(facts)),
    );
    measured.push(line('facts, one status change', size, await changes(all)));
  }
  return measured;
}

async function newViews(facts: Facts, filter: Filters): Promise<number[]> {
  const taken: number[] = [];
  for (let run = 0; run < runs; run++)
    taken.push(
      await timeNewView(facts, filter, run, (answer) => shape(answer.count(), figureNames)),
    );
  return taken;
}

/** How long others wait at most while a new view is made. */
async function stops(facts: Facts): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < runs; i++) {
    await forget(facts, {}, i);
    const answered = facts.ask(ask({}), () => 'answered');
    let longest = 0;
    for (let last = performance.now(), state = ''; state !== 'answered'; ) {
      state = await Promise.race([answered, new Promise<string>((go) => setImmediate(go, 'turn'))]);
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    taken.push(longest);
  }
  return taken;
}

/** With 16 views of everything kept: the dearest ones to keep right. */
async function changes(all: readonly Countable[]): Promise<number[]> {
  const facts = createFacts();
  for (const response of all.slice(0, 40_000)) facts.put(response);
  facts.complete(new Date());
  for (let i = 0; i < 16; i++)
    await facts.ask(
      ask({ severity: ['1', '2', '3', '4', '5'], from: `20${i + 10}-01-01` }),
      () => 0,
    );
  let version = 1;
  return times(runs, () => {
    version += 1;
    const at = new Date();
    for (const { _id } of all.slice(0, 1000)) facts.setStatus(_id, 'approved', version, at);
  }).then((taken) => taken.map((ms) => ms / 1000));
}

function line(part: string, size: string, taken: readonly number[]): Measured {
  return {
    part,
    size,
    median: quantile(taken, 0.5),
    p95: quantile(taken, 0.95),
    unit: 'ms',
  };
}

function plainLoop(all: readonly Countable[]): number {
  const counts = new Map<string, number>();
  for (const { status, channel, place, issues } of all) {
    if (status !== 'approved' && (status !== 'received' || channel === 'citizen')) continue;
    for (const { strategy } of issues) {
      const key = `${place.province} ${strategy}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts.size;
}
