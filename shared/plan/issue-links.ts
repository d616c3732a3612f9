// What one issue is linked to, and what it counts towards.

/** What people and rules have linked one issue to. */
export interface LinkSet {
  readonly subPlans: readonly string[];
  readonly projects: readonly string[];
  /** somebody has said that it fits no sub-plan */
  readonly fitsNone: boolean;
}

export const noLinks: LinkSet = { subPlans: [], projects: [], fitsNone: false };

/**
 * The sub-plans that an issue counts towards. Links decide: where there are some, or somebody said that it fits none, what the
 * response itself names counts no more.
 */
export function countsTowards(set: LinkSet, own: string | null): readonly string[] {
  if (set.subPlans.length > 0 || set.fitsNone) return set.subPlans;
  return own === null ? [] : [own];
}

export const isLinked = ({ subPlans, projects }: LinkSet): boolean =>
  subPlans.length > 0 || projects.length > 0;

/** Where an issue is named: `{response}#{issue}`. */
export function issueKey(response: string, issue: string): string {
  return `${response}#${issue}`;
}
