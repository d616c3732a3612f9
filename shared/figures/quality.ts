// What may be wrong with what is seen: who is not in it, and what was left open.
import type { CountsOf, FiguresOf } from '../api/figures.ts';
import { coverage } from '../statistics/survey-quality.ts';
import { provinceSums } from './by-province.ts';

type Counts = CountsOf<
  'summary' | 'by-province' | 'by-strategy' | 'by-month' | 'by-severity' | 'by-respondent'
>;
type Quality = FiguresOf<'quality'>['quality'];

export function qualityOf(counts: Counts): Quality {
  const { figures, strip } = counts;
  const provinces = provinceSums(counts);
  const { issues, responses, affectedKnown } = figures.summary;
  const none = <Row>(
    rows: readonly Row[],
    isNone: (row: Row) => boolean,
    of: (row: Row) => number,
  ) => rows.reduce((sum, row) => sum + (isNone(row) ? of(row) : 0), 0);
  const missing: Quality['missing'] = [
    { what: 'strategy', without: strip.unmatched, of: issues },
    {
      what: 'day',
      without: none(
        figures['by-month'],
        ({ month }) => month === null,
        (row) => row.issues,
      ),
      of: issues,
    },
    {
      what: 'severity',
      without: none(
        figures['by-severity'],
        ({ severity }) => severity === 'none',
        (row) => row.issues,
      ),
      of: issues,
    },
    { what: 'affected', without: issues - affectedKnown, of: issues },
    {
      what: 'respondent',
      without: none(
        figures['by-respondent'],
        ({ respondent }) => respondent === 'none',
        (row) => row.responses,
      ),
      of: responses,
    },
  ];
  const covered = coverage(
    provinces.map(({ silent }) => !silent),
    provinces.map(({ province }) => province.population),
  );
  return {
    coverage: provinces.length === 0 ? { ...covered, share: null, populationShare: null } : covered,
    missing,
    pending: strip.pending,
  };
}
