import type { PlanRow } from '../../../shared/api/plan-file.ts';
import { type PlanColumn, planHeader } from '../../../shared/plan/plan-columns.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { circleAlert, circleCheck, copyCheck, pencil } from '../../ui/icons.ts';
import { Tag } from '../../ui/Notice.tsx';

const shownRows = 200;
const looks = {
  new: { kind: 'ok', icon: circleCheck },
  changed: { kind: 'ok', icon: pencil },
  same: { kind: 'offline', icon: copyCheck },
  wrong: { kind: 'error', icon: circleAlert },
} as const;
const order = ['wrong', 'changed', 'new', 'same'] as const;

/** What each row of a file of the plan would change, wrong ones first. */
export function PlanFileRows({ rows }: { readonly rows: readonly PlanRow[] }) {
  const { t } = useI18n();
  const words = t.plan.file;
  const sorted = [...rows].sort(
    (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.row - b.row,
  );
  const columns: TableColumn<PlanRow>[] = [
    {
      key: 'row',
      head: words.row,
      cell: ({ row, line }) => (
        <>
          {formatNumber(row)}
          <small>{words.lineOf(formatNumber(line))}</small>
        </>
      ),
    },
    {
      key: 'code',
      head: t.plan.project,
      cell: ({ code, year, indicator }) => (
        <>
          {code}
          {year !== null && <small>{words.resultOf(indicator ?? '', String(year))}</small>}
        </>
      ),
    },
    { key: 'outcome', head: words.outcome, cell: (row) => <Outcome of={row} /> },
  ];
  return (
    <div class="mt4">
      <DataTable
        caption={words.caption}
        captionHidden
        columns={columns}
        rows={sorted.slice(0, shownRows)}
        rowKey={({ row }) => String(row)}
      />
      {sorted.length > shownRows && (
        <p class="small muted mt2">
          {words.shownFirst(formatNumber(shownRows), formatNumber(sorted.length))}
        </p>
      )}
    </div>
  );
}

function Outcome({ of: { outcome, reasons, changes } }: { readonly of: PlanRow }) {
  const { t, lang } = useI18n();
  const words = t.plan.file;
  return (
    <>
      <Tag {...looks[outcome]}>{words.outcomes[outcome]}</Tag>
      {reasons.map(({ code, column, value }) => (
        <small key={`${column} ${code} ${value}`}>
          {words.reason(column, words.reasons[code], value ?? '')}
        </small>
      ))}
      {outcome === 'changed' &&
        changes.map(({ field, before, after }) => (
          <small key={field}>
            {words.change(planHeader(columnOfChange(field), lang), before ?? words.nothing, after)}
          </small>
        ))}
    </>
  );
}

/** A result's names are called otherwise among the columns, where a project has names too. */
function columnOfChange(field: string): PlanColumn {
  const own = field.replace(/^result:/, '');
  const isName = field !== own && (own === 'nameTh' || own === 'nameEn');
  // the answer calls fields as the columns are called
  return (isName ? own.replace('name', 'indicator') : own) as PlanColumn;
}
