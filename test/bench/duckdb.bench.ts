// A view never asked before, beside DuckDB in memory: the same responses, the same filters, the same dashboard
// turn by turn in the same run, and the same numbers or no measurement.
import type { Facts } from '../../server/facts/facts.ts';
import { shape } from '../../server/figures/shape.ts';
import { type Figures, type Filters, figureNames } from '../../shared/api/figures.ts';
import { type Dashboard, type DuckDb, openDuckDb } from './duckdb.ts';
import { inventFacts } from './invented-facts.ts';
import { type Measured, quantile } from './measure.ts';
import { ask, factsOfTwoViews, forget } from './new-view.ts';

const runs = 15;

interface Asked {
  readonly name: string;
  readonly filters: Filters;
  readonly where: string;
}

const views: readonly Asked[] = [
  { name: 'no filter', filters: {}, where: 'true' },
  { name: 'one province', filters: { province: ['TH-50'] }, where: "province = 'TH-50'" },
  {
    name: 'agencies, 3 provinces, a year, 2 strategies',
    filters: {
      respondent: ['agency'],
      province: ['TH-10', 'TH-40', 'TH-50'],
      from: '2025-01-01',
      to: '2025-12-31',
      strategy: ['society', 'trust'],
    },
    where: `type = 'agency' and province in ('TH-10', 'TH-40', 'TH-50')
      and day between date '2025-01-01' and date '2025-12-31' and strategy in ('society', 'trust')`,
  },
  {
    name: 'one month',
    filters: { from: '2026-05-01', to: '2026-05-31' },
    where: "day between date '2026-05-01' and date '2026-05-31'",
  },
  { name: 'one strategy', filters: { strategy: ['workforce'] }, where: "strategy = 'workforce'" },
  { name: 'citizens', filters: { respondent: ['citizen'] }, where: "type = 'citizen'" },
];

export async function duckdb(sizes: readonly number[] = [1_000_000]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const size of sizes) {
    const facts = factsOfTwoViews();
    const other = await openDuckDb();
    await other.fill(putAll(facts, size));
    facts.complete(new Date());
    for (const view of views) measured.push(await beside(facts, other, view, size));
    other.close();
  }
  return measured;
}

function* putAll(facts: Facts, size: number) {
  for (const response of inventFacts(size)) {
    facts.put(response);
    yield response;
  }
}

/** Turn by turn, so that whatever else the machine does meets both. */
async function beside(facts: Facts, other: DuckDb, { name, filters, where }: Asked, size: number) {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i <= runs; i++) {
    await forget(facts, filters, i);
    const started = performance.now();
    const { figures } = await facts.ask(ask(filters), (answer) =>
      shape(answer.count(), figureNames),
    );
    const between = performance.now();
    const rows = await other.dashboard(where);
    const done = performance.now();
    if (i === 0) mustBeEqual(name, figures, rows);
    else {
      ours.push(between - started);
      theirs.push(done - between);
    }
  }
  return {
    part: `a new view, ${name}`,
    size: `${size.toLocaleString('en')} issues`,
    median: quantile(ours, 0.5),
    p95: quantile(ours, 0.95),
    unit: 'ms' as const,
    reference: { what: 'DuckDB', median: quantile(theirs, 0.5) },
    goal: '≤ 0.5 ×, median of all views ≤ 0.15 ×',
  };
}

/** Issues and responses in all, by strategy, by province and by both must be the same; else nothing is measured. */
function mustBeEqual(name: string, figures: Figures, theirs: Dashboard) {
  const { summary, 'by-strategy': strategies = [], 'province-strategy': cells = [] } = figures;
  const all = summary ? [{ ...summary, province: '*', strategy: '*' }] : [];
  const ours = [...all, ...strategies.map((row) => ({ ...row, province: '*' })), ...cells].filter(
    ({ issues }) => issues > 0,
  );
  const wrong = ours.filter(({ province, strategy, issues, responses }) => {
    const key = `${province} ${strategy}`;
    return theirs.issues.get(key) !== issues || theirs.responses.get(key) !== responses;
  });
  if (wrong.length > 0 || ours.length !== theirs.issues.size)
    throw new Error(
      `${name}: ${wrong.length} of ${ours.length} numbers differ from DuckDB's ${theirs.issues.size}`,
    );
}
