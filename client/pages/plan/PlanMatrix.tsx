// Sub-plans × regions: issues, tinted by what 100 responses of the region say, with a square for each project there.
import { useState } from 'preact/hooks';
import {
  type MatrixCell,
  type MatrixRow,
  matrixRegions,
  tintBorders,
} from '../../../shared/plan/plan-matrix.ts';
import { strategies } from '../../../shared/survey/strategies.ts';
import { subPlanHref } from '../../data/plan-addresses.ts';
import {
  formatFiscalYear,
  formatInstant,
  formatMillions,
  formatNumber,
} from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { running } from '../../ui/Running.tsx';
import { StrategyKey } from '../../ui/StrategyKey.tsx';
import { useSubPlans } from './sub-plans.ts';
import type { Plan } from './use-plan.ts';

const orders = ['plan', 'issues', 'budget'] as const;
type Order = (typeof orders)[number];

export function PlanMatrix({ plan }: { readonly plan: Plan }) {
  const { t, lang } = useI18n();
  const words = t.planMatrix;
  const [order, setOrder] = useState<Order>('plan');
  const year = formatFiscalYear(plan.year, lang);
  return (
    <section class="panel mt4">
      <h2 id="plan-matrix">{words.matrix(formatNumber(plan.rows.length))}</h2>
      <p class="small muted">{running(words.how)}</p>
      <div class="row mt2">
        <fieldset class="seg" aria-label={words.order}>
          {orders.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === order}
              onClick={() => setOrder(one)}
            >
              {words.orders[one]}
            </button>
          ))}
        </fieldset>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-labelledby="plan-matrix">
        <table class="plan-matrix">
          <thead>
            <tr>
              <th scope="col">{t.plan.subPlan}</th>
              {matrixRegions.map(({ id, name }) => (
                <th key={id} scope="col" class="num">
                  {name[lang].replace(words.regionWord, '')}
                </th>
              ))}
              <th scope="col" class="num">
                {words.all}
              </th>
              <th scope="col" class="num">
                {words.projects}
              </th>
              <th scope="col" class="num">
                {words.budget(year)}
              </th>
            </tr>
          </thead>
          {order === 'plan' ? (
            strategies.map((strategy) => (
              <tbody key={strategy}>
                <tr class="group">
                  <th scope="rowgroup" colSpan={matrixRegions.length + 4}>
                    <StrategyKey strategy={strategy} />
                  </th>
                </tr>
                {plan.rows
                  .filter((row) => row.strategy === strategy)
                  .map((row) => (
                    <Row key={row.subPlan} row={row} />
                  ))}
              </tbody>
            ))
          ) : (
            <tbody>
              {inOrder(plan.rows, order).map((row) => (
                <Row key={row.subPlan} row={row} />
              ))}
            </tbody>
          )}
        </table>
      </section>
      <Legend />
      <p class="small mt2">
        {running(
          words.strip(
            formatNumber(plan.issues),
            formatNumber(plan.linked),
            formatNumber(plan.without),
            formatInstant(plan.asOf, lang),
          ),
        )}
      </p>
    </section>
  );
}

const inOrder = (rows: readonly MatrixRow[], order: 'issues' | 'budget') =>
  [...rows].sort((a, b) => b[order] - a[order]);

function Row({ row }: { readonly row: MatrixRow }) {
  const { nameOf } = useSubPlans();
  return (
    <tr>
      <th scope="row">
        <a href={subPlanHref(row.subPlan)}>{nameOf(row.subPlan)}</a>
      </th>
      {row.cells.map((cell) => (
        <Cell key={cell.region} row={row} cell={cell} />
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

function Cell({ row, cell }: { readonly row: MatrixRow; readonly cell: MatrixCell }) {
  const { t, lang } = useI18n();
  const words = t.planMatrix;
  const { nameOf } = useSubPlans();
  const region = matrixRegions.find(({ id }) => id === cell.region);
  const said = words.cell(
    nameOf(row.subPlan),
    region?.name[lang] ?? '',
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
        href={`#/responses?subPlan=${row.subPlan}&region=${cell.region}`}
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

function Legend() {
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
