import type { FiguresReply } from '../../../../shared/api/figures.ts';
import { formatNumber, formatPercent } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { areaName, placeName, shortStrategyName } from '../../../i18n/names.ts';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-props.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { TooFew } from '../frame/TooFew.tsx';
import type { TableTwin } from '../frame/table-twin.ts';
import { placeSentence, type Speech } from '../sentences.ts';
import { leastBase } from '../small-numbers.ts';
import { type DashboardView, placeFilter, responsesHref } from '../view.ts';
import { PlaceGrid } from './PlaceGrid.tsx';
import { placeFinding } from './place-finding.ts';
import type { PlaceCell, PlaceRow, PlaceTable } from './place-table.ts';

export function PlaceFigure({
  reply,
  view,
  table,
}: Omit<FigureInput, 'theme' | 'inView'> & { table: PlaceTable }) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const finding = placeFinding(table);
  return (
    <Figure
      className="span8"
      finding={placeSentence(finding, speech)}
      name={words.placeTitle}
      sub={words.placeSub}
      strip={honestyStrip(
        reply,
        { unit: 'responses', unmatched: true, method: words.residualMethod },
        speech,
      )}
      issues={reply.strip.issues}
      href={responsesHref(view)}
      twin={twinOf(table, view, speech)}
    >
      {reply.strip.responses < leastBase ? (
        <TooFew />
      ) : (
        <PlaceGrid
          table={table}
          view={view}
          all={allName(reply, view, speech)}
          first={finding.kind === 'places' ? (finding.places[0]?.id ?? null) : null}
        />
      )}
    </Figure>
  );
}

function allName(reply: FiguresReply, { filters }: DashboardView, { t, lang }: Speech): string {
  const { scope } = reply.filters;
  if ((scope?.kind ?? 'all') !== 'all') return t.dashboard.total;
  return filters.region === undefined && filters.province === undefined
    ? areaName(filters, lang, t)
    : t.dashboard.total;
}

interface TwinRow {
  readonly place: PlaceRow;
  readonly name: string;
  readonly cell: PlaceCell;
}

/** One line a cell: what a cell of the grid shows by place, colour and mark is written out. */
function twinOf(table: PlaceTable, view: DashboardView, { t, lang }: Speech): TableTwin<TwinRow> {
  const words = t.dashboard;
  const places: PlaceRow[] = table.regions.flatMap((region) => [region, ...region.provinces]);
  const rows = places.flatMap((place) =>
    place.cells.map((cell) => ({ place, name: placeName(place.id, lang), cell })),
  );
  const level = ({ cell }: TwinRow) =>
    cell.level === null ? words.tooFew : (words.levels[cell.level + 2] ?? '');
  const count = (name: string, of: (row: TwinRow) => number) => ({
    key: name,
    name,
    head: name,
    numeric: true,
    cell: (row: TwinRow) => formatNumber(of(row)),
    raw: of,
  });
  return {
    file: 'rabfang-places',
    rows,
    rowKey: ({ place, cell }) => `${place.id} ${cell.strategy}`,
    columns: [
      {
        key: 'place',
        name: words.columns.place,
        head: words.columns.place,
        cell: ({ place, name, cell }) => (
          <a href={responsesHref(view, { ...placeFilter(place.id), strategy: [cell.strategy] })}>
            {name}
          </a>
        ),
        raw: ({ name }) => name,
      },
      {
        key: 'strategy',
        name: words.strategy,
        head: words.strategy,
        cell: ({ cell }) => shortStrategyName(cell.strategy, lang),
        raw: ({ cell }) => shortStrategyName(cell.strategy, lang),
      },
      count(words.n, ({ place }) => place.responses),
      count(words.columns.responses, ({ cell }) => cell.responses),
      {
        key: 'share',
        name: words.columns.share,
        head: words.columns.share,
        numeric: true,
        cell: ({ place, cell }) =>
          cell.share === null ? '–' : formatPercent(cell.share, place.responses),
        raw: ({ cell }) => cell.share,
      },
      { key: 'level', name: words.compared, head: words.compared, cell: level, raw: level },
    ],
  };
}
