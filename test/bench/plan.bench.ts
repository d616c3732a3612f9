// The plan at a million issues of which 600,000 are linked: filters by links, the matrix, what rules look for; and the pages of the
// workbench over HTTP, on the demonstration (of a round the newest 5,000 responses are grouped, however many there are).

import { idsForRules, issuesByRule } from '../../server/facts/rows-of-rules.ts';
import { shape } from '../../server/figures/shape.ts';
import { type Filters, figureNames } from '../../shared/api/figures.ts';
import { inventFacts } from './invented-facts.ts';
import { type Measured, quantile, times } from './measure.ts';
import { ask, factsOfTwoViews, forget, timeNewView } from './new-view.ts';
import { signIn, withServer } from './server.ts';

const runs = 25;
const linkedPart = 0.6;
const subPlans = 17;

const filters: Record<string, Filters> = {
  'one sub-plan': { subPlan: ['3'] },
  'one project': { project: ['p-3'] },
  'linked to nothing': { linked: ['none'] },
  'one sub-plan in one province': { subPlan: ['3'], province: ['TH-50'] },
};
type Linked = ReturnType<typeof factsOfTwoViews>;

export async function plan(sizes: readonly number[] = [1_000_000]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const issues of sizes) {
    const size = `${issues.toLocaleString('en')} issues, ${(issues * linkedPart).toLocaleString('en')} linked`;
    const facts = factsOfTwoViews();
    const took = fill(facts, issues);
    measured.push({
      ...line('links, put one by one', size, [took]),
      perSecond: (issues * linkedPart) / (took / 1000),
    });
    for (const [name, filter] of Object.entries(filters)) {
      const taken: number[] = [];
      for (let run = 0; run < runs; run++)
        taken.push(
          await timeNewView(facts, filter, run, (answer) => shape(answer.count(), figureNames)),
        );
      measured.push(line(`facts, ${name}, new view`, size, taken));
    }
    measured.push(...(await matrix(facts, size)), ...(await rules(facts, size)));
  }
  return [...measured, ...(await workbench())];
}

/** @returns ms that the links took */
function fill(facts: Linked, issues: number): number {
  const all = [...inventFacts(issues)];
  for (const response of all) facts.put(response);
  const at = new Date();
  let n = 0;
  const started = performance.now();
  for (const { _id: response, issues: its } of all)
    for (const { id: issue } of its) {
      n++;
      // spread evenly, in no order of what they are about
      if ((n * 7) % 10 >= linkedPart * 10) continue;
      const subPlan = n % 50 === 0 ? [] : [String(n % subPlans)];
      const rules = n % 20 === 0 ? [`rule-${n % 40}`] : [];
      const projects = n % 10 === 0 ? [`p-${n % 30}`] : [];
      const set = { subPlans: subPlan, projects, rules, fitsNone: subPlan.length === 0 };
      facts.links.put({ response, issue, ...set, version: 1, changedAt: at });
    }
  const took = performance.now() - started;
  facts.complete(at);
  return took;
}

/** What stands at `#/plan`: every sub-plan in every province. */
async function matrix(facts: Linked, size: string): Promise<Measured[]> {
  const question = { ...ask({}), rows: true };
  const fresh: number[] = [];
  const stops: number[] = [];
  for (let run = 0; run < runs; run++) {
    await forget(facts, {}, run);
    const started = performance.now();
    const answered = facts.ask(question, (answer) => answer.countSubPlans()?.size);
    stops.push(await longestStop(answered));
    fresh.push(performance.now() - started);
  }
  const again = await times(runs, () => facts.ask(question, (answer) => answer.countSubPlans()));
  return [
    line('facts, matrix of sub-plans, new view', size, fresh),
    line('facts, matrix of sub-plans, longest stop of the event loop', size, stops),
    { ...line('facts, matrix of sub-plans, asked before', size, again), goal: '≤ 20 ms' },
  ];
}

async function rules(facts: Linked, size: string): Promise<Measured[]> {
  const all = { survey: '2569', scope: { kind: 'all' }, isOn: true } as const;
  const rule = { ...all, id: 'rule-0', filters: { strategy: ['society'] } };
  const stops: number[] = [];
  const taken = await times(runs, async () => {
    stops.push(await longestStop(idsForRules(() => facts.columns, [rule])));
  });
  const counted = await times(runs, () => issuesByRule(facts.columns));
  return [
    line('rules, what one of a strategy looks at', size, taken),
    { ...line('rules, the same, longest stop of the event loop', size, stops), goal: '≤ 20 ms' },
    line('rules, how much each has linked', size, counted),
  ];
}

async function longestStop(work: Promise<unknown>): Promise<number> {
  const answered = work.then(() => 'answered');
  let longest = 0;
  for (let last = performance.now(), state = ''; state !== 'answered'; ) {
    state = await Promise.race([answered, new Promise<string>((go) => setImmediate(go, 'turn'))]);
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  return longest;
}

async function workbench(): Promise<Measured[]> {
  return await withServer({ DEMO: 'on' }, async (server) => {
    const token = await signIn(server.url, 'nok');
    const get = async (after: string | null) => {
      const query = after === null ? '' : `&after=${encodeURIComponent(after)}`;
      const started = performance.now();
      const answer = await fetch(`${server.url}/api/surveys/2569/links?limit=20${query}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { next } = (await answer.json()) as { next: string | null };
      return { next, ms: performance.now() - started };
    };
    const first = await get(null);
    const pages: number[] = [];
    for (let after: string | null = first.next; pages.length < 100; ) {
      const page = await get(after);
      pages.push(page.ms);
      after = page.next;
    }
    const size = 'demonstration, 5,000 responses';
    return [
      line('workbench over HTTP, first page', size, [first.ms]),
      { ...line('workbench over HTTP, next page of 20 groups', size, pages), goal: 'p95 < 50 ms' },
    ];
  });
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
