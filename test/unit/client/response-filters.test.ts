import { expect } from 'chai';
import { waitingQuery } from '../../../client/data/review-filters.ts';
import { common as th } from '../../../client/i18n/th/everywhere.ts';
import { issueFiltersOf } from '../../../client/pages/responses/response-filters.ts';
import { queueOf } from '../../../client/pages/responses/review-queue.ts';
import { statusViews, viewOf } from '../../../client/pages/responses/status-views.ts';
import { passesIssue } from '../../../shared/survey/issue-filter.ts';

describe('the issues that a list means', () => {
  const issue = { strategy: 'trust', subPlan: null, severity: 4 } as const;
  const cases: [string, boolean][] = [
    ['', true],
    ['province=TH-50', true],
    ['strategy=trust', true],
    ['strategy=society&strategy=trust', true],
    ['strategy=society', false],
    ['strategy=none', false],
    ['subPlan=none', true],
    ['severity=4&strategy=trust', true],
    ['severity=5&strategy=trust', false],
  ];
  for (const [query, passes] of cases) {
    it(`${passes ? 'takes' : 'leaves'} an issue about trust under ?${query}`, () => {
      expect(passesIssue(issue, issueFiltersOf(new URLSearchParams(query)))).to.equal(passes);
    });
  }
});

describe('the tab of a list', () => {
  const statusesOf = (query: string) => viewOf(new URLSearchParams(query))?.statuses.join();

  it('is the one that says what is asked for, in any order', () => {
    expect(statusesOf('province=TH-50')).to.equal('');
    expect(statusesOf(waitingQuery({ reviewTiers: 1 }, { kind: 'all' }))).to.equal(
      'received,pending',
    );
    expect(statusesOf('status=pending&strategy=trust&status=received')).to.equal(
      'received,pending',
    );
    expect(statusesOf('status=pending')).to.equal('pending');
  });

  it('is for each of two decisions that are waited for, and for none where there is no review', () => {
    const tabs = (tiers: 0 | 1 | 2) => statusViews(tiers).map(({ statuses }) => statuses.join());
    expect(tabs(2)).to.include.members(['for-office', 'for-national', 'pending']);
    expect(tabs(2)).not.to.include('received,pending');
    expect(tabs(0)).to.deep.equal(['', 'pending', 'approved', 'returned', 'rejected']);
    const asked = new URLSearchParams('status=for-national');
    expect(viewOf(asked, 2)?.name({ common: th } as never)).to.equal('รอการตัดสินระดับชาติ');
    expect(viewOf(asked)).to.equal(undefined);
  });

  it('goes on among what waits for the same decision', () => {
    const list = new URLSearchParams('province=TH-40&status=for-national&after=x');
    expect(`${queueOf(list, ['for-national'])}`).to.equal(
      'province=TH-40&status=for-national&after=x',
    );
    expect(`${queueOf(list, ['for-office'])}`).to.equal('province=TH-40&status=for-office');
  });

  it('is none for a choice that has no name', () => {
    expect(statusesOf('status=received')).to.equal(undefined);
    expect(statusesOf('status=approved&status=rejected')).to.equal(undefined);
  });
});
