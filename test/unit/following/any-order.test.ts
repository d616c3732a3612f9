// What is heard of a response comes in any order, twice and late: in the end it counts as it was stored last.
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import type { Countable } from '../../../server/facts/countable.ts';
import { createFacts } from '../../../server/facts/facts.ts';
import { shape } from '../../../server/figures/shape.ts';
import { figureNames } from '../../../shared/api/figures.ts';
import { statuses } from '../../../shared/api/responses.ts';
import { recount } from '../../support/recount.ts';
import { aCountable, Chance } from '../facts/random-history.ts';

const lives = Number(process.env.FACTS_SEQUENCES ?? 200) * 2;
const seed = Number(process.env.FACTS_SEED ?? Math.floor(Math.random() * 2 ** 31));
const everything = { survey: '2569', filters: {}, scope: { kind: 'all' } } as const;

/** All that is ever stored under one id, in its order: sent, held, decided on, moved, taken back, sent anew by another clock. */
function aLife(chance: Chance): Countable[] {
  const { _id } = aCountable(chance);
  const states: Countable[] = [];
  const length = 1 + chance.below(8);
  for (let version = 1; version <= length; version++) {
    const before = states.at(-1);
    const isNew = before === undefined || before.leaving;
    // whose clocks differ by minutes
    const at = () => new Date(Date.UTC(2026, 10, 20) + chance.below(240_000));
    const content = aCountable(chance, { _id, version, survey: '2569', changedAt: at() });
    const receivedAt = isNew ? at() : before.receivedAt;
    states.push({
      ...content,
      receivedAt,
      status: chance.of(statuses),
      ...(!isNew && chance.is(0.3) ? { leaving: true } : chance.is(0.3) && { held: true }),
    });
  }
  return states;
}

function shuffled<T>(chance: Chance, values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, at: chance.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

describe(`what is heard in any order (seed ${seed})`, () => {
  it(`counts as it was stored last, over ${lives} sets of lives`, async function () {
    this.timeout(1000 + lives * 100);
    for (let n = 0; n < lives; n++) {
      const chance = new Chance(seed + n);
      const all = Array.from({ length: 1 + chance.below(6) }, () => aLife(chance));
      const facts = createFacts({ rows: 2, issues: 3, zone: 4, slots: 2, views: 3, buried: 2 });
      const isLate = chance.is(0.5);
      if (!isLate) facts.complete(new Date(0));
      const said = all.flat();
      for (const state of shuffled(chance, [...said, ...said.filter(() => chance.is(0.5))]))
        facts.put(state);
      if (isLate) facts.complete(new Date(0));

      const stored = all.flatMap((life) => life.at(-1) ?? []);
      const there = stored.filter(({ held, leaving }) => !held && !leaving);
      const counted = await facts.ask(everything, ({ count }) => shape(count(), figureNames));
      const right = recount(there, everything);
      const got = { strip: counted.strip, months: counted.figures['by-month'] };
      const want = { strip: right.strip, months: right.figures['by-month'] };
      if (!isDeepStrictEqual(got, want)) expect(got, `seed ${seed + n}`).to.deep.equal(want);
    }
  });
});
