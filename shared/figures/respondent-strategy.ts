// Which share of agencies' and of citizens' responses raises each strategy, and whether they differ.
import type { GroupClaim } from '../api/claims.ts';
import type { CountsOf } from '../api/figures.ts';
import { compareGroups, type Group, newcombe } from '../statistics/two-groups.ts';
import { type Strategy, strategies } from '../survey/strategies.ts';
import { claimAlpha } from './claim-level.ts';
import { leastBase, rankingBase } from './small-numbers.ts';

export interface GroupShare {
  readonly strategy: Strategy;
  /** responses that raise it, and their share of the group's, 0–1 */
  readonly agency: { readonly responses: number; readonly share: number };
  readonly citizen: { readonly responses: number; readonly share: number };
  /** agencies minus citizens, in shares, and its 95 % interval */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

export interface GroupShares {
  readonly agencies: number;
  readonly citizens: number;
  /** largest difference first; none where a group is too small */
  readonly rows: readonly GroupShare[];
}

type Counts = CountsOf<'by-respondent' | 'respondent-strategy'>;

export function groupShares(counts: Counts): GroupShares {
  const [first, second] = groupsOf(counts);
  const bases = { agencies: first.responses, citizens: second.responses };
  if (!areShown(first, second)) return { ...bases, rows: [] };
  const rows = strategies.flatMap((strategy, at) => {
    const [agency, citizen] = [shareOf(first, at), shareOf(second, at)];
    const interval = newcombe(
      agency.responses,
      first.responses,
      citizen.responses,
      second.responses,
    );
    return interval === null ? [] : [{ strategy, agency, citizen, ...interval }];
  });
  const size = ({ difference }: GroupShare) => Math.abs(difference);
  return { ...bases, rows: rows.toSorted((a, b) => size(b) - size(a)) };
}

function groupsOf(counts: Counts): [agencies: Group, citizens: Group] {
  return [groupOf(counts, 'agency'), groupOf(counts, 'citizen')];
}

function areShown(first: Group, second: Group): boolean {
  return Math.min(first.responses, second.responses) >= leastBase;
}

function groupOf({ figures }: Counts, respondent: 'agency' | 'citizen'): Group {
  const raised = new Map(
    figures['respondent-strategy']
      .filter((row) => row.respondent === respondent)
      .map((row) => [row.strategy, row.responses]),
  );
  const all = figures['by-respondent'].find((row) => row.respondent === respondent);
  return {
    responses: all?.responses ?? 0,
    raised: strategies.map((strategy) => raised.get(strategy) ?? 0),
  };
}

function shareOf({ responses, raised }: Group, at: number) {
  const count = raised[at] ?? 0;
  return { responses: count, share: count / responses };
}

export function groupClaims(counts: Counts): GroupClaim[] {
  const [first, second] = groupsOf(counts);
  if (!areShown(first, second)) return [];
  const differing = differences(first, second);
  const [agencies, citizens] = [first.responses, second.responses];
  if (Math.min(agencies, citizens) < rankingBase) {
    return [{ code: 'few', agencies, citizens }, ...differing];
  }
  return differing.length === 0 ? [{ code: 'within-chance' }] : differing;
}

/** Those beyond chance, largest first. */
function differences(first: Group, second: Group) {
  const tests = compareGroups(first, second, claimAlpha);
  return strategies
    .flatMap((strategy, at) => {
      const { differs = false, difference, low, high } = tests[at] ?? {};
      if (!differs || difference == null || low == null || high == null) return [];
      const points = { points: difference * 100, low: low * 100, high: high * 100 };
      return [{ code: 'differs' as const, strategy, ...points }];
    })
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

/** What each group raises clearly more than the other, largest difference first, at most two each. */
export interface GroupFinding {
  readonly agencies: readonly Strategy[];
  readonly citizens: readonly Strategy[];
}

/** null where nothing can be said, `within-chance` where no difference is clear. */
export function groupFinding(claims: readonly GroupClaim[]): GroupFinding | 'within-chance' | null {
  if (claims.length === 0 || claims.some(({ code }) => code === 'few')) return null;
  const differing = claims.filter((claim) => claim.code === 'differs');
  if (differing.length === 0) return 'within-chance';
  const named = (sign: 1 | -1) =>
    differing
      .filter(({ points }) => Math.sign(points) === sign)
      .slice(0, 2)
      .map(({ strategy }) => strategy);
  return { agencies: named(1), citizens: named(-1) };
}
