// The plan as a table that can be taken in again: a row a result, or one for a project that has none. Stable in its order.
import {
  type PlanColumn,
  planHeader,
  projectColumns,
  resultColumns,
} from '../../shared/plan/plan-columns.ts';
import { csvLine } from '../../shared/text/formula.ts';
import type { Lang, Names } from '../../shared/text/names.ts';
import { dayCell, type SheetCell } from '../../shared/workbook/cells.ts';
import type { Context } from '../context.ts';
import { bookFile } from '../http/book-file.ts';
import type { StoredProject, StoredResult } from './project.model.ts';
import { everyProject } from './read-projects.ts';

const sheetName: Names = { th: 'โครงการ', en: 'projects' };

type Value = string | number | null;
type Line = Readonly<Partial<Record<PlanColumn, Value>>>;
type Reading = Pick<Context, 'db'>;

/** Years of the budget between the first and the last that any project has. */
async function tableOf(context: Reading): Promise<{ columns: PlanColumn[]; lines: Line[] }> {
  const lines: Line[] = [];
  const years = new Set<number>();
  for await (const project of everyProject(context)) {
    for (const { year } of project.budget) years.add(year);
    lines.push(...linesOf(project));
  }
  const budgets = [...years].sort().map((year): PlanColumn => `budget ${year}`);
  return { columns: ['code', ...projectColumns, ...budgets, ...resultColumns], lines };
}

function linesOf(project: StoredProject): Line[] {
  const { code, nameTh, nameEn, office, start, end, state, provinces } = project;
  const about = {
    ...{ code, nameTh, nameEn, office, start, end, state },
    subPlans: project.subPlans.join(', '),
    provinces: provinces === 'all' ? 'all' : provinces.join(', '),
    ...Object.fromEntries(project.budget.map(({ year, baht }) => [`budget ${year}`, baht])),
  };
  if (project.results.length === 0) return [about];
  const sorted = [...project.results].sort(
    (a, b) => a.year - b.year || (a.indicator < b.indicator ? -1 : 1),
  );
  return sorted.map((result) => ({ ...about, ...resultCells(result) }));
}

const resultCells = ({ by: _by, at: _at, nameTh, nameEn, ...result }: StoredResult) => ({
  ...result,
  indicatorTh: nameTh,
  indicatorEn: nameEn,
});

/** UTF-8 with BOM, CRLF, formulas neutralised. */
export async function planCsv(context: Reading, lang: Lang): Promise<string> {
  const { columns, lines } = await tableOf(context);
  const head = csvLine(columns.map((column) => planHeader(column, lang)));
  const rows = lines.map((line) => csvLine(columns.map((column) => line[column] ?? '')));
  return `\uFEFF${head}${rows.join('')}`;
}

/** Days as days, numbers as numbers. */
export async function planBook(context: Reading, lang: Lang): Promise<AsyncGenerator<Uint8Array>> {
  const { columns, lines } = await tableOf(context);
  const head = columns.map((column) => planHeader(column, lang));
  const rows = lines.map((line) => columns.map((column) => toCell(column, line[column] ?? null)));
  return bookFile([{ name: sheetName[lang], about: [], head, rows }]);
}

const toCell = (column: PlanColumn, value: Value): SheetCell =>
  (column === 'start' || column === 'end') && typeof value === 'string' ? dayCell(value) : value;
