// Which rows of the file to see: by what would become of them, by reason and by column.
import { rejectedRows } from '../../../data/batch-state.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { violationTitle } from '../../../i18n/violation-text.ts';
import { byRows } from '../batch-facts.ts';
import { type MendDesk, showRows } from '../check/mend-desk.ts';
import { isOutside, type RowKind } from '../check/row-filter.ts';

export function MendFacets({ desk }: { readonly desk: MendDesk }) {
  const { t } = useI18n();
  const words = t.mend;
  const { filter, summary } = desk;
  const { counts, errors, corrected, left, remarked, skips, warnings } = summary;
  const { toFix, outside } = rejectedRows({ counts, errors, mended: 0 });
  const facet = (kind: RowKind, code: string | undefined, label: string, rows: number | null) => {
    const isHere = filter.kind === kind && filter.code === code && !filter.value;
    return (
      <li key={`${kind} ${code}`} class={code ? 'reason' : ''}>
        <button
          type="button"
          class={isHere ? 'on' : ''}
          aria-pressed={isHere}
          onClick={() => void showRows({ kind, code, column: filter.column })}
        >
          <span>{label}</span>
          {rows !== null && <span>{formatNumber(rows)}</span>}
        </button>
      </li>
    );
  };
  return (
    <section class="facet mend-facets" aria-label={words.show}>
      <h2>{words.show}</h2>
      <ul>
        {facet('look', undefined, words.kinds.look, null)}
        {facet('fix', undefined, words.kinds.fix, toFix)}
        {byRows(errors)
          .filter(([code]) => !isOutside([{ code }]))
          .map(([code, rows]) => facet('fix', code, violationTitle(code, t), rows))}
        {outside > 0 && facet('outside', undefined, words.kinds.outside, outside)}
        {facet('remark', undefined, words.kinds.remark, remarked)}
        {byRows(warnings)
          .slice(0, 8)
          .map(([code, rows]) => facet('remark', code, violationTitle(code, t), rows))}
        {facet('mended', undefined, words.kinds.mended, corrected)}
        {left > 0 && facet('left', undefined, words.kinds.left, left)}
        {counts.skipped > 0 && facet('skip', undefined, words.kinds.skip, counts.skipped)}
        {byRows(skips)
          .filter(([code]) => code !== 'left-out')
          .map(([code, rows]) => facet('skip', code, violationTitle(code, t), rows))}
        {facet('all', undefined, words.kinds.all, counts.rows)}
      </ul>
      <ColumnChoice desk={desk} />
    </section>
  );
}

function ColumnChoice({ desk: { columns, filter } }: { readonly desk: MendDesk }) {
  const words = useI18n().t.mend;
  return (
    <label class="small">
      {words.column}
      <select
        class="inp"
        value={filter.column ?? ''}
        onChange={({ currentTarget: { value } }) =>
          void showRows({ ...filter, column: value === '' ? undefined : value })
        }
      >
        <option value="">{words.everyColumn}</option>
        {columns.map(({ header }) => (
          <option key={header} value={header}>
            {header}
          </option>
        ))}
      </select>
    </label>
  );
}
