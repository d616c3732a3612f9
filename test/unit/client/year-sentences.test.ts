// What a year says of a sub-plan tells outside of no fewer than five, and names a region only where enough was said.
import { expect } from 'chai';
import { planReport } from '../../../client/i18n/en/plan-report.ts';
import type { Messages } from '../../../client/i18n/messages.ts';
import { yearLead, yearSupport } from '../../../client/pages/dashboard/plan-year/year-sentences.ts';
import type { RegionId } from '../../../shared/places/provinces.ts';
import type { SubPlanYear } from '../../../shared/plan/sub-plan-year.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';

const english = { lang: 'en' as const, t: { planReport } as Messages };
const region = (name: RegionId, responses: number, of: number) => ({
  ...{ region: name, issues: responses, responses, of },
  share: wilson(responses, of),
});
const raised = (responses: number, of: number, over: Partial<SubPlanYear> = {}): SubPlanYear => ({
  ...{ subPlan: '1.1', issues: responses, responses, of, share: wilson(responses, of) },
  ...{ affected: 0, affectedKnown: 0, severity: { mean: null, n: 0 }, provinces: 1 },
  ...{ before: null, change: null, regions: [], quarters: [], ...over },
});

describe('a sub-plan in a year, as sentences', () => {
  it('say no share that tells of the few others', () => {
    const one = raised(96, 98);
    expect(yearLead(one, 2569, english)).to.equal(planReport.nearlyAll('2026'));
    expect(yearSupport(one, english)).to.equal('');
    expect(yearLead(raised(98, 98), 2569, english)).to.include('100.0%');
    expect(yearLead(raised(4, 98), 2569, english)).to.equal(planReport.few('2026'));
  });

  it('say nothing of a year before that tells of few', () => {
    const change = { difference: -0.4, low: -0.5, high: -0.3, differs: true };
    const one = raised(50, 98, { change, before: { responses: 96, of: 98 } });
    expect(yearLead(one, 2569, english)).to.equal(planReport.alone('51.0%', '2026'));
    expect(yearSupport(one, english)).not.to.include('against');
  });

  it('name the region that says most only where it is the first, shown, and large enough', () => {
    const others = [region('south', 20, 100), region('northeast', 10, 100)];
    const said = (first: ReturnType<typeof region>) =>
      yearSupport(raised(60, 300, { regions: [first, ...others] }), english);
    expect(said(region('north', 30, 100))).to.match(/most in Nor[^:]*: 30\.0% \(30 of 100\)/);
    expect(said(region('north', 3, 10)), 'it is hidden').not.to.include('most in');
    expect(said(region('north', 15, 25)), 'of so few no ranking').not.to.include('most in');
  });
});
