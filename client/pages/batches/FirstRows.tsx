import type { ComponentChildren } from 'preact';
import type { CsvField } from '../../../shared/batch/fields.ts';
import { provinceByCode } from '../../../shared/places/provinces.ts';
import type { CheckedResponse } from '../../../shared/survey/response.ts';
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
    <div class="panel first-rows mt6">
      <h2>{words.rowsTitle}</h2>
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
    </div>
  );
}

function useColumns(): readonly Column<UnderstoodRow>[] {
  const { t, lang } = useI18n();
  const words = t.batches.columns;
  const fields = t.batches.fields;
  const shown =
    (field: CsvField, value: (response: CheckedResponse) => ComponentChildren) =>
    (row: UnderstoodRow) => {
      if (!row.response) return <span class="muted">{clip(row.cellOf(field) ?? '', 60)}</span>;
      const understood = value(row.response);
      return understood === null || understood === undefined ? (
        <span class="muted">–</span>
      ) : (
        understood
      );
    };
  return [
    { key: 'row', head: words.row, cell: ({ row }) => formatNumber(row) },
    { key: 'outcome', head: words.outcome, cell: (row) => <Outcome row={row} /> },
    {
      key: 'day',
      head: fields.day,
      cell: shown('day', ({ day }) => day && <span class="nw">{formatDay(day, lang)}</span>),
    },
    {
      key: 'province',
      head: fields.province,
      cell: shown('province', ({ place }) => {
        const province = provinceByCode(place.province);
        return <span class="nw">{lang === 'th' ? province?.nameTh : province?.nameEn}</span>;
      }),
    },
    {
      key: 'title',
      head: fields.title,
      cell: shown('title', ({ issues }) => clip(issues[0]?.title ?? '', 100)),
    },
    {
      key: 'strategy',
      head: fields.strategy,
      cell: shown('strategy', ({ issues }) =>
        issues[0]?.strategy ? <StrategyKey strategy={issues[0].strategy} /> : null,
      ),
    },
    {
      key: 'respondent',
      head: fields.respondent,
      cell: shown('respondent', ({ respondent }) => respondent.type && t.common[respondent.type]),
    },
    {
      key: 'severity',
      head: t.common.severity,
      numeric: true,
      cell: shown('severity', ({ issues }) => issues[0]?.severity),
    },
    {
      key: 'affected',
      head: fields.affected,
      numeric: true,
      cell: shown('affected', ({ issues }) => {
        const affected = issues[0]?.affected ?? null;
        return affected === null ? null : formatNumber(affected);
      }),
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
