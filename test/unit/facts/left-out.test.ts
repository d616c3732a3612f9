// One stored response that nothing can be counted of does not keep the others from being counted, and is never silent.
import { expect } from 'chai';
import type { Countable } from '../../../server/facts/countable.ts';
import { createFacts } from '../../../server/facts/facts.ts';
import { aCountable, Chance } from './random-history.ts';

const everything = { survey: '2569', filters: {}, scope: { kind: 'all' } } as const;
const chance = new Chance(3);
const response = (over: object = {}): Countable => ({
  ...aCountable(chance, { survey: '2569', status: 'approved', withdrawnAt: null, channel: 'form' }),
  ...over,
});

const strange: Readonly<Record<string, object>> = {
  'an unknown status': { status: 'lost' },
  'an unknown channel': { channel: 'pigeon' },
  'a day that is none': { day: '2026-02-31' },
  'no issues': { issues: null },
  'an issue without a known strategy': {
    issues: [{ strategy: 'none such', subPlan: null, severity: 1, affected: 1 }],
  },
  'no place': { place: undefined },
  'a time that is text': { receivedAt: 'yesterday' },
  'an id that is no UUID': { _id: 'x' },
};

describe('a stored response with', () => {
  for (const [what, over] of Object.entries(strange))
    it(`${what} is left out, and the others are counted`, async () => {
      const facts = createFacts();
      const why: string[] = [];
      facts.leftOut.onChange = (id, reason) => why.push(`${id}: ${reason}`);
      const good = response();
      const bad = response(over);

      facts.put(good);
      expect(facts.put(bad)).to.equal('left out');
      facts.complete(new Date());
      const answer = await facts.ask(everything, ({ count, leftOut }) => ({
        responses: count().total.responses,
        leftOut,
      }));

      expect(answer).to.deep.equal({ responses: 1, leftOut: 1 });
      expect(why).to.have.length(1);
      expect(why[0]).to.include(bad._id);
    });

  it('damage is taken out of the counts, and counts again once it is stored anew', async () => {
    const facts = createFacts();
    const [one, other] = [response(), response()];
    for (const each of [one, other]) facts.put(each);
    facts.complete(new Date());
    const counts = () =>
      facts.ask(everything, ({ count, leftOut }) => [count().total.responses, leftOut]);

    expect(await counts()).to.deep.equal([2, 0]);
    facts.leaveOut(one._id, 'damaged');
    expect(await counts()).to.deep.equal([1, 1]);
    facts.put({ ...one, version: 1, receivedAt: new Date(one.receivedAt.getTime() + 1) });

    expect(await counts()).to.deep.equal([2, 0]);
  });
});
