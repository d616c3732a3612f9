// The problems of a project month by month, and in each of its provinces before its first day and since.
import { formatMonth, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { placeName } from '../../i18n/names.ts';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import type { ProblemCounts } from './ProjectProblems.tsx';

interface SidesProps {
  readonly before: ProblemCounts;
  readonly since: ProblemCounts;
}

/** Counts, which follow how much was collected: the shares above say what has changed. */
export function MonthsOfProject({ before, since, start }: SidesProps & { readonly start: string }) {
  const { t, lang } = useI18n();
  const words = t.plan.problems;
  const months = monthsOf([before, since]);
  if (months.length < 2) return null;
  const top = Math.max(...months.map(([, issues]) => issues));
  const first = start.slice(0, 7);
  const said = months.map(([month, issues]) => `${formatMonth(month, lang)} ${issues}`).join(', ');
  return (
    <figure class="project-months mt4">
      <figcaption>
        <b>{words.months}</b> <span class="small muted">{words.monthsWhy}</span>
      </figcaption>
      <div class="month-bars" role="img" aria-label={said}>
        {months.map(([month, issues]) => (
          <i
            key={month}
            class={month >= first ? 'since' : ''}
            style={{ height: `${Math.max(2, (100 * issues) / top)}%` }}
            title={`${formatMonth(month, lang)}: ${formatNumber(issues)}`}
          />
        ))}
      </div>
      <p class="small way-ends">
        <span>{formatMonth(months[0]?.[0] ?? '', lang)}</span>
        <span>{words.most(formatNumber(top))}</span>
        <span>{formatMonth(months.at(-1)?.[0] ?? '', lang)}</span>
      </p>
    </figure>
  );
}

/** Issues of every month from the first to the last that has one. */
function monthsOf(sides: readonly ProblemCounts[]): (readonly [month: string, issues: number])[] {
  const issues = new Map<string, number>();
  for (const { month, issues: n } of sides.flatMap(({ figures }) => figures['by-month']))
    if (month !== null) issues.set(month, (issues.get(month) ?? 0) + n);
  const known = [...issues.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: (readonly [string, number])[] = [];
  for (let month = first; month <= last; month = monthAfter(month))
    all.push([month, issues.get(month) ?? 0]);
  return all;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

const shownProvinces = 12;

interface ProvincesProps extends SidesProps {
  readonly hrefOf: (province: string) => string;
}

interface Row {
  readonly province: string;
  readonly was: number;
  readonly is: number;
}

export function ProvincesOfProject({ before, since, hrefOf }: ProvincesProps) {
  const { t, lang } = useI18n();
  const words = t.plan.problems;
  const was = new Map(
    before.figures['by-province'].map(({ province, issues }) => [province, issues]),
  );
  const rows = since.figures['by-province']
    .map(({ province, issues }): Row => ({ province, was: was.get(province) ?? 0, is: issues }))
    .filter((row) => row.was + row.is > 0)
    .sort((a, b) => b.was + b.is - a.was - a.is);
  if (rows.length === 0) return null;
  const columns: TableColumn<Row>[] = [
    {
      key: 'province',
      head: t.common.province,
      cell: ({ province }) => <a href={hrefOf(province)}>{placeName(province, lang)}</a>,
    },
    {
      key: 'was',
      head: words.wasHead,
      numeric: true,
      cell: (row) => formatNumber(row.was),
    },
    { key: 'is', head: words.isHead, numeric: true, cell: (row) => formatNumber(row.is) },
  ];
  return (
    <div class="mt4">
      <DataTable
        caption={words.provinces}
        columns={columns}
        rows={rows.slice(0, shownProvinces)}
        rowKey={({ province }) => province}
      />
      {rows.length > shownProvinces && (
        <p class="small muted">{words.moreProvinces(formatNumber(rows.length - shownProvinces))}</p>
      )}
    </div>
  );
}
