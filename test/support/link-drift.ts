// Whether the facts count links as they are stored, both ways.

import type { Context } from '../../server/context.ts';
import { everyLink } from '../../server/links/hear-links.ts';
import type { LinkSet } from '../../shared/plan/issue-links.ts';

/** @returns how many issues are linked otherwise in the facts than in the database; of issues that are not there nothing is said */
export async function linkDrift({ db, facts }: Pick<Context, 'db' | 'facts'>): Promise<number> {
  const stored = new Map<string, Map<string, LinkSet>>();
  for await (const part of everyLink(db))
    for (const one of part) {
      const { response, issue, subPlans, projects, fitsNone } = one;
      const all = stored.get(response) ?? new Map<string, LinkSet>();
      stored.set(response, all.set(issue, { subPlans, projects, fitsNone }));
    }
  let drift = 0;
  for (const [response, issues] of stored) {
    const counted = facts.links.of(response);
    for (const issue of facts.links.issuesOf(response))
      if (textOf(counted.get(issue)) !== textOf(issues.get(issue))) drift++;
  }
  return drift;
}

/** '' for what is linked to nothing */
function textOf(set: LinkSet | undefined): string {
  const { subPlans = [], projects = [], fitsNone = false } = set ?? {};
  if (subPlans.length + projects.length === 0 && !fitsNone) return '';
  return JSON.stringify([[...subPlans].sort(), [...projects].sort(), fitsNone]);
}
