// Links as they stand in the columns, beside how they are stored: for the self-check.
import { issueKey } from '../../shared/plan/issue-links.ts';
import type { Facts } from './facts.ts';
import { isId } from './ids.ts';
import type { IssueLinks } from './link-overlay.ts';
import type { CountedLinks } from './link-sets.ts';

/** Issues of these responses that are linked otherwise in the columns than they are stored, by `issueKey`, each with how it stands. */
export function linkSuspects(
  { links }: Pick<Facts, 'links'>,
  ids: readonly string[],
  stored: readonly IssueLinks[],
): Map<string, string> {
  const byKey = new Map(stored.map((one) => [issueKey(one.response, one.issue), one]));
  const suspects = new Map<string, string>();
  for (const id of new Set(ids.filter(isId)))
    for (const issue of links.issuesOf(id)) {
      const standing = links.standing(id, issue);
      const key = issueKey(id, issue);
      const known = byKey.get(key);
      const [counted, wanted] = [textOf(standing), known ? textOf(known) : textOf(undefined)];
      if (counted !== wanted) suspects.set(key, `${counted} ${wanted}`);
    }
  return suspects;
}

type Standing = CountedLinks & { readonly version: number };

/** What a set without an entry and one that was emptied have in common is that they count the same: the version tells them apart. */
function textOf(standing: Standing | undefined): string {
  const {
    version = 0,
    subPlans = [],
    projects = [],
    rules = [],
    fitsNone = false,
  } = standing ?? {};
  const sorted = [subPlans, projects, rules].map((ids) => [...new Set(ids)].sort());
  return JSON.stringify([version, ...sorted, fitsNone]);
}
