// How many people are said to be affected, and of how many issues that is known: what is not known is not nobody.
import type { CountsOf, FiguresOf } from '../api/figures.ts';

export function affectedPeople({
  figures,
}: CountsOf<'summary' | 'by-strategy' | 'by-province'>): FiguresOf<'affected'>['affected'] {
  const known = <Row extends { issues: number; affected: number; affectedKnown: number }>({
    issues,
    affected,
    affectedKnown,
  }: Row) => ({ issues, affected, affectedKnown });
  return {
    ...known(figures.summary),
    byStrategy: figures['by-strategy'].map((row) => ({ strategy: row.strategy, ...known(row) })),
    byProvince: figures['by-province'].map((row) => ({ province: row.province, ...known(row) })),
  };
}
