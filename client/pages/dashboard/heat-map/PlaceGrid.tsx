// The heat map: a real table. Shares in its cells, colour and mark for how far from expected, regions that open.
// One focus stop; arrow keys move in it, and a line below says the cell as a sentence.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useI18n } from '../../../i18n/i18n.ts';
import { keepOneStop, moveInGrid, stopAtFocus } from './move-in-grid.ts';
import './place-grid.css';
import type { PlaceTable } from '../../../../shared/figures/province-strategy.ts';
import { usePressMeans } from '../../../ui/charts/picking.ts';
import { type DashboardView, partOf } from '../view.ts';
import { LevelKey, PlaceHeads, StrategyLine } from './PlaceHeads.tsx';
import { RegionRows, TotalRow } from './PlaceRows.tsx';

interface PlaceGridProps {
  readonly table: PlaceTable;
  /** `{place} {strategy}` of cells whose numbers are not for outside */
  readonly hidden: ReadonlySet<string>;
  readonly view: DashboardView;
  /** the place the finding names first; its region is open from the start */
  readonly first: string | null;
  /** what all rows together are called */
  readonly all: string;
}

export function PlaceGrid({ table, hidden, view, first, all }: PlaceGridProps) {
  const { t } = useI18n();
  const words = t.dashboard;
  const { open, toggle } = useOpenRegions(table, first);
  const [said, setSaid] = useState<string | null>(null);
  const means = usePressMeans([partOf(view, {})]);
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (grid.current) keepOneStop(grid.current);
  });
  return (
    <>
      <StrategyLine />
      <table
        class="heat"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked with arrow keys is a grid
        role="grid"
        aria-label={`${words.gridLabel}. ${words.placeHint} ${words.press.keys[means]}`.trim()}
        ref={grid}
        onKeyDown={(event) => grid.current && moveInGrid(grid.current, event)}
        onFocusIn={(event) => grid.current && stopAtFocus(grid.current, event)}
        onFocusOut={() => setSaid(null)}
      >
        <PlaceHeads />
        <tbody>
          {table.regions.map((region) => (
            <RegionRows
              key={region.id}
              region={region}
              isOpen={open.has(region.id)}
              onToggle={() => toggle(region.id)}
              hidden={hidden}
              view={view}
              onSay={setSaid}
            />
          ))}
          <TotalRow total={table.total} hidden={hidden} name={all} />
        </tbody>
      </table>
      <p class={said === null ? 'grid-say muted no-print' : 'grid-say no-print'} role="status">
        {said ?? words.placeTap[means]}
      </p>
      <LevelKey />
      {hidden.size > 0 && <p class="small muted">{words.about.smallWhy(words.hiddenShort)}</p>}
    </>
  );
}

/** Which regions are open: at first that of the finding, or the only one. */
function useOpenRegions(table: PlaceTable, first: string | null) {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const open = chosen ?? openAtFirst(table, first);
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return { open, toggle };
}

function openAtFirst(table: PlaceTable, first: string | null): ReadonlySet<string> {
  const only = table.regions.length === 1 ? table.regions[0]?.id : undefined;
  const found = table.regions.find(
    (region) => region.id === first || region.provinces.some(({ id }) => id === first),
  );
  const id = only ?? found?.id;
  return new Set(id === undefined ? [] : [id]);
}
