// The rows of the heat map: a region, and its provinces while it is open.

import { isSmall } from '../../../../shared/figures/not-for-outside.ts';
import type {
  PlaceShare,
  PlaceShares,
  RegionShares,
} from '../../../../shared/figures/province-strategy.ts';
import { type Strategy, strategies } from '../../../../shared/survey/strategies.ts';
import { formatNumber, formatPercent } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { placeName, strategyName } from '../../../i18n/names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { chevronDown, chevronRight } from '../../../ui/icons.ts';
import { PickLink } from '../frame/PickLink.tsx';
import { type DashboardView, partOf, placeFilter } from '../view.ts';

interface RegionRowsProps {
  readonly region: RegionShares;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly hidden: ReadonlySet<string>;
  readonly view: DashboardView;
  readonly onSay: (sentence: string | null) => void;
}

export function RegionRows({ region, isOpen, onToggle, hidden, view, onSay }: RegionRowsProps) {
  const { t, lang } = useI18n();
  const name = placeName(region.id, lang);
  return (
    <>
      <tr class="reg">
        <th scope="row">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={t.dashboard.openRegion(name)}
            tabIndex={-1}
            onClick={onToggle}
          >
            <Icon of={isOpen ? chevronDown : chevronRight} small />
            {name}
          </button>
        </th>
        <Cells row={region} hidden={hidden} view={view} onSay={onSay} />
      </tr>
      {isOpen &&
        region.provinces.map((province) => (
          <tr key={province.id} class="sub-r">
            <th scope="row">
              <PickLink part={partOf(view, { province: [province.id] })} tabIndex={-1}>
                {placeName(province.id, lang)}
              </PickLink>
            </th>
            <Cells row={province} hidden={hidden} view={view} onSay={onSay} />
          </tr>
        ))}
    </>
  );
}

interface CellsProps {
  readonly row: PlaceShares;
  readonly hidden: ReadonlySet<string>;
  readonly view: DashboardView;
  readonly onSay: (sentence: string | null) => void;
}

function Cells({ row, hidden, view, onSay }: CellsProps) {
  const { t } = useI18n();
  if (row.responses === 0) {
    return (
      <>
        <td class="n">–</td>
        <td class="no-data" colSpan={strategies.length}>
          <span>{t.dashboard.noData}</span>
        </td>
      </>
    );
  }
  return (
    <>
      <td class="n">
        {hidden.size > 0 && isSmall(row.responses)
          ? t.dashboard.hiddenShort
          : formatNumber(row.responses)}
      </td>
      {row.cells.every(({ share }) => share === null) ? (
        <td class="few" colSpan={strategies.length}>
          {t.dashboard.fewer}
        </td>
      ) : (
        row.cells.map((cell) => (
          <ShareCell key={cell.strategy} {...{ row, cell, hidden, view, onSay }} />
        ))
      )}
    </>
  );
}

function ShareCell({ row, cell, hidden, view, onSay }: CellsProps & { cell: PlaceShare }) {
  const { t, lang } = useI18n();
  const words = t.dashboard;
  if (hidden.has(`${row.id} ${cell.strategy}`)) return <td class="few">{words.hiddenShort}</td>;
  if (cell.share === null) return <td class="few">–</td>;
  const level = cell.level === null ? words.tooFew : (words.levels[cell.level + 2] ?? '');
  const sentence = words.placeSay(
    placeName(row.id, lang),
    strategyName(cell.strategy, lang),
    formatNumber(cell.responses),
    formatNumber(row.responses),
    formatPercent(cell.share, row.responses),
    level,
  );
  const mark = cell.level === 2 ? '▲' : cell.level === -2 ? '▼' : '';
  return (
    <td class={cell.level === null ? 'unjudged' : `d${cell.level + 3}`}>
      <PickLink
        part={partOf(view, { ...placeFilter(row.id), strategy: [cell.strategy] })}
        tabIndex={-1}
        onFocus={() => onSay(sentence)}
        onMouseEnter={() => onSay(sentence)}
        onMouseLeave={() => onSay(null)}
      >
        {mark !== '' && (
          <i class="ar" aria-hidden="true">
            {mark}
          </i>
        )}
        {printed(cell.share, row.responses)}
        <span class="vh">% {level}</span>
      </PickLink>
    </td>
  );
}

/** without the percent sign, which the line above the table says for all */
function printed(share: number, base: number): string {
  return formatPercent(share, base).slice(0, -1);
}

/** All rows together. */
export function TotalRow({
  total,
  hidden,
  name,
}: {
  readonly total: PlaceShares;
  readonly hidden: ReadonlySet<string>;
  readonly name: string;
}) {
  const words = useI18n().t.dashboard;
  const share = (strategy: Strategy) => {
    if (hidden.has(`${total.id} ${strategy}`)) return words.hiddenShort;
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
