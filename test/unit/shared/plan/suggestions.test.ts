// On the invented issues of the demonstration: titles nobody has confirmed alike, asked about and compared with the right answer.
import { expect } from 'chai';
import { inventedSubPlans, rightSubPlan } from '../../../../seed/plan.ts';
import { texts } from '../../../../seed/texts.ts';
import type { Confirmed, NamedSubPlan } from '../../../../shared/plan/suggestion-model.ts';
import { type Learned, learnInSteps } from '../../../../shared/plan/suggestion-quality.ts';
import { suggest, untried } from '../../../../shared/plan/suggestions.ts';
import { strategies } from '../../../../shared/survey/strategies.ts';

const subPlans: readonly NamedSubPlan[] = inventedSubPlans.map(
  ({ id, strategy, nameTh, nameEn, words }) => ({
    id,
    strategy,
    words: [nameTh, nameEn, ...words],
  }),
);

function inventedIssues(seed: number, n: number): Confirmed[] {
  let state = seed;
  const pick = <T>(values: readonly T[]): T => {
    state = (state * 48_271) % 2_147_483_647;
    return values[state % values.length] as T;
  };
  return Array.from({ length: n }, () => {
    const strategy = pick(strategies);
    const { what, trouble, where, details } = texts[strategy];
    const title = `${pick(what)}${pick(trouble)} ${pick(where)}`.trim();
    return {
      title,
      detail: pick([null, pick(details)]),
      strategy: pick([strategy, strategy, strategy, strategy, null]),
      respondent: pick(['agency', 'citizen'] as const),
      subPlan: rightSubPlan(title),
    };
  });
}

function learn(confirmed: readonly Confirmed[]): Learned {
  const steps = learnInSteps(subPlans, confirmed);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('suggestions of sub-plans', () => {
  it('know the right answer of most invented issues, and force few of those that fit none', () => {
    const { quality } = learn(inventedIssues(11, 1200));
    expect(quality.top1).to.be.at.least(0.8);
    expect(quality.top3).to.be.at.least(0.95);
    expect(quality.forced).to.be.at.most(0.05);
  });

  it('say with each the words that led to it, where they stand in the text', () => {
    const { model } = learn([]);
    const text = 'เสาสัญญาณเสียมานานกว่าสองเดือน บนดอย';
    const { suggestions } = suggest(model, subPlans, untried, {
      title: text,
      detail: null,
      strategy: 'infrastructure',
      respondent: null,
    });
    expect(suggestions[0]?.subPlan).to.equal('1.1');
    for (const { from, to } of suggestions[0]?.words ?? [])
      expect('เสาสัญญาณ').to.include(text.slice(from, to));
  });

  it('are none where no word speaks for any', () => {
    const { model } = learn([]);
    for (const text of ['', '…', 'น้ำท่วมถนนหน้าวัด', 'the road is flooded'])
      expect(
        suggest(model, subPlans, untried, {
          title: text,
          detail: null,
          strategy: null,
          respondent: null,
        }).suggestions,
        text,
      ).to.deep.equal([]);
  });

  it('mean their chances: where a tenth was confirmed by mistake, they say so', () => {
    const confirmed = inventedIssues(5, 2500).map((one, i) =>
      i % 10 === 0 ? { ...one, subPlan: subPlans[i % 17]?.id ?? null } : one,
    );
    const { model, caution } = learn(confirmed.slice(0, 1500));
    const said = confirmed.slice(1500).flatMap((one) => {
      const first = suggest(model, subPlans, caution, one).suggestions[0];
      return first ? [{ chance: first.chance, right: first.subPlan === one.subPlan }] : [];
    });
    const mean = said.reduce((sum, { chance }) => sum + chance, 0) / said.length;
    expect(mean).to.be.closeTo(said.filter(({ right }) => right).length / said.length, 0.04);
    expect(Math.max(...said.map(({ chance }) => chance))).to.be.below(0.97);
  });

  it('are the same each time, and learn nothing from a sub-plan that is not there any more', () => {
    const confirmed = inventedIssues(3, 200);
    const gone = confirmed.map((one) => ({ ...one, subPlan: '9.9' }));
    const of = (learned: Learned) =>
      confirmed.slice(0, 40).map((one) => suggest(learned.model, subPlans, learned.caution, one));
    expect(of(learn(confirmed))).to.deep.equal(of(learn([...confirmed, ...gone])));
    expect(learn([...confirmed, ...gone]).quality.n).to.equal(200);
  });

  it('let others have their turn: nothing of the learning takes longer than one issue', () => {
    const steps = learnInSteps(subPlans, inventedIssues(2, 100));
    let turns = 0;
    while (!steps.next().done) turns += 1;
    expect(turns).to.be.greaterThan(100 * 5);
  });

  it('are said without any trial as long as nothing was confirmed', () => {
    const { quality, caution } = learn([]);
    expect(caution).to.deep.equal(untried);
    expect([quality.n, quality.top1, quality.forced]).to.deep.equal([0, null, null]);
  });
});
