// What is linked, as it is stored, and what the figures by sub-plan are to be by it: a plain recount.
import { expect } from 'chai';
import type { Models } from './models.ts';
import {
  type RecountedLinks,
  type RecountQuestion,
  recountSubPlanMonths,
  recountSubPlans,
} from './recount.ts';

/** the figures that `expectSubPlans` compares */
export const subPlanFigures = 'by-sub-plan,province-sub-plan,month-sub-plan';

/** Every document of links, by its issue. */
export async function linksStored(models: Models): Promise<RecountedLinks> {
  return linksOf(await models.links.find({}).lean());
}

function linksOf(all: readonly any[]): RecountedLinks {
  return new Map(
    all.map(({ _id, links: now }) => {
      const subPlans = now.flatMap(({ subPlan }: any) => subPlan ?? []);
      return [
        _id,
        {
          subPlans: subPlans.filter((id: string) => id !== 'none'),
          projects: now.flatMap(({ project }: any) => project ?? []),
          fitsNone: subPlans.includes('none'),
        },
      ];
    }),
  );
}

/** `figures`: what a server said. */
export function expectSubPlans(
  figures: any,
  responses: Parameters<typeof recountSubPlans>[0],
  links: RecountedLinks,
  question: RecountQuestion,
): void {
  const rows = new Map(
    [
      ...figures['by-sub-plan'].map((row: any) => ({ province: 'all', ...row })),
      ...figures['province-sub-plan'],
    ]
      .filter(({ issues }: any) => issues > 0)
      .map(({ province, subPlan, ...row }: any) => [`${province} ${subPlan}`, row]),
  );
  expect(Object.fromEntries(rows), JSON.stringify(question.filters)).to.deep.equal(
    Object.fromEntries(recountSubPlans(responses, question, links)),
  );
  const months = figures['month-sub-plan'].map(({ month, subPlan, ...row }: any) => [
    `${month ?? 'none'} ${subPlan}`,
    row,
  ]);
  expect(Object.fromEntries(months), JSON.stringify(question.filters)).to.deep.equal(
    Object.fromEntries(recountSubPlanMonths(responses, question, links)),
  );
}
