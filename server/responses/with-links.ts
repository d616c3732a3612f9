// The issues of a response with what each is linked to, as the facts know it.
import type { LinkSet } from '../../shared/plan/issue-links.ts';
import type { Context } from '../context.ts';

interface WithIssues {
  readonly issues: readonly { readonly id: string }[];
}
type Linked<R extends WithIssues> = Omit<R, 'issues'> & {
  readonly issues: readonly (R['issues'][number] & { readonly links?: LinkSet })[];
};

export function withLinks<R extends WithIssues & ({ readonly id: string } | { _id: string })>(
  { facts }: Pick<Context, 'facts'>,
  response: R,
): Linked<R> {
  const all = facts.links.of('id' in response ? response.id : response._id);
  if (all.size === 0) return response;
  const issues = response.issues.map((issue) => {
    const links = all.get(issue.id);
    return links ? { ...issue, links } : issue;
  });
  return { ...response, issues };
}
