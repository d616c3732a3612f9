// The heat map: a real table. Shares in its cells, colour and mark for how far from expected, regions that open.
// One focus stop; arrow keys move in it, and a line below says the cell as a sentence.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Strategy, strategies, strategyNames } from '../../../../shared/survey/strategies.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { headParts } from '../../../i18n/names.ts';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';
import { keepOneStop, moveInGrid, stopAtFocus } from './move-in-grid.ts';
import './place-grid.css';
import type { PlaceShares, PlaceTable } from '../../../../shared/figures/province-strategy.ts';
import type { DashboardView } from '../view.ts';
import { printed, RegionRows } from './PlaceRows.tsx';

interface PlaceGridProps {
  readonly table: PlaceTable;
  readonly view: DashboardView;
  /** the place the finding names first; its region is open from the start */
  readonly first: string | null;
  /** what all rows together are called */
  readonly all: string;
}

export function PlaceGrid({ table, view, first, all }: PlaceGridProps) {
  const { t } = useI18n();
  const words = t.dashboard;
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const grid = useRef<HTMLTableElement>(null);
  const open = chosen ?? openAtFirst(table, first);
  useEffect(() => {
    if (grid.current) keepOneStop(grid.current);
  });
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <>
      <p class="key-line">
        {strategies.map((strategy) => (
          <StrategyKey key={strategy} strategy={strategy} />
        ))}
      </p>
      <table
        class="heat"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table walked with arrow keys is a grid
        role="grid"
        aria-label={`${words.gridLabel}. ${words.placeHint}`}
        ref={grid}
        onKeyDown={(event) => grid.current && moveInGrid(grid.current, event)}
        onFocusIn={(event) => grid.current && stopAtFocus(grid.current, event)}
        onFocusOut={() => setSaid(null)}
      >
        <Heads />
        <tbody>
          {table.regions.map((region) => (
            <RegionRows
              key={region.id}
              region={region}
              isOpen={open.has(region.id)}
              onToggle={() => toggle(region.id)}
              view={view}
              onSay={setSaid}
            />
          ))}
          <TotalRow total={table.total} name={all} />
        </tbody>
      </table>
      <p class={said === null ? 'grid-say muted no-print' : 'grid-say no-print'} role="status">
        {said ?? words.placeTap}
      </p>
      <LevelKey />
    </>
  );
}

function openAtFirst(table: PlaceTable, first: string | null): ReadonlySet<string> {
  const only = table.regions.length === 1 ? table.regions[0]?.id : undefined;
  const found = table.regions.find(
    (region) => region.id === first || region.provinces.some(({ id }) => id === first),
  );
  const id = only ?? found?.id;
  return new Set(id === undefined ? [] : [id]);
}

function Heads() {
  const { t, lang } = useI18n();
  return (
    <>
      <colgroup>
        <col class="l" />
        <col class="n" />
        <col span={strategies.length} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span class="vh">{t.dashboard.columns.place}</span>
          </th>
          <th scope="col" class="n">
            {t.dashboard.n}
          </th>
          {strategies.map((strategy) => {
            const { no } = strategyNames[strategy];
            return (
              <th key={strategy} scope="col">
                <span class="hd">
                  <i class={`key k${no}`} aria-hidden="true" />
                  {no}
                </span>
                <span class="lbl">
                  {headParts(strategy, lang).map((part) => (
                    <span key={part} class={lang === 'th' ? 'ph' : ''}>
                      {part}
                    </span>
                  ))}
                </span>
              </th>
            );
          })}
        </tr>
      </thead>
    </>
  );
}

function TotalRow({ total, name }: { readonly total: PlaceShares; readonly name: string }) {
  const share = (strategy: Strategy) => {
    const cell = total.cells.find((one) => one.strategy === strategy);
    return cell?.share == null ? '–' : printed(cell.share, total.responses);
  };
  return (
    <tr class="nat">
      <th scope="row">
        <b>{name}</b>
      </th>
      <td class="n">{formatNumber(total.responses)}</td>
      {strategies.map((strategy) => (
        <td key={strategy}>
          <b>{share(strategy)}</b>
        </td>
      ))}
    </tr>
  );
}

function LevelKey() {
  const { t } = useI18n();
  const words = t.dashboard;
  return (
    <p class="scale">
      <span class="what">{words.compared}</span>
      {words.levels.map((word, index) => (
        <span key={word} class={`d${index + 1}`}>
          {index === 0 ? '▼ ' : index === 4 ? '▲ ' : ''}
          {word}
        </span>
      ))}
      <span class="unjudged">{words.tooFew}</span>
    </p>
  );
}
