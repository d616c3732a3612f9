import { provinceByCode } from '../../../shared/places/provinces.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { violationTitle } from '../../i18n/violation-text.ts';
import { circleAlert, circleCheck, copyCheck, triangleAlert } from '../../ui/icons.ts';
import { Tag } from '../../ui/Notice.tsx';
import { StrategyKey } from '../../ui/StrategyKey.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { clip } from './batch-facts.ts';
import type { UnderstoodRow } from './understood-rows.ts';

/** The first rows after the rules, as they would be stored. */
export function FirstRows({ rows }: { readonly rows: readonly UnderstoodRow[] }) {
  const { t } = useI18n();
  const words = t.batches.columns;
  const columns = useColumns();
  return (
    <section class="panel first-rows mt6" aria-labelledby="first-rows">
      <h2 id="first-rows">{words.rowsTitle}</h2>
      {rows.length === 0 ? (
        <p class="muted">{words.rowsNone}</p>
      ) : (
        <>
          <p class="small muted">{words.rowsLead}</p>
          <Table
            caption={words.rowsTitle}
            captionHidden
            columns={columns}
            rows={rows}
            rowKey={(row) => String(row.row)}
          />
        </>
      )}
    </section>
  );
}

function useColumns(): readonly Column<UnderstoodRow>[] {
  const { t, lang } = useI18n();
  const words = t.batches.columns;
  const fields = t.batches.fields;
  const nothing = <span class="muted">–</span>;
  return [
    { key: 'row', head: words.row, cell: ({ row }) => formatNumber(row) },
    {
      key: 'outcome',
      head: words.outcome,
      cell: (row) => <Outcome row={row} />,
    },
    {
      key: 'day',
      head: fields.day,
      cell: ({ response }) =>
        response?.day ? <span class="nw">{formatDay(response.day, lang)}</span> : nothing,
    },
    {
      key: 'province',
      head: fields.province,
      cell: ({ response }) => {
        const place = response && provinceByCode(response.place.province);
        return place ? (
          <span class="nw">{lang === 'th' ? place.nameTh : place.nameEn}</span>
        ) : (
          nothing
        );
      },
    },
    {
      key: 'title',
      head: fields.title,
      cell: ({ response }) => {
        const title = response?.issues[0]?.title;
        return title ? clip(title, 100) : nothing;
      },
    },
    {
      key: 'strategy',
      head: fields.strategy,
      cell: ({ response }) => {
        const strategy = response?.issues[0]?.strategy;
        return strategy ? <StrategyKey strategy={strategy} /> : nothing;
      },
    },
    {
      key: 'respondent',
      head: t.batches.fields.respondentType,
      cell: ({ response }) => {
        const type = response?.respondent.type;
        return type ? t.common[type] : nothing;
      },
    },
    {
      key: 'severity',
      head: t.common.severity,
      numeric: true,
      cell: ({ response }) => response?.issues[0]?.severity ?? nothing,
    },
    {
      key: 'affected',
      head: fields.affected,
      numeric: true,
      cell: ({ response }) => {
        const affected = response?.issues[0]?.affected ?? null;
        return affected === null ? nothing : formatNumber(affected);
      },
    },
  ];
}

function Outcome({ row }: { readonly row: UnderstoodRow }) {
  const { t } = useI18n();
  const words = t.batches.columns;
  if (row.skip) {
    return (
      <Tag kind="offline" icon={copyCheck}>
        {words.skipped}: {violationTitle(row.skip, t)}
      </Tag>
    );
  }
  const errors = row.violations.filter(({ level }) => level === 'error');
  if (errors.length > 0) {
    return (
      <Tag kind="error" icon={circleAlert}>
        {words.fails}: {errors.map(({ code }) => violationTitle(code, t)).join(' · ')}
      </Tag>
    );
  }
  if (row.violations.length > 0) {
    return (
      <Tag kind="warning" icon={triangleAlert}>
        {words.remarks}: {row.violations.map(({ code }) => violationTitle(code, t)).join(' · ')}
      </Tag>
    );
  }
  return (
    <Tag kind="ok" icon={circleCheck}>
      {words.passes}
    </Tag>
  );
}
