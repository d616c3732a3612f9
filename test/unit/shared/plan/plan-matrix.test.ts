import { expect } from 'chai';
import {
  type MatrixOf,
  matrixOf,
  type PlannedProject,
  planGaps,
} from '../../../../shared/plan/plan-matrix.ts';

const project = (over: Partial<PlannedProject> = {}): PlannedProject => ({
  id: 'p',
  subPlans: ['1.1'],
  provinces: ['TH-40'],
  budget: { 2569: 3_000_000 },
  state: 'running',
  ...over,
});
const given = (over: Partial<MatrixOf> = {}): MatrixOf => ({
  subPlans: [
    { id: '1.1', strategy: 'infrastructure' },
    { id: '2.1', strategy: 'economy' },
  ],
  all: [
    { subPlan: '1.1', issues: 60, responses: 50 },
    { subPlan: '2.1', issues: 0, responses: 0 },
  ],
  there: [
    { subPlan: '1.1', province: 'TH-40', issues: 20, responses: 18 },
    { subPlan: '1.1', province: 'TH-41', issues: 20, responses: 18 },
    { subPlan: '1.1', province: 'TH-50', issues: 16, responses: 14 },
    { subPlan: '1.1', province: 'TH-90', issues: 4, responses: 4 },
    { subPlan: '1.1', province: 'none', issues: 9, responses: 9 },
  ],
  responses: [
    { province: 'TH-40', responses: 100 },
    { province: 'TH-41', responses: 100 },
    { province: 'TH-50', responses: 100 },
    { province: 'TH-90', responses: 10 },
  ],
  projects: [project()],
  year: 2569,
  ...over,
});
const cell = (of: MatrixOf, region: string) =>
  matrixOf(of)[0]?.cells.find((one) => one.region === region);

describe('the matrix of sub-plans and regions', () => {
  it('opens a region to its provinces, with the same totals, and says which of them has no project', () => {
    const [row] = matrixOf(given({ region: 'northeast' }));
    const [whole] = matrixOf(given());
    const at = (place: string) => row?.cells.find(({ region }) => region === place);
    expect(row?.cells).to.have.length(20);
    expect(at('TH-40')).to.deep.include({ issues: 20, per100: 20, projects: 1, isGap: false });
    expect(at('TH-41')).to.deep.include({ issues: 20, projects: 0, isGap: true });
    expect(at('TH-50')).to.equal(undefined);
    expect(row).to.deep.include({ issues: whole?.issues, projects: whole?.projects });
    const everywhere = matrixOf(
      given({ region: 'north', projects: [project({ provinces: 'all' })] }),
    );
    expect(everywhere[0]?.cells.every(({ projects }) => projects === 1)).to.equal(true);
  });

  it('counts issues by region, tints them by 100 responses, and says where projects work', () => {
    expect(cell(given(), 'northeast')).to.deep.equal({
      region: 'northeast',
      issues: 40,
      per100: 20,
      tint: 4,
      projects: 1,
      isGap: false,
    });
    expect(cell(given(), 'north')).to.deep.include({
      issues: 16,
      tint: 4,
      projects: 0,
      isGap: true,
    });
  });

  it('says nothing of fewer than five', () => {
    expect(cell(given(), 'south')).to.deep.include({
      issues: 4,
      per100: null,
      tint: null,
      isGap: false,
    });
    expect(cell(given(), 'west')).to.deep.include({ issues: 0, per100: null, isGap: false });
  });

  it('counts live projects alone, and those of the whole country in every region', () => {
    const everywhere = given({ projects: [project({ provinces: 'all' })] });
    expect(matrixOf(everywhere)[0]?.cells.every(({ projects }) => projects === 1)).to.equal(true);
    for (const state of ['finished', 'retired'] as const) {
      const over = given({ projects: [project({ state })] });
      expect(cell(over, 'northeast')).to.deep.include({ projects: 0, isGap: true });
      expect(matrixOf(over)[0]).to.deep.include({ projects: 0, budget: 0 });
    }
    expect(matrixOf(given())[0]).to.deep.include({ projects: 1, budget: 3_000_000, issues: 60 });
  });

  it('names the problem without a plan with most issues, and the dearest plans without voices', () => {
    const projects = [
      project(),
      project({ id: 'q', subPlans: ['2.1'], budget: { 2569: 48_000_000 } }),
    ];
    const gaps = planGaps(matrixOf(given({ projects })));
    expect(gaps.unplanned).to.deep.equal({ subPlan: '1.1', regions: ['north'], issues: 16 });
    expect(gaps.gaps).to.equal(1);
    expect(gaps.unheard.map(({ subPlan }) => subPlan)).to.deep.equal(['2.1']);
  });

  it('takes no plan for unheard where nobody was heard at all', () => {
    const gaps = planGaps(matrixOf(given({ all: [], there: [] })));
    expect(gaps).to.deep.equal({ unplanned: null, gaps: 0, unheard: [] });
  });
});
