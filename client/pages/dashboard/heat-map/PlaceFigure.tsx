import { useMemo } from 'preact/hooks';
import { hiddenCells, isSmall } from '../../../../shared/figures/not-for-outside.ts';
import {
  type PlaceShare,
  type PlaceShares,
  type PlaceTable,
  placeFinding,
  placeTable,
} from '../../../../shared/figures/province-strategy.ts';
import { leastBase } from '../../../../shared/figures/small-numbers.ts';
import { areaOf } from '../../../../shared/places/scope.ts';
import { placeSentence } from '../../../i18n/finding-text.ts';
import { formatNumber, formatShare } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { areaName, placeName, shortStrategyName } from '../../../i18n/names.ts';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-input.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { ListLink } from '../frame/ListLink.tsx';
import { TooFew } from '../frame/TooFew.tsx';
import { numberColumn, shareColumn, type TableTwin } from '../frame/table-twin.ts';
import { type DashboardView, placeFilter, responsesHref } from '../view.ts';
import { PlaceGrid } from './PlaceGrid.tsx';

const noneHidden: ReadonlySet<string> = new Set();

type PlaceInput = FigureInput<'by-province' | 'by-strategy' | 'province-strategy'>;

interface PlaceFigureProps extends PlaceInput {
  /** no region is open from the start */
  readonly regionsOnly?: boolean;
}

/** What each area raises, against what all areas together would let expect. */
export function PlaceFigure({ reply, view, theme, regionsOnly = false }: PlaceFigureProps) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const table = useMemo(() => placeTable(reply), [reply]);
  const hidden = useMemo(() => hiddenCells(table), [table]);
  const finding = placeFinding(reply.claims['province-strategy']);
  const method = {
    unit: 'responses',
    unmatched: true,
    method: words.residualMethod,
    paper: theme.paper,
  } as const;
  return (
    <Figure
      how="places"
      className="span8"
      finding={placeSentence(finding, speech) ?? words.placeTitle}
      name={words.placeTitle}
      sub={words.placeSub}
      strip={honestyStrip(reply, method, speech)}
      reply={reply}
      href={responsesHref(view)}
      twin={twinOf(table, hidden, view, speech)}
    >
      {reply.strip.responses < leastBase ? (
        <TooFew />
      ) : (
        <PlaceGrid
          table={table}
          hidden={theme.paper ? hidden : noneHidden}
          view={view}
          all={allName(reply, view, speech)}
          first={Array.isArray(finding) && !regionsOnly ? (finding[0]?.id ?? null) : null}
        />
      )}
    </Figure>
  );
}

function allName(
  reply: PlaceInput['reply'],
  { filters }: DashboardView,
  { t, lang }: Speech,
): string {
  const { scope } = reply.filters;
  if (scope && areaOf(scope) !== null) return t.dashboard.total;
  return filters.region === undefined && filters.province === undefined
    ? areaName(filters, lang, t)
    : t.dashboard.total;
}

interface PlaceLine {
  readonly place: PlaceShares;
  readonly name: string;
  readonly cell: PlaceShare;
}

/** One line a cell: what a cell of the grid shows by place, colour and mark is written out. */
function twinOf(
  table: PlaceTable,
  hidden: ReadonlySet<string>,
  view: DashboardView,
  { t, lang }: Speech,
): TableTwin<PlaceLine> {
  const words = t.dashboard;
  const places: PlaceShares[] = table.regions.flatMap((region) => [region, ...region.provinces]);
  const rows = places.flatMap((place) =>
    place.cells.map((cell) => ({ place, name: placeName(place.id, lang), cell })),
  );
  const level = ({ cell }: PlaceLine) =>
    cell.level === null ? words.tooFew : (words.levels[cell.level + 2] ?? '');
  return {
    file: 'rabfang-places',
    rows,
    rowKey: ({ place, cell }) => `${place.id} ${cell.strategy}`,
    isHidden: ({ place, cell }, column) =>
      column === words.n ? isSmall(place.responses) : hidden.has(`${place.id} ${cell.strategy}`),
    columns: [
      {
        key: 'place',
        name: words.columns.place,
        head: words.columns.place,
        cell: ({ place, name, cell }) => (
          <ListLink
            href={responsesHref(view, { ...placeFilter(place.id), strategy: [cell.strategy] })}
          >
            {name}
          </ListLink>
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
      numberColumn(words.n, ({ place }) => place.responses, formatNumber),
      numberColumn(words.columns.responses, ({ cell }) => cell.responses, formatNumber),
      shareColumn(
        words.percentName(words.columns.share),
        ({ cell }) => cell.share,
        ({ place }) => place.responses,
        formatShare,
      ),
      {
        key: 'level',
        name: words.compared,
        head: words.compared,
        cell: level,
        raw: level,
        numbers: true,
      },
    ],
  };
}
