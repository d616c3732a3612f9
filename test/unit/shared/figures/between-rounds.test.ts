import { expect } from 'chai';
import type { CountsOf } from '../../../../shared/api/figures.ts';
import { betweenRounds, clearestChange } from '../../../../shared/figures/between-rounds.ts';
import { isHiddenBetweenRounds } from '../../../../shared/figures/not-for-outside.ts';
import { strategies } from '../../../../shared/survey/strategies.ts';

/** of so many responses these raise the six, in their order */
const round = (responses: number, raised: readonly number[]) =>
  ({
    strip: { responses },
    figures: {
      'by-strategy': strategies.map((strategy, at) => ({ strategy, responses: raised[at] ?? 0 })),
    },
  }) as unknown as CountsOf<'by-strategy'>;

// the picture of two years that the look was drawn with
const before = round(702, [351, 166, 196, 205, 118, 131]);
const now = round(811, [381, 184, 222, 220, 150, 215]);

describe('two rounds side by side', () => {
  it('differ where it is clear after Holm, as this minus the other', () => {
    const compared = betweenRounds(now, before);
    const clear = compared.rows.filter(({ differs }) => differs).map(({ strategy }) => strategy);
    expect(clear).to.deep.equal(['trust']);
    const trust = clearestChange(compared);
    expect(trust?.difference).to.be.closeTo(0.078, 0.0006);
    expect(trust?.low).to.be.closeTo(0.036, 0.001);
    expect(trust?.high).to.be.closeTo(0.12, 0.001);
    expect(clearestChange(betweenRounds(before, now))?.difference).to.be.closeTo(-0.078, 0.0006);
  });

  it('are said to differ by nobody under a base of 30, and have no shares under 5', () => {
    const few = round(20, [20, 0, 0, 0, 0, 0]);
    const other = round(800, [0, 800, 0, 0, 0, 0]);
    expect(betweenRounds(few, other).rows).to.have.length(6);
    expect(clearestChange(betweenRounds(few, other))).to.equal(null);
    expect(betweenRounds(round(4, [4]), other).rows).to.deep.equal([]);
  });

  it('leave out on paper what would tell of few', () => {
    const bases = { now: 100, before: 100 };
    const of = (one: number, other: number) => ({
      now: { responses: one, share: one / 100 },
      before: { responses: other, share: other / 100 },
    });
    expect(isHiddenBetweenRounds(of(50, 3), bases)).to.equal(true);
    expect(isHiddenBetweenRounds(of(98, 50), bases)).to.equal(true);
    expect(isHiddenBetweenRounds(of(50, 5), bases)).to.equal(false);
  });
});
