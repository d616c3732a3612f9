// Further numbers of both sides: how much was counted says how much was collected, and is no trend.
import type { CountsOf } from '../../../../shared/api/figures.ts';
import { formatNumber, formatPercent } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { DataTable, type TableColumn } from '../../../ui/DataTable.tsx';
import { outside } from '../frame/about-view.ts';
import type { SideName } from './sides.ts';

type Counts = CountsOf<'summary' | 'by-severity'>;

interface Line {
  readonly name: string;
  readonly of: (counts: Counts) => string;
}

interface OtherProps {
  readonly first: Counts;
  readonly second: Counts;
  readonly names: Readonly<Record<SideName, string>>;
  readonly paper: boolean;
}

export function OtherNumbers({ first, second, names, paper }: OtherProps) {
  const speech = useI18n();
  const words = speech.t.showing.compare;
  const column = (key: SideName, letter: string, counts: Counts): TableColumn<Line> => ({
    key,
    head: `${letter} ${names[key]}`,
    numeric: true,
    cell: ({ of }) => of(counts),
  });
  return (
    <section class="fig">
      <h2>{words.others}</h2>
      <p class="sub">{words.othersWhy}</p>
      <DataTable
        caption={words.others}
        captionHidden
        columns={[
          { key: 'name', head: speech.t.dashboard.rounds.number, cell: ({ name }) => name },
          column('a', 'ก', first),
          column('b', 'ข', second),
        ]}
        rows={linesOf(paper, speech)}
        rowKey={({ name }) => name}
      />
    </section>
  );
}

function linesOf(paper: boolean, speech: Speech): readonly Line[] {
  const { t } = speech;
  const words = t.dashboard;
  const count = (n: number) => (paper ? outside(n, speech) : formatNumber(n));
  return [
    { name: words.countedResponses, of: ({ strip }) => count(strip.responses) },
    { name: words.countedIssues, of: ({ strip }) => count(strip.issues) },
    { name: words.byAgencies, of: ({ figures }) => count(figures.summary.agency) },
    { name: words.byCitizens, of: ({ figures }) => count(figures.summary.citizen) },
    {
      name: words.rounds.reporting,
      of: ({ strip }) =>
        `${formatNumber(strip.provincesReporting)}/${formatNumber(strip.provincesExpected)}`,
    },
    { name: t.showing.compare.ratedHigh, of: (counts) => ratedHigh(counts, words.hidden, paper) },
  ];
}

function ratedHigh({ figures }: Counts, hidden: string, paper: boolean): string {
  const sum = (levels: readonly string[]) =>
    figures['by-severity'].reduce(
      (all, { severity, issues }) => all + (levels.includes(severity) ? issues : 0),
      0,
    );
  const [high, rated] = [sum(['4', '5']), sum(['1', '2', '3', '4', '5'])];
  if (rated < 5) return '–';
  const isFew = [high, rated - high].some((count) => count > 0 && count < 5);
  return paper && isFew ? hidden : formatPercent(high / rated, rated);
}
