// What a view answers when it is asked for figures: the counts, what is derived of them, and what they claim.
import { derivedFigures, rowFigures } from '../../shared/api/derived-figures.ts';
import { type AnyFigure, type FiguresReply, figureNames } from '../../shared/api/figures.ts';
import { claimsOf } from '../../shared/figures/claims.ts';
import { derive } from '../../shared/figures/derived.ts';
import { type ParetoTopics, paretoClaims } from '../../shared/figures/pareto.ts';
import { areaOf } from '../../shared/places/scope.ts';
import type { CountingTier } from '../../shared/survey/counts-from.ts';
import type { RoundContent } from '../../shared/survey/definition.ts';
import type { FactsAnswer, FactsQuestion } from '../facts/answer.ts';
import { rowFiguresOf } from './row-figures.ts';
import { shape } from './shape.ts';

export interface AskedFigures extends FactsQuestion {
  /** since when writes of others may be missing; undefined: none may */
  readonly behind: string | undefined;
  readonly expected: RoundContent['provincesExpected'];
  readonly countsFrom: CountingTier;
  readonly subPlans: RoundContent['subPlans'];
  /** read before, where they were asked for */
  readonly topics?: ParetoTopics;
}

/** every figure that the facts can make, asked for by name */
export const everyFigure: readonly AnyFigure[] = [...figureNames, ...derivedFigures, ...rowFigures];

/** All figures are shaped, since claims may rest on others than those asked for. */
export function replyOf(
  view: FactsAnswer,
  question: AskedFigures,
  wanted: readonly AnyFigure[],
): FiguresReply {
  const { filters, scope, behind, expected, countsFrom: from, topics } = question;
  const counts = {
    asOf: view.asOf.toISOString(),
    countsFrom: from,
    filters: areaOf(scope) === null ? { ...filters } : { ...filters, scope },
    ...shape(view.count(), figureNames, expected),
  };
  const entries = Object.entries(counts.figures).filter(([name]) =>
    wanted.some((one) => one === name),
  );
  const derived = Object.fromEntries(
    derivedFigures
      .filter((name) => wanted.includes(name))
      .map((name) => [name, derive[name](counts)]),
  );
  return {
    ...counts,
    ...(view.leftOut > 0 && { setAside: view.leftOut }),
    ...(behind !== undefined && { seenUntil: behind }),
    figures: {
      ...Object.fromEntries(entries),
      ...derived,
      ...rowFiguresOf(view, wanted, question.subPlans),
      ...(topics && { pareto: topics }),
    },
    claims: { ...claimsOf(wanted, counts), ...(topics && { pareto: paretoClaims(topics) }) },
  };
}

/** Bytes are kept for longer than an instant lasts. */
export function toTheMinute(instant: Date): string {
  return new Date(Math.floor(instant.getTime() / 60_000) * 60_000).toISOString();
}
