// One row of the grid: its cells, and its reasons under them.
import { provinceByCode } from '../../../../shared/places/provinces.ts';
import { useDistricts } from '../../../data/districts.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { violationText, violationTitle } from '../../../i18n/violation-text.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { circleAlert, circleCheck, eyeOff, triangleAlert } from '../../../ui/icons.ts';
import { clip } from '../batch-facts.ts';
import { skipSentence } from '../batch-words.ts';
import type { GridColumn, GridRow } from '../check/checking.ts';
import { isOutside } from '../check/row-filter.ts';
import { proposedProvinces } from '../row-view.ts';
import { CellEditor } from './CellEditor.tsx';
import { markOfCell } from './grid-marks.ts';
import { asCell, asRow, asRowHead, asText } from './grid-roles.ts';

import type { useGrid } from './use-grid.ts';
import { optionsFor } from './value-options.ts';

interface GridLineProps {
  /** its place among those that are shown */
  readonly at: number;
  /** undefined: it is being read */
  readonly row: GridRow | undefined;
  readonly columns: readonly GridColumn[];
  readonly grid: ReturnType<typeof useGrid>;
}

const cellLimit = 60;

export function GridLine({ at, row, columns, grid }: GridLineProps) {
  if (!row) return <div class="mend-row" {...asRow(at + 2, true)} />;
  const isLeft = row.leftOut !== null;
  return (
    <div class={isLeft ? 'mend-row left' : 'mend-row'} {...asRow(at + 2)}>
      <div class="mend-cells">
        <span {...asRowHead} class="rn">
          {formatNumber(row.row)}
        </span>
        {columns.map((column, index) => (
          <Cell key={column.header} {...{ at, row, column, index, grid }} />
        ))}
      </div>
      <span {...asText} class="why">
        <Why row={row} />
      </span>
    </div>
  );
}

interface CellProps extends Omit<GridLineProps, 'row' | 'columns'> {
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly index: number;
}

function Cell({ at, row, column, index, grid }: CellProps) {
  const { t } = useI18n();
  const { place, editing } = grid;
  const isActive = place.at === at && place.column === index;
  const mark = markOfCell(row, column);
  const text = row.cells[column.place] ?? '';
  const isEdited = isActive && editing;
  const classes = ['c', `f-${column.field}`, mark, isActive && 'active', isEdited && 'edited'];
  const onClick = () => {
    if (isActive && !editing) grid.edit();
    else if (!isActive) grid.go(at, index);
    if (!isEdited) grid.box.current?.focus({ preventScroll: true });
  };
  return (
    <div
      {...asCell({ id: `cell-${at}-${index}`, index: index + 2, isWrong: mark === 'bad', onClick })}
      class={classes.filter(Boolean).join(' ')}
    >
      {isEdited ? (
        <Editor row={row} column={column} text={text} grid={grid} />
      ) : (
        <>
          {mark === 'mended' && <Icon of={circleCheck} small />}
          {text === '' && mark !== null ? (
            <span class="nothing">{t.mend.empty}</span>
          ) : (
            clip(text, cellLimit)
          )}
        </>
      )}
    </div>
  );
}

function Editor({ row, column, text, grid }: Omit<CellProps, 'at' | 'index'> & { text: string }) {
  const { t, lang } = useI18n();
  const districts = useDistricts();
  const { field, header } = column;
  const alike = row.alike as Readonly<Record<string, { value: string; rows: number } | undefined>>;
  const here = row.violations.filter((one) => one.column === header);
  return (
    <CellEditor
      label={t.mend.editorOf(header, row.row)}
      text={text}
      reasons={here.map((one) => violationText({ value: clip(text, 80), ...one }, t))}
      options={optionsFor(field ?? '', row.province ? [row.province] : [], { lang, t, districts })}
      alike={alike[field ?? ''] ?? null}
      onDone={grid.done}
      onCancel={grid.cancel}
    />
  );
}

/** In one line, so that every row has the same height; the editor says all of it. */
function Why({ row }: { readonly row: GridRow }) {
  const { t, lang } = useI18n();
  const words = t.mend;
  const [first, ...others] = row.violations;
  if (row.leftOut !== null)
    return (
      <>
        <Icon of={eyeOff} small /> {words.leftOut(row.leftOut)}
      </>
    );
  if (!first)
    return (
      <span class="ok">
        <Icon of={circleCheck} small /> {row.mended.length > 0 ? words.isMended : words.isGood}
      </span>
    );
  if (row.outcome === 'skip') return <>{skipSentence(t.batches, first)}</>;
  const isBad = row.outcome === 'reject' && !isOutside(row.violations);
  const maybe = proposedProvinces(first).flatMap((code) => provinceByCode(code)?.name[lang] ?? []);
  const rest = others.map(({ code }) => violationTitle(code, t));
  return (
    <span class={isBad ? 'bad' : 'odd'}>
      <Icon of={isBad ? circleAlert : triangleAlert} small />{' '}
      {first.column && <b>{first.column}: </b>}
      {violationText(first, t)}
      {maybe.length > 0 && ` · ${t.batches.result.maybe(maybe.join(' · '))}`}
      {rest.length > 0 && ` · ${rest.join(' · ')}`}
      {!row.isWhole && ` · ${words.notWhole}`}
    </span>
  );
}
