// The rows of a checked file, as many as there are: each with its cells, and under them what is wrong and what would be right.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useI18n } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { applyChange, type MendDesk, showRows } from '../check/mend-desk.ts';
import { usualFilter } from '../check/row-filter.ts';
import { GridLine } from './GridLine.tsx';
import { GridTools } from './GridTools.tsx';
import { asColumnHead, asGrid, asRow, asRows } from './grid-roles.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import { MarksBar } from './MarksBar.tsx';
import { offsetOf, rowHeight, scrollTo, windowOf } from './scroll-window.ts';
import { useGrid } from './use-grid.ts';
import { useGridRows } from './use-grid-rows.ts';

/** the head, a line and the bar below */
const headHeight = 60;
const columnsHeight = 38;

export function MendGrid({ desk }: { readonly desk: MendDesk }) {
  const { t } = useI18n();
  const words = t.mend;
  const { total } = desk;
  const columns = desk.columns.filter(({ field }) => field !== null);
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ scrollTop: 0, view: 600 });
  const { height, first, count, top, seenFrom, seenTo } = windowOf({ total, ...seen });
  const rows = useGridRows(desk, first, count);
  const grid = useGrid({
    desk,
    columns,
    rowAt: (at) => rows.get(at),
    rowsInView: Math.max(Math.floor(seen.view / rowHeight) - 1, 1),
  });
  const look = () => {
    const { scrollTop = 0, clientHeight = 600 } = scroller.current ?? {};
    // below the head
    setSeen({ scrollTop, view: Math.max(clientHeight - columnsHeight, rowHeight) });
  };
  useInView(scroller, grid.place, total, look);
  const active = `cell-${grid.place.at}-${grid.place.column}`;
  return (
    <div class="mend-grid">
      <OnlyThese desk={desk} />
      <GridTools desk={desk} grid={grid} />
      <div class="mend-box">
        <div
          class="mend-rows"
          style={{ maxHeight: `${total * rowHeight + headHeight}px` }}
          {...asGrid({
            label: words.grid,
            rows: total + 1,
            columns: columns.length + 1,
            active: total > 0 && !grid.editing ? active : undefined,
            onScroll: look,
            onKeyDown: grid.onKeyDown,
            onPaste: grid.onPaste,
          })}
          ref={(element) => {
            scroller.current = element;
            grid.box.current = element;
          }}
        >
          <GridHead columns={columns} />
          <div {...asRows} class="mend-body" style={{ height: `${height}px` }}>
            <div style={{ top: `${top}px` }}>
              {Array.from({ length: Math.max(count, 0) }, (_, index) => {
                const at = first + index;
                // a row that leaves the window gives its elements to one that comes
                const key = at % count;
                return (
                  <GridLine key={key} at={at} row={rows.get(at)} columns={columns} grid={grid} />
                );
              })}
            </div>
          </div>
        </div>
        <MarksBar
          {...{ desk, seen, height }}
          onGo={(row) => {
            const box = scroller.current;
            if (box)
              box.scrollTop = offsetOf(row, { total, view: box.clientHeight - columnsHeight });
          }}
        />
      </div>
      <p class="row between small muted">
        <span>{words.shown(Math.min(seenFrom + 1, total), seenTo, total)}</span>
        <span class="keys">{words.keys}</span>
      </p>
      <Leaving grid={grid} />
    </div>
  );
}

/** Which rows were asked for by a value or by a column, and the way back to all that are to be looked at. */
function OnlyThese({ desk: { filter, summary } }: { readonly desk: MendDesk }) {
  const words = useI18n().t.mend;
  const { value, column = '' } = filter;
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // after the page has gone to the head of this step
    const frame = requestAnimationFrame(() => line.current?.scrollIntoView({ block: 'start' }));
    return () => cancelAnimationFrame(frame);
  }, [filter]);
  if (!value && !column) return null;
  return (
    <p class="row small only-these" ref={line}>
      <span role="status">{words.only(value?.value ?? '', column)}</span>
      <Button dense onClick={() => void showRows(usualFilter(summary))}>
        {words.onlyEnd}
      </Button>
    </p>
  );
}

function GridHead({ columns }: Pick<MendDesk, 'columns'>) {
  const words = useI18n().t.mend;
  return (
    <div {...asRow(1)} class="mend-head">
      <span {...asColumnHead} class="rn">
        {words.row}
      </span>
      {columns.map(({ header, field }) => (
        <span key={header} {...asColumnHead} class={`c f-${field}`}>
          {header}
        </span>
      ))}
    </div>
  );
}

function Leaving({ grid }: { readonly grid: ReturnType<typeof useGrid> }) {
  const row = grid.leaving;
  if (row === null) return null;
  return (
    <LeaveDialog
      row={row}
      onClose={() => grid.setLeaving(null)}
      onLeave={(reason) => {
        void applyChange({ leave: [{ row, reason }] });
        grid.setLeaving(null);
      }}
    />
  );
}

/** The active cell is where it can be seen, and the window is known once it is drawn. */
function useInView(
  scroller: { readonly current: HTMLDivElement | null },
  { at, column }: { readonly at: number; readonly column: number },
  total: number,
  look: () => void,
): void {
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const view = box.clientHeight - columnsHeight;
    const to = scrollTo(at, { total, view, scrollTop: box.scrollTop });
    if (to !== null) box.scrollTop = to;
    const cell = box.querySelector(`#cell-${at}-${column}`);
    if (cell instanceof HTMLElement) {
      const [left, right] = [cell.offsetLeft, cell.offsetLeft + cell.offsetWidth];
      if (left - 72 < box.scrollLeft) box.scrollLeft = left - 72;
      else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
    }
    look();
  }, [at, column, total]);
}
