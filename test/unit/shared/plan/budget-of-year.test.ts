// The budget of a fiscal year over the projects of the plan.
import { expect } from 'chai';
import { budgetOfYear } from '../../../../shared/plan/budget-of-year.ts';

describe('the budget of a fiscal year', () => {
  const costing = (state: 'planned' | 'running' | 'finished' | 'retired', baht: number) => ({
    state,
    budget: { 2568: baht },
  });

  it('counts what is finished, and not what was taken out of the plan', () => {
    const all = [
      costing('finished', 10),
      costing('running', 5),
      costing('planned', 2),
      costing('retired', 90),
    ];
    expect(budgetOfYear(all, 2568)).to.equal(17);
  });

  it('is not zero where none was given', () => {
    expect(budgetOfYear([costing('running', 5), costing('retired', 3)], 2569)).to.equal(null);
    expect(budgetOfYear([costing('retired', 3)], 2568)).to.equal(null);
    expect(budgetOfYear([costing('running', 0)], 2568)).to.equal(0);
  });
});
