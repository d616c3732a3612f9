// Sub-plans × regions, or the provinces of one: issues, tinted by what 100 responses there say, with a square for each project.
import { useMemo, useState } from 'preact/hooks';
import { type RegionId, regionIds } from '../../../shared/places/provinces.ts';
import { type MatrixRow, matrixRegions } from '../../../shared/plan/plan-matrix.ts';
import { strategies } from '../../../shared/survey/strategies.ts';
import { formatFiscalYear, formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { placeName } from '../../i18n/names.ts';
import { Icon } from '../../ui/Icon.tsx';
import { arrowDown } from '../../ui/icons.ts';
import { running } from '../../ui/Running.tsx';
import { StrategyKey } from '../../ui/StrategyKey.tsx';
import { MatrixLegend, SubPlanLine } from './MatrixCells.tsx';
import type { Plan } from './use-plan.ts';

const orders = ['plan', 'issues', 'budget'] as const;
/** one of these, `projects`, or a place whose column is sorted by */
type MatrixOrder = string;

export function PlanMatrix({ plan }: { readonly plan: Plan }) {
  const { t } = useI18n();
  const words = t.planMatrix;
  const [order, setOrder] = useState<MatrixOrder>('plan');
  const [region, setRegion] = useState<RegionId | null>(null);
  const rows = useMemo(() => plan.rowsOf(region), [plan, region]);
  const open = (one: RegionId | null) => {
    setRegion(one);
    // the columns that it was sorted by are no longer there
    if (regionIds.some((id) => id === order) || order.startsWith('TH-')) setOrder('plan');
  };
  return (
    <section class="panel mt4">
      <h2 id="plan-matrix">{words.matrix(formatNumber(plan.rows.length))}</h2>
      <p class="small muted">{running(words.how)}</p>
      <div class="row mt2">
        <OrderButtons order={order} onChange={setOrder} />
        <RegionChoice region={region} onChange={open} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-labelledby="plan-matrix">
        <table class="plan-matrix">
          <MatrixHead plan={plan} places={placesOf(rows)} order={order} onSort={setOrder} />
          <MatrixBody rows={rows} order={order} />
        </table>
      </section>
      <MatrixLegend />
      <MatrixStrip plan={plan} />
    </section>
  );
}

const placesOf = ([first]: readonly MatrixRow[]): readonly string[] =>
  first?.cells.map(({ region }) => region) ?? [];

function OrderButtons({
  order,
  onChange,
}: {
  readonly order: MatrixOrder;
  readonly onChange: (order: MatrixOrder) => void;
}) {
  const words = useI18n().t.planMatrix;
  return (
    <fieldset class="seg" aria-label={words.order}>
      {orders.map((one) => (
        <button key={one} type="button" aria-pressed={one === order} onClick={() => onChange(one)}>
          {words.orders[one]}
        </button>
      ))}
    </fieldset>
  );
}

interface RegionProps {
  readonly region: RegionId | null;
  readonly onChange: (region: RegionId | null) => void;
}

/** The columns: the six regions, or the provinces of one. */
function RegionChoice({ region, onChange }: RegionProps) {
  const { t, lang } = useI18n();
  const words = t.planMatrix;
  return (
    <label class="row small">
      <span>{words.columns}</span>
      <select
        class="inp matrix-region"
        value={region ?? ''}
        onChange={({ currentTarget }) =>
          onChange(regionIds.find((id) => id === currentTarget.value) ?? null)
        }
      >
        <option value="">{words.sixRegions}</option>
        {matrixRegions.map(({ id, name }) => (
          <option key={id} value={id}>
            {words.provincesOf(name[lang])}
          </option>
        ))}
      </select>
    </label>
  );
}

interface HeadProps {
  readonly plan: Plan;
  readonly places: readonly string[];
  readonly order: MatrixOrder;
  readonly onSort: (order: MatrixOrder) => void;
}

/** Every column sorts, the most first; the first one goes back to the order of the plan. */
function MatrixHead({ plan, places, order, onSort }: HeadProps) {
  const { t, lang } = useI18n();
  const words = t.planMatrix;
  const columns: readonly (readonly [MatrixOrder, string])[] = [
    ...places.map((id) => [id, placeName(id, lang).replace(words.regionWord, '')] as const),
    ['issues', words.all],
    ['projects', words.projects],
    ['budget', words.budget(formatFiscalYear(plan.year, lang))],
  ];
  return (
    <thead>
      <tr>
        <th scope="col" aria-sort={order === 'plan' ? 'ascending' : 'none'}>
          <button type="button" class="sort" onClick={() => onSort('plan')}>
            {t.plan.subPlan}
          </button>
        </th>
        {columns.map(([id, name]) => (
          <th key={id} scope="col" class="num" aria-sort={order === id ? 'descending' : 'none'}>
            <button
              type="button"
              class="sort"
              title={words.sortBy(name)}
              onClick={() => onSort(order === id ? 'plan' : id)}
            >
              {name}
              {order === id && <Icon of={arrowDown} small />}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function MatrixBody({
  rows,
  order,
}: {
  readonly rows: readonly MatrixRow[];
  readonly order: MatrixOrder;
}) {
  if (order !== 'plan')
    return (
      <tbody>
        {rows
          .toSorted((a, b) => numberIn(b, order) - numberIn(a, order))
          .map((row) => (
            <SubPlanLine key={row.subPlan} row={row} />
          ))}
      </tbody>
    );
  return (
    <>
      {strategies.map((strategy) => (
        <tbody key={strategy}>
          <tr class="group">
            <th scope="rowgroup" colSpan={placesOf(rows).length + 4}>
              <StrategyKey strategy={strategy} />
            </th>
          </tr>
          {rows
            .filter((row) => row.strategy === strategy)
            .map((row) => (
              <SubPlanLine key={row.subPlan} row={row} />
            ))}
        </tbody>
      ))}
    </>
  );
}

/** of places their issues per 100 responses, as they are tinted; what is too few comes last */
function numberIn(row: MatrixRow, order: MatrixOrder): number {
  if (order === 'issues' || order === 'projects' || order === 'budget') return row[order];
  return row.cells.find(({ region }) => region === order)?.per100 ?? -1;
}

function MatrixStrip({ plan }: { readonly plan: Plan }) {
  const { t, lang } = useI18n();
  return (
    <p class="small mt2">
      {running(
        t.planMatrix.strip(
          formatNumber(plan.issues),
          formatNumber(plan.linked),
          formatNumber(plan.without),
          formatInstant(plan.asOf, lang),
        ),
      )}
    </p>
  );
}
