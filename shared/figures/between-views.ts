// Two views beside each other: which share of the responses of each raises each strategy, and whether they differ. What is tested
// must not hold the same response twice.
import { type CountsOf, type Filters, filterNames, issueFilters } from '../api/figures.ts';
import { type BetweenRounds, betweenRounds } from './between-rounds.ts';
import { provincesInView } from './provinces-in-view.ts';

export interface ComparedView {
  /** id of its round */
  readonly survey: string;
  readonly counts: CountsOf<'by-strategy'>;
}

export interface BetweenViews {
  /** `now` is the second view, `before` the first; nothing differs where the views share responses */
  readonly compared: BetweenRounds;
  /** no response can be in both */
  readonly apart: boolean;
}

/** The second against the first. */
export function betweenViews(first: ComparedView, second: ComparedView): BetweenViews {
  const apart = first.survey !== second.survey || areApart(first.counts, second.counts);
  const compared = betweenRounds(second.counts, first.counts);
  if (apart) return { compared, apart };
  return { apart, compared: { ...compared, rows: compared.rows.map(untested) } };
}

const untested = <Row extends { readonly differs: boolean }>(row: Row): Row => ({
  ...row,
  differs: false,
});

type Chosen = Pick<CountsOf<never>, 'filters'>;

/** A filter on responses, a range of days, or the area keeps every response out of one of them. */
function areApart({ filters: one }: Chosen, { filters: other }: Chosen): boolean {
  const inOther = new Set(provincesInView(other, other.scope).map(({ code }) => code));
  const hasArea = (filters: Filters) => (filters.province ?? filters.region) !== undefined;
  if (hasArea(one) && hasArea(other))
    if (!provincesInView(one, one.scope).some(({ code }) => inOther.has(code))) return true;
  if (isBefore(one, other) || isBefore(other, one)) return true;
  return ofResponses.some((name) => {
    const [mine, theirs] = [one[name], other[name]];
    if (!Array.isArray(mine) || !Array.isArray(theirs)) return false;
    return !mine.some((value) => theirs.includes(value));
  });
}

/** what a response has one of; a status may be another tomorrow, and `pending` is part of `received` */
const ofResponses = filterNames.filter(
  (name) =>
    !issueFilters.some((of) => of === name) &&
    !['province', 'region', 'status', 'from', 'to'].includes(name),
);

const isBefore = (one: Filters, other: Filters): boolean =>
  one.to !== undefined && other.from !== undefined && one.to < other.from;
