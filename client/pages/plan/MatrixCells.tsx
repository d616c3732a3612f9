// What the matrix is made of: a line for each sub-plan, a cell for each place, and what colours and signs mean.
import { type MatrixCell, type MatrixRow, tintBorders } from '../../../shared/plan/plan-matrix.ts';
import { subPlanHref } from '../../data/plan-addresses.ts';
import { formatMillions, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { placeName } from '../../i18n/names.ts';
import { useSubPlans } from './sub-plans.ts';

export function SubPlanLine({ row }: { readonly row: MatrixRow }) {
  const { nameOf } = useSubPlans();
  return (
    <tr>
      <th scope="row">
        <a href={subPlanHref(row.subPlan)}>{nameOf(row.subPlan)}</a>
      </th>
      {row.cells.map((cell) => (
        <PlaceCell key={cell.region} row={row} cell={cell} />
      ))}
      <td class="num">
        <a href={`#/responses?subPlan=${row.subPlan}`}>{formatNumber(row.issues)}</a>
      </td>
      <td class="num">
        <a href={`#/plan/projects?subPlan=${row.subPlan}`}>{formatNumber(row.projects)}</a>
      </td>
      <td class="num">{formatMillions(row.budget)}</td>
    </tr>
  );
}

const mostSquares = 4;

function PlaceCell({ row, cell }: { readonly row: MatrixRow; readonly cell: MatrixCell }) {
  const { t, lang } = useI18n();
  const words = t.planMatrix;
  const { nameOf } = useSubPlans();
  const said = words.cell(
    nameOf(row.subPlan),
    placeName(cell.region, lang),
    formatNumber(cell.issues),
    cell.per100 === null ? null : cell.per100.toFixed(1),
    formatNumber(cell.projects),
    cell.isGap,
  );
  const look = cell.issues === 0 ? 'zero' : cell.tint === null ? 'few' : `tint-${cell.tint + 1}`;
  return (
    <td class="num">
      <a
        class={`cell ${look} ${cell.isGap ? 'gap' : ''}`}
        href={`#/responses?subPlan=${row.subPlan}&${cell.region.startsWith('TH-') ? 'province' : 'region'}=${cell.region}`}
        aria-label={said}
        title={said}
      >
        <b>{formatNumber(cell.issues)}</b>
        <span class="squares" aria-hidden="true">
          {cell.projects === 0 ? (
            <i class="none" />
          ) : (
            Array.from({ length: Math.min(cell.projects, mostSquares) }, (_, i) => (
              <i key={String(i)} />
            ))
          )}
        </span>
      </a>
    </td>
  );
}

export function MatrixLegend() {
  const words = useI18n().t.planMatrix;
  const borders = [0, ...tintBorders];
  return (
    <ul class="plan-legend small" aria-label={words.legend}>
      {borders.map((from, i) => (
        <li key={from}>
          <i class={`tint-${i + 1}`} aria-hidden="true" />
          {words.per100(String(from), borders[i + 1] === undefined ? null : String(borders[i + 1]))}
        </li>
      ))}
      <li>
        <i class="few" aria-hidden="true" />
        {words.few}
      </li>
      <li>
        <i class="square" aria-hidden="true" />
        {words.square}
      </li>
      <li>
        <i class="hatch" aria-hidden="true" />
        {words.noProject}
      </li>
      <li>
        <i class="gap" aria-hidden="true" />
        {words.gap}
      </li>
    </ul>
  );
}
