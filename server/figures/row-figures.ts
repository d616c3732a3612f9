// Figures that are counted row by row: districts and offices by their names, and sub-plans with what is linked to them.
import { type RowFigure, rowFigures } from '../../shared/api/derived-figures.ts';
import type { FiguresOf } from '../../shared/api/figures.ts';
import { districtsOf } from '../../shared/places/districts.ts';
import type { SubPlan } from '../../shared/survey/definition.ts';
import type { FactsAnswer } from '../facts/answer.ts';
import type { SubPlanCounts, SubPlansCounted } from '../facts/tally-sub-plans.ts';

/** Whether any of them is among these figures: the question to the facts says so, and a view of its own keeps them. */
export function wantsRows(wanted: readonly string[]): boolean {
  return rowFigures.some((name) => wanted.includes(name));
}

/** Those of them that are wanted; nothing is counted when none is. */
export function rowFiguresOf(
  view: FactsAnswer,
  wanted: readonly string[],
  subPlans: readonly Pick<SubPlan, 'id'>[],
): Partial<FiguresOf<RowFigure>> {
  return {
    ...placesAndOffices(view, wanted),
    ...subPlanFigures(view, wanted, subPlans),
    ...(wanted.includes('month-sub-plan') && { 'month-sub-plan': monthRows(view, subPlans) }),
  };
}

function placesAndOffices(
  view: FactsAnswer,
  wanted: readonly string[],
): Partial<FiguresOf<RowFigure>> {
  const wants = { district: wanted.includes('by-district'), office: wanted.includes('by-office') };
  if (!wants.district && !wants.office) return {};
  const counted = view.countRows();
  if (!counted) throw new Error('the question did not say that rows are wanted');
  const { districts, offices } = counted;
  return {
    ...(wants.district && {
      'by-district': districts.map(({ province, district, counts }) => {
        const known =
          province === null
            ? undefined
            : districtsOf(province).find(({ code }) => code === district);
        return {
          province: province ?? 'none',
          district: district ?? 'none',
          nameTh: known?.name.th ?? null,
          nameEn: known?.name.en ?? null,
          ...counts,
        };
      }),
    }),
    ...(wants.office && {
      'by-office': offices.map(({ office, counts }) => ({ office, ...counts })),
    }),
  };
}

function subPlanFigures(
  view: FactsAnswer,
  wanted: readonly string[],
  subPlans: readonly Pick<SubPlan, 'id'>[],
): Partial<FiguresOf<RowFigure>> {
  const [inAll, inProvinces] = [
    wanted.includes('by-sub-plan'),
    wanted.includes('province-sub-plan'),
  ];
  if (!inAll && !inProvinces) return {};
  const counted = view.countSubPlans();
  if (!counted) throw new Error('the question did not say that rows are wanted');
  // what an earlier version of the round had counts as well
  const ids = new Set([...subPlans.map(({ id }) => id), ...idsIn(counted)]);
  ids.delete('none');
  return {
    ...(inAll && {
      'by-sub-plan': [...ids, 'none'].map((subPlan) => ({
        subPlan,
        ...toCounts([...counted.values()].flatMap((here) => here.get(subPlan) ?? [])),
      })),
    }),
    ...(inProvinces && {
      'province-sub-plan': [...counted].flatMap(([province, here]) =>
        [...ids, 'none'].flatMap((subPlan) => {
          const counts = here.get(subPlan);
          return counts ? [{ province, subPlan, ...toCounts([counts]) }] : [];
        }),
      ),
    }),
  };
}

function monthRows(
  view: FactsAnswer,
  subPlans: readonly Pick<SubPlan, 'id'>[],
): FiguresOf<'month-sub-plan'>['month-sub-plan'] {
  const counted = view.countSubPlanMonths();
  if (!counted) throw new Error('the question did not say that rows are wanted');
  // in the order of the round, then what an earlier version of it had
  const ids = new Set([...subPlans.map(({ id }) => id), ...[...counted.keys()].sort()]);
  ids.delete('none');
  return [...ids, 'none'].flatMap((subPlan) =>
    [...(counted.get(subPlan) ?? [])].map(([month, counts]) => ({ month, subPlan, ...counts })),
  );
}

const idsIn = (counted: SubPlansCounted): string[] =>
  [...new Set([...counted.values()].flatMap((here) => [...here.keys()]))].sort();

function toCounts(all: readonly SubPlanCounts[]) {
  const sum = (name: keyof SubPlanCounts) => all.reduce((n, one) => n + one[name], 0);
  const [rated, severity] = [sum('rated'), sum('severity')];
  return {
    issues: sum('issues'),
    responses: sum('responses'),
    affected: sum('affected'),
    affectedKnown: sum('affectedKnown'),
    severity: { mean: rated === 0 ? null : severity / rated, n: rated },
    linked: sum('linked'),
  };
}
