import { expect } from 'chai';
import { issueFiltersOf } from '../../../client/pages/responses/response-filters.ts';
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
