import { expect } from 'chai';
import { CodeLimit } from '../../../server/facts/codes.ts';
import type { Countable } from '../../../server/facts/countable.ts';
import { createFacts } from '../../../server/facts/facts.ts';
import type { FactsQuestion } from '../../../server/facts/filter.ts';
import { shape } from '../../../server/figures/shape.ts';
import { figureNames } from '../../../shared/api/figures.ts';
import { aCountable, Chance } from './random-history.ts';

const everything: FactsQuestion = { survey: '2569', filters: {}, scope: { kind: 'all' } };

const issue = (over: Partial<Countable['issues'][number]> = {}): Countable['issues'][number] => ({
  id: '1',
  strategy: 'society',
  subPlan: null,
  severity: 3,
  affected: 10,
  ...over,
});

const chance = new Chance(1);
const response = (over: Partial<Countable> = {}): Countable =>
  aCountable(chance, {
    survey: '2569',
    status: 'approved',
    channel: 'form',
    withdrawnAt: null,
    issues: [issue()],
    ...over,
  });

function readyFacts() {
  const facts = createFacts();
  facts.complete(new Date(0));
  return facts;
}

const figuresOf = (facts: ReturnType<typeof createFacts>, question = everything) =>
  facts.ask(question, (answer) => shape(answer.count(), figureNames));

describe('facts', () => {
  it('answer nothing before everything stored is there', async () => {
    const facts = createFacts();
    facts.put(response());

    expect(facts.ready).to.equal(false);
    expect(() => facts.find(everything, { limit: 1, after: null })).to.throw('being counted');
    const failed = await figuresOf(facts).catch((error: Error) => error);
    expect(failed).to.have.property('type', 'not-ready');
  });

  it('answer nothing any more once a response did not fit: a part is no number', async () => {
    const facts = readyFacts();
    for (let n = 0; n < 64; n++) facts.put(response({ survey: `s${n}` }));
    expect(facts.ready).to.equal(true);

    expect(() => facts.put(response({ survey: 's64' }))).to.throw(CodeLimit, 'survey s64');

    expect(facts.ready).to.equal(false);
    expect(await figuresOf(facts).catch((error: Error) => error)).to.have.property(
      'type',
      'not-ready',
    );
  });

  it('keep the 64th survey apart from the first', async () => {
    const facts = readyFacts();
    for (let n = 0; n < 64; n++) facts.put(response({ survey: `s${n}` }));

    const { strip } = await figuresOf(facts, { ...everything, survey: 's63' });

    expect(strip.responses).to.equal(1);
  });

  it('tell nobody affected from nobody knows', async () => {
    const facts = readyFacts();
    facts.put(response({ issues: [issue({ affected: 0 }), issue({ affected: null })] }));

    const { figures } = await figuresOf(facts);

    expect(figures.summary).to.include({ affected: 0, affectedKnown: 1, issues: 2 });
  });

  it('sum people past 2^31 and 2^32, and back', async () => {
    const facts = readyFacts();
    const many = Array.from({ length: 100 }, () =>
      response({
        issues: [issue({ affected: 70_000_000 })],
        place: { ...response().place, province: 'TH-96' },
      }),
    );
    for (const one of many) facts.put(one);
    expect((await figuresOf(facts)).figures.summary?.affected).to.equal(7_000_000_000);

    for (const one of many.slice(1)) facts.put({ ...one, version: 2, leaving: true });

    expect((await figuresOf(facts)).figures.summary?.affected).to.equal(70_000_000);
  });

  it('leave what is not rated out of the mean', async () => {
    const facts = readyFacts();
    facts.put(
      response({
        issues: [issue({ severity: 4 }), issue({ severity: null }), issue({ severity: 5 })],
      }),
    );

    const { figures } = await figuresOf(facts);

    expect(figures.summary?.severity).to.deep.equal({ mean: 4.5, n: 2 });
  });

  it('let an id be used again, which counts versions on, or anew once the mark is forgotten', async () => {
    const facts = readyFacts();
    const first = response();
    const later = (ms: number) => new Date(first.receivedAt.getTime() + ms);
    const count = async () => (await figuresOf(facts)).strip.responses;
    facts.put(first);
    const left = { ...first, version: 2, changedAt: later(1000), leaving: true };
    expect(facts.put(left)).to.equal('changed');
    expect(facts.put(first)).to.equal('old');
    expect(facts.put({ ...first, receivedAt: later(2000) }), 'the clock of another').to.equal(
      'old',
    );
    expect(await count()).to.equal(0);

    expect(facts.put({ ...first, version: 3, receivedAt: later(-2000) })).to.equal('changed');
    expect(await count()).to.equal(1);

    facts.put({ ...left, version: 4 });
    expect(facts.put({ ...first, receivedAt: later(11 * 60_000) })).to.equal('changed');
    expect(await count()).to.equal(1);
  });

  it('let an id be used again that an operator has deleted', async () => {
    const facts = readyFacts();
    const first = response();
    facts.put(first);
    facts.forget(first._id);
    expect(facts.put(first)).to.equal('old');

    expect(facts.put({ ...first, receivedAt: new Date(first.receivedAt.getTime() + 1) })).to.equal(
      'changed',
    );
    expect((await figuresOf(facts)).strip.responses).to.equal(1);
  });

  it('give a view a new revision only when its own sums change', async () => {
    const facts = readyFacts();
    const question: FactsQuestion = { ...everything, filters: { province: ['TH-50'] } };
    const revision = () => facts.ask(question, (view) => view.revision);
    const at = (province: string) => response({ place: { ...response().place, province } });
    facts.put(at('TH-50'));
    const first = await revision();

    facts.put(at('TH-10'));
    facts.put({ ...at('TH-50'), channel: 'citizen', status: 'rejected' });
    expect(await revision()).to.equal(first);
    facts.put(at('TH-50'));

    expect(await revision()).not.to.equal(first);
  });

  it('find pages although nothing but ids differs', () => {
    const facts = readyFacts();
    const receivedAt = new Date();
    const all = Array.from({ length: 25 }, () => response({ receivedAt }));
    for (const one of all) facts.put(one);
    const found: string[] = [];

    for (let after: string | null = null, first = true; first || after; first = false) {
      const page = facts.find(everything, { limit: 4, after });
      expect(page.total).to.equal(25);
      found.push(...page.ids);
      after = page.next;
    }

    expect(found).to.deep.equal(
      all
        .map(({ _id }) => _id)
        .sort()
        .reverse(),
    );
  });

  it('refuse a cursor that is none', () => {
    for (const after of ['', '7', 'x_y', '1_00000000-0000-4000-8000-00000000000g'])
      expect(() => readyFacts().find(everything, { limit: 1, after })).to.throw('cursor');
  });

  it('let others have their turn while a large view is made', async () => {
    const facts = createFacts({ slice: 10 });
    facts.complete(new Date(0));
    for (let n = 0; n < 100; n++) facts.put(response());
    let turns = 0;
    let answered = false;
    const count = () => {
      turns += 1;
      if (!answered) setImmediate(count);
    };
    setImmediate(count);

    const [one, two] = await Promise.all([figuresOf(facts), figuresOf(facts)]);
    answered = true;

    expect(turns).to.be.within(5, 30);
    expect(one.strip.responses).to.equal(100);
    expect(two).to.deep.equal(one);
  });
});
