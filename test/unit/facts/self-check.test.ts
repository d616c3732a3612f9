// The self-check finds whatever drift is planted, in either direction, mends it and counts it; and takes no write under way for one.
import { expect } from 'chai';
import pino from 'pino';
import type { Countable } from '../../../server/facts/countable.ts';
import { createFacts } from '../../../server/facts/facts.ts';
import type { IssueLinks } from '../../../server/facts/link-overlay.ts';
import { checkEverything, type Stored, selfCheck } from '../../../server/facts/self-check.ts';
import { idsFrom } from '../../../server/facts/standing.ts';
import { shape } from '../../../server/figures/shape.ts';
import { alone } from '../../../server/following/following.ts';
import { figureNames } from '../../../shared/api/figures.ts';
import { aCountable, Chance } from './random-history.ts';

const everything = { survey: '2569', filters: {}, scope: { kind: 'all' } } as const;

function storedAs(documents: Map<string, Countable>, onRead: () => void = () => undefined): Stored {
  return {
    among: async (ids) => {
      onRead();
      return ids.flatMap((id) => documents.get(id) ?? []);
    },
    after: async (id, limit) => {
      onRead();
      const later = [...documents.values()].filter(({ _id }) => _id > id);
      return later.sort((a, b) => (a._id < b._id ? -1 : 1)).slice(0, limit);
    },
  };
}

function given(count: number) {
  const chance = new Chance(5);
  const facts = createFacts();
  const documents = new Map<string, Countable>();
  for (let n = 0; n < count; n++) {
    const one = aCountable(chance, { version: 3, status: 'approved', withdrawnAt: null });
    documents.set(one._id, one);
    facts.put(one);
  }
  facts.complete(new Date());
  const stopping = new AbortController();
  const following = alone(() => new Date());
  const checking = { facts, following, log: pino({ level: 'silent' }), stopping: stopping.signal };
  const figures = () => facts.ask(everything, ({ count }) => shape(count(), figureNames));
  const ids = [...documents.keys()];
  return { facts, documents, checking, stopping, figures, ids, chance };
}

describe('the self-check', function () {
  this.timeout(90_000);

  it('finds and mends what was changed, removed and added behind the back of the facts', async () => {
    const { facts, documents, checking, figures, ids, chance } = given(500);
    const [changed = '', removed = '', later = ''] = ids;
    const one = documents.get(changed) as Countable;
    documents.set(changed, { ...one, issues: [...one.issues, ...one.issues] });
    documents.delete(removed);
    documents.set(later, {
      ...(documents.get(later) as Countable),
      version: 4,
      status: 'rejected',
    });
    const added = aCountable(chance, { version: 1, status: 'approved', withdrawnAt: null });
    documents.set(added._id, added);

    const drift = await checkEverything(checking, storedAs(documents));
    const again = await checkEverything(checking, storedAs(documents));
    const anew = createFacts();
    for (const response of documents.values()) anew.put(response);
    anew.complete(new Date());
    const right = await anew.ask(everything, ({ count }) => shape(count(), figureNames));

    expect(drift).to.equal(4);
    expect(again).to.equal(0);
    expect(facts.drift).to.equal(4);
    expect(await figures()).to.deep.equal(right);
  });

  it('finds and mends links that stand otherwise than they are stored', async () => {
    const { facts, documents, checking, ids } = given(50);
    const linked = (response: string, version: number, subPlan: string): IssueLinks => ({
      ...{ response, issue: facts.links.issuesOf(response)[0] ?? '', version },
      ...{ subPlans: [subPlan], projects: [], rules: [], fitsNone: false, changedAt: new Date() },
    });
    const withIssues = ids.filter((id) => facts.links.issuesOf(id).length > 0);
    const [same = '', other = '', lost = '', made = ''] = withIssues;
    const links = [linked(same, 1, '1.1'), linked(other, 2, '1.2'), linked(made, 1, '3.1')];
    for (const one of [linked(same, 1, '1.1'), linked(other, 5, '2.1'), linked(lost, 1, '2.2')])
      facts.links.put(one);
    const stored = {
      ...storedAs(documents),
      linksOf: async (wanted: readonly string[]) =>
        links.filter(({ response }) => wanted.includes(response)),
    };

    const drift = await checkEverything(checking, stored);

    expect(drift).to.equal(3);
    expect(await checkEverything(checking, stored)).to.equal(0);
    const subPlans = (id: string) =>
      [...facts.links.of(id).values()].flatMap((one) => one.subPlans);
    expect([same, other, lost, made].map(subPlans)).to.deep.equal([['1.1'], ['1.2'], [], ['3.1']]);
    // and what is stored next is heard
    facts.links.put(linked(other, 3, '1.1'));
    expect(subPlans(other)).to.deep.equal(['1.1']);
  });

  it('takes nothing for drift that is written meanwhile', async () => {
    const { facts, documents, checking, ids } = given(200);
    // stored already, and the facts hear of it between the first look and the second
    const late = ids.slice(0, 20).map((id) => {
      const next = { ...(documents.get(id) as Countable), version: 4, status: 'rejected' } as const;
      documents.set(id, next);
      return next;
    });
    setTimeout(() => {
      for (const next of late) facts.put(next);
    }, 1000);

    expect(await checkEverything(checking, storedAs(documents))).to.equal(0);
    expect(facts.drift).to.equal(0);
  });

  it('comes upon it by itself, and rests most of the time', async () => {
    const { facts, documents, checking, stopping } = given(50);
    // from wherever it begins, it comes to the last one
    documents.delete(idsFrom(facts.columns.shelves, 0, 50).at(-1) ?? '');
    let reads = 0;
    const running = selfCheck(
      checking,
      storedAs(documents, () => reads++),
      // how late it is woken, and how long a look takes, depends on what else the machine does
      { everyMs: 100, busyMs: Number.POSITIVE_INFINITY, restFactor: 5 },
    );
    const began = performance.now();
    while (facts.drift === 0 && performance.now() - began < 80_000)
      await new Promise((resolve) => setTimeout(resolve, 100));
    stopping.abort();
    await running;

    expect(facts.drift).to.equal(1);
    expect(reads).to.be.below((performance.now() - began) / 90 + 2);
  });
});
