// Every figure that claims something, and what makes its claims: the server asks here, once for each reply.
import type { ClaimingFigure } from '../api/claims.ts';
import type { AnyFigure, ClaimsOf, CountsOf, FigureName } from '../api/figures.ts';
import { monthClaims } from './by-month.ts';
import { provinceClaims } from './by-province.ts';
import { severityClaims } from './by-severity.ts';
import { strategyClaims } from './by-strategy.ts';
import { claimsOfMap } from './map.ts';
import { peerClaims } from './peers.ts';
import { placeClaims } from './province-strategy.ts';
import { groupClaims } from './respondent-strategy.ts';

/** topics are not made of counts: who reads them makes their claims */
type CountedClaim = Exclude<ClaimingFigure, 'pareto'>;

type Makers = {
  readonly [K in CountedClaim]: (counts: CountsOf<FigureName>) => ClaimsOf<K>[K];
};

const makers: Makers = {
  'by-strategy': strategyClaims,
  'by-province': provinceClaims,
  'province-strategy': placeClaims,
  'by-month': monthClaims,
  'respondent-strategy': groupClaims,
  'by-severity': severityClaims,
  map: claimsOfMap,
  peers: peerClaims,
};

/** What the figures with these names claim; those that never claim anything are not in it. */
export function claimsOf(
  names: readonly AnyFigure[],
  counts: CountsOf<FigureName>,
): Partial<ClaimsOf<AnyFigure>> {
  const claims: Partial<ClaimsOf<AnyFigure>> = {};
  for (const name of names) {
    if (isClaiming(name)) Object.assign(claims, { [name]: makers[name](counts) });
  }
  return claims;
}

function isClaiming(name: AnyFigure): name is CountedClaim {
  return Object.hasOwn(makers, name);
}
