// A file of projects and results, looked at as a whole before anything is stored: what each row would add or change, and what is
// wrong with it. All rows of one code are one project: what the first says, the others need not repeat.
import * as v from 'valibot';
import { NewProject } from '../../shared/api/plan.ts';
import type { PlanRow } from '../../shared/api/plan-file.ts';
import type { SmallTable } from '../../shared/batch/small-table.ts';
import { type JudgedProject, judgeProject } from '../../shared/plan/judge-project.ts';
import type { PlanColumn } from '../../shared/plan/plan-columns.ts';
import { readPlanRow, type SaidOfProject } from '../../shared/plan/read-plan-row.ts';
import { liesInScope } from './change-projects.ts';
import { judgeResults, type ResultToReport } from './judge-plan-results.ts';
import {
  asChanged,
  blame,
  columnAt,
  type Ground,
  headerOf,
  type Judging,
  note,
  type PlanFileGround,
} from './plan-row.ts';
import type { StoredProject } from './project.model.ts';
import { budgetOf } from './read-projects.ts';

export type ProjectContent = JudgedProject & {
  readonly nameTh: string;
  readonly nameEn: string | null;
};

/** What is to be done for one code; `content` null: the project stays as it is. */
export interface PlanStep {
  readonly code: string;
  readonly before: StoredProject | undefined;
  readonly content: ProjectContent | null;
  readonly results: readonly ResultToReport[];
}

export interface JudgedPlanFile {
  readonly rows: readonly PlanRow[];
  /** complete only where no row is wrong */
  readonly steps: readonly PlanStep[];
}

export function judgePlanFile(
  { headers, records }: SmallTable<PlanColumn>,
  ground: PlanFileGround,
): JudgedPlanFile {
  const all: Judging[] = records.map((record) => ({
    ...readPlanRow(record, headers, ground.names),
    changes: [],
    isNew: false,
  }));
  const byId = new Map<string, Judging[]>();
  for (const row of all) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  const steps = [...byId]
    .filter(([id]) => id !== '')
    .map(([id, rows]) => judgeRows(rows, ground.stored.get(id), { ...ground, headers }));
  return { rows: all.map(toRow), steps };
}

function judgeRows(rows: Judging[], before: StoredProject | undefined, ground: Ground): PlanStep {
  const code = before?.code ?? rows[0]?.code ?? '';
  const said = together(rows, ground);
  const content = contentOf(said, before);
  if (!isWhole(content)) {
    for (const column of missingOf(content)) blame(rows, column, ground, 'missing');
    return { code, before, content: null, results: [] };
  }
  const was = before && { ...before, budget: budgetOf(before.budget) };
  for (const fault of judgeProject(content, ground.ground, was))
    blame(rows, columnAt(fault.pointer), ground, fault.code, fault.value);
  judgeShape(rows, { code, ...content }, ground);
  const isOutside = !liesInScope(content, ground.user) || (was && !liesInScope(was, ground.user));
  if (isOutside) blame(rows, 'provinces', ground, 'beyond-yours');
  noteProject(rows, content, was);
  const results = judgeResults(rows, { content, before, ground });
  const isChanged = rows.some(({ changes }) => changes.some(({ field }) => !field.includes(':')));
  return { code, before, content: before && !isChanged ? null : content, results };
}

/** What the route itself would not take. */
function judgeShape(rows: readonly Judging[], project: object, ground: Ground): void {
  const { issues = [] } = v.safeParse(NewProject, project);
  for (const { path = [] } of issues) {
    const keys = path.map(({ key }) => String(key));
    const column = columnAt(`/${keys.slice(0, keys[0] === 'budget' ? 2 : 1).join('/')}`);
    blame(
      rows,
      column,
      ground,
      'unreadable',
      rows.find((row) => row.record.cells[column])?.record.cells[column],
    );
  }
}

/** What all rows say of the project; two that contradict each other are told. */
function together(rows: readonly Judging[], ground: Ground): SaidOfProject {
  const said: Record<string, unknown> = {};
  for (const { project, reasons } of rows) {
    for (const [name, value] of Object.entries(project)) {
      if (name === 'budget') {
        said.budget = { ...(said.budget as object), ...(value as object) };
      } else if (name in said && JSON.stringify(said[name]) !== JSON.stringify(value)) {
        const column = name as PlanColumn; // a project's fields are called as its columns are
        reasons.push({ code: 'differs-in-file', column: headerOf(column, ground) });
      } else said[name] = value;
    }
  }
  return said;
}

function contentOf(
  said: SaidOfProject,
  before: StoredProject | undefined,
): Partial<ProjectContent> {
  const stored = before && pick(before);
  const budget = { ...(before && budgetOf(before.budget)), ...said.budget };
  return { nameEn: null, state: 'planned', ...stored, ...said, budget };
}

const pick = ({
  nameTh,
  nameEn,
  subPlans,
  office,
  provinces,
  start,
  end,
  state,
}: StoredProject) => ({
  ...{ nameTh, nameEn, subPlans, office, provinces, start, end, state },
});

const needed = ['nameTh', 'subPlans', 'office', 'provinces', 'start', 'end'] as const;

const missingOf = (content: Partial<ProjectContent>) =>
  needed.filter((column) => content[column] === undefined);

const isWhole = (content: Partial<ProjectContent>): content is ProjectContent =>
  missingOf(content).length === 0;

function noteProject(
  rows: readonly Judging[],
  content: ProjectContent,
  before: JudgedProject | undefined,
): void {
  const [first] = rows;
  if (!first) return;
  first.isNew = !before;
  if (!before) return;
  const old = before as Partial<ProjectContent>;
  for (const [field, value] of Object.entries(content)) {
    if (field === 'budget') continue;
    note(first, field, asChanged(old[field as keyof ProjectContent]), asChanged(value) ?? '');
  }
  for (const [year, baht] of Object.entries(content.budget))
    note(first, `budget ${year}`, asChanged(before.budget[year]), asChanged(baht) ?? '');
}

function toRow({ record, code, result, reasons, changes, isNew }: Judging): PlanRow {
  const outcome = () => {
    if (reasons.length > 0) return 'wrong';
    if (isNew) return 'new';
    return changes.length > 0 ? 'changed' : 'same';
  };
  return {
    row: record.row,
    line: record.line,
    code,
    year: result?.year ?? null,
    indicator: result?.indicator ?? null,
    outcome: outcome(),
    reasons: [...reasons],
    changes,
  };
}
