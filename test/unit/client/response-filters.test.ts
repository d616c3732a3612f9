import { expect } from 'chai';
import { waitingQuery } from '../../../client/data/review-filters.ts';
import { issueFiltersOf } from '../../../client/pages/responses/response-filters.ts';
import { viewOf } from '../../../client/pages/responses/status-views.ts';
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
    expect(statusesOf(waitingQuery)).to.equal('received,pending');
    expect(statusesOf('status=pending&strategy=trust&status=received')).to.equal(
      'received,pending',
    );
    expect(statusesOf('status=pending')).to.equal('pending');
  });

  it('is none for a choice that has no name', () => {
    expect(statusesOf('status=received')).to.equal(undefined);
    expect(statusesOf('status=approved&status=rejected')).to.equal(undefined);
  });
});
