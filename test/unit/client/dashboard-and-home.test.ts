// The overview and the planner's home speak of the same numbers: they must say the same.
import { expect } from 'chai';
import { dashboard as dashboardEn } from '../../../client/i18n/en/dashboard.ts';
import { findings as findingsEn } from '../../../client/i18n/en/findings.ts';
import { home as homeEn } from '../../../client/i18n/en/home.ts';
import { strategySentence } from '../../../client/i18n/finding-text.ts';
import type { Speech } from '../../../client/i18n/i18n.ts';
import type { Messages } from '../../../client/i18n/messages.ts';
import { dashboard } from '../../../client/i18n/th/dashboard.ts';
import { findings } from '../../../client/i18n/th/findings.ts';
import { home } from '../../../client/i18n/th/home.ts';
import { leadLine, supportLine } from '../../../client/pages/dashboard/lead/lead-lines.ts';
import { plannerHeadline } from '../../../client/pages/home/planner-headline.ts';
import type { FiguresReplyOf } from '../../../shared/api/figures.ts';
import { strategyFinding } from '../../../shared/figures/by-strategy.ts';
import { aReply, byStrategy } from '../../support/figures.ts';

const thai: Speech = { lang: 'th', t: { dashboard, findings, home } as Messages };
const english: Speech = {
  lang: 'en',
  t: { dashboard: dashboardEn, findings: findingsEn, home: homeEn } as Messages,
};
const replyOf = (responses: number, ...counts: number[]) =>
  aReply(
    { responses, issues: responses },
    { ...byStrategy(...counts), 'by-month': [], 'by-province': [] },
  );

describe('the overview and the planner’s home', () => {
  it('both say that 41 against 40 of 200 responses is no clear lead', () => {
    const reply = replyOf(200, 41, 40, 38, 35, 30, 20);

    expect(plannerHeadline(reply, english)).to.equal(
      'No area is clearly raised more than the others yet',
    );
    expect(leadLine(reply, english)).to.equal(plannerHeadline(reply, english));
    expect(strategySentence(strategyFinding(reply.claims['by-strategy']), english)).to.match(
      /^No clear difference between digital infrastructure, digital economy/,
    );
    expect(leadLine(reply, thai)).to.equal(plannerHeadline(reply, thai));
  });

  const cases: [string, FiguresReplyOf<'by-strategy' | 'by-month' | 'by-province'>, string][] = [
    ['leads', replyOf(1000, 400, 300), 'Digital infrastructure is raised most often'],
    ['is one of two', replyOf(1000, 400, 390), 'are raised most, about equally'],
    ['is among few', replyOf(29, 20), '20 of 29 responses raise digital infrastructure'],
  ];
  for (const [title, reply, words] of cases) {
    it(`say the same of a strategy that ${title}`, () => {
      expect(leadLine(reply, english)).to.contain(words);
      expect(plannerHeadline(reply, english)).to.equal(leadLine(reply, english));
      expect(plannerHeadline(reply, thai)).to.equal(leadLine(reply, thai));
    });
  }

  it('say of one strategy under more filters that it is filtered', () => {
    const reply = replyOf(300, 300);
    const withFilters = (filters: object) => ({
      ...reply,
      filters: { ...reply.filters, ...filters },
    });

    const one = leadLine(withFilters({ strategy: ['infrastructure'] }), english);
    const severe = leadLine(
      withFilters({ strategy: ['infrastructure'], severity: [4, 5] }),
      english,
    );

    expect(one).to.match(/raise digital infrastructure$/);
    expect(severe).to.match(/raise digital infrastructure, as filtered$/);
  });

  it('have each a plain title where nothing can be said', () => {
    const reply = replyOf(4, 4);

    expect(plannerHeadline(reply, english)).to.equal('What was heard in this round');
    expect(leadLine(reply, english)).to.equal('Overview: Whole country');
  });

  it('name the share that a lead rests on', () => {
    expect(supportLine(replyOf(1000, 400, 300), english)).to.equal(
      '40.0% of the responses received raise digital infrastructure (95% interval 37.0%–43.1%). One response may raise several areas.',
    );
  });
});

describe('a reply about figures', () => {
  it('has exactly the figures that were asked for, or what needs another does not compile', () => {
    const reply: FiguresReplyOf<'by-month' | 'by-strategy'> = replyOf(200, 41, 40);
    // @ts-expect-error the overview's headline needs the months too
    const forgotten: Parameters<typeof leadLine>[0] = aReply({ responses: 200 }, byStrategy(41));
    // @ts-expect-error by-severity was not asked for
    const never = reply.figures['by-severity'];

    expect([never, forgotten.figures['by-month']]).to.deep.equal([undefined, undefined]);
  });
});
