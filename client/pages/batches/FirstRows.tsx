import type { ComponentChildren } from 'preact';
import type { Inspection } from '../../../shared/batch/inspection.ts';
import type { RowVerdict } from '../../../shared/batch/verdict.ts';
import type { CheckedResponse } from '../../../shared/survey/response.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { placeName } from '../../i18n/names.ts';
import { violationTitle } from '../../i18n/violation-text.ts';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { circleAlert, circleCheck, copyCheck, triangleAlert } from '../../ui/icons.ts';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Tag } from '../../ui/Notice.tsx';
import { StrategyKey } from '../../ui/StrategyKey.tsx';
import { clip } from './batch-facts.ts';
import { skipSentence, useFieldName } from './batch-words.ts';
import type { UnderstoodRow } from './understood-rows.ts';

interface FirstRowsProps {
  /** null while they are being understood */
  readonly rows: readonly UnderstoodRow[] | null;
  readonly columns: Inspection['columns'];
}

/** The first rows after the rules, as they would be stored. */
export function FirstRows({ rows, columns: inFile }: FirstRowsProps) {
  const { t } = useI18n();
  const words = t.batches.columns;
  const columns = useColumns(inFile.some(({ field }) => field === 'district'));
  return (
    <div class="panel first-rows mt6">
      <h2>{words.rowsTitle}</h2>
      {rows === null ? (
        <LoadingState />
      ) : rows.length === 0 ? (
        <p class="muted">{words.rowsNone}</p>
      ) : (
        <>
          <p class="small muted">{words.rowsLead}</p>
          <DataTable
            caption={words.rowsTitle}
            captionHidden
            columns={columns}
            rows={rows}
            rowKey={({ verdict }) => String(verdict.row)}
          />
        </>
      )}
    </div>
  );
}

function useColumns(withDistrict: boolean): readonly TableColumn<UnderstoodRow>[] {
  const { t, lang } = useI18n();
  const words = t.batches.columns;
  const nameOf = useFieldName();
  const fields = shownFields.filter((field) => withDistrict || field !== 'district');
  return [
    { key: 'row', head: words.row, cell: ({ verdict }) => formatNumber(verdict.row) },
    { key: 'outcome', head: words.outcome, cell: ({ verdict }) => <Outcome verdict={verdict} /> },
    ...fields.map((field) => ({
      key: field,
      head: nameOf(field),
      numeric: field === 'severity' || field === 'affected',
      cell: ({ response, cellOf }: UnderstoodRow) => {
        if (!response) return <span class="muted">{clip(cellOf(field), 60)}</span>;
        return values[field](response, { t, lang }) ?? <span class="muted">–</span>;
      },
    })),
  ];
}

const shownFields = [
  'day',
  'province',
  'district',
  'title',
  'strategy',
  'respondent',
  'severity',
  'affected',
] as const;

type View = Pick<ReturnType<typeof useI18n>, 't' | 'lang'>;

/** What is shown of a row that can be stored; null where it has no value. */
const values: Readonly<
  Record<(typeof shownFields)[number], (of: CheckedResponse, view: View) => ComponentChildren>
> = {
  day: ({ day }, { lang }) => day && <span class="nw">{formatDay(day, lang)}</span>,
  province: ({ place }, { lang }) => <span class="nw">{placeName(place.province, lang)}</span>,
  district: ({ place }) => place.district,
  title: ({ issues }) => clip(issues[0]?.title ?? '', 100),
  strategy: ({ issues }) =>
    issues[0]?.strategy ? <StrategyKey strategy={issues[0].strategy} /> : null,
  respondent: ({ respondent }, { t }) => respondent.type && t.common[respondent.type],
  severity: ({ issues }) => issues[0]?.severity,
  affected: ({ issues }) => {
    const affected = issues[0]?.affected ?? null;
    return affected === null ? null : formatNumber(affected);
  },
};

function Outcome({ verdict }: { readonly verdict: RowVerdict }) {
  const { t } = useI18n();
  const words = t.batches.columns;
  const { outcome, violations } = verdict;
  const titles = violations.map(({ code }) => violationTitle(code, t)).join(' · ');
  if (outcome === 'skip') {
    return (
      <Tag kind="offline" icon={copyCheck}>
        {words.skipped}: {violations.map((one) => skipSentence(t.batches, one)).join(' · ')}
      </Tag>
    );
  }
  if (violations.some(({ code }) => code === 'outside-scope')) {
    return (
      <Tag kind="warning" icon={triangleAlert}>
        {titles}
      </Tag>
    );
  }
  if (outcome === 'reject') {
    return (
      <Tag kind="error" icon={circleAlert}>
        {words.fails}: {titles}
      </Tag>
    );
  }
  if (titles !== '') {
    return (
      <Tag kind="warning" icon={triangleAlert}>
        {words.remarks}: {titles}
      </Tag>
    );
  }
  return (
    <Tag kind="ok" icon={circleCheck}>
      {words.passes}
    </Tag>
  );
}
