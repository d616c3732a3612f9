import { useContext, useMemo, useState } from 'preact/hooks';
import { paths, withQuery } from '../../../../shared/api/paths.ts';
import { hasShares } from '../../../../shared/figures/by-province.ts';
import type { FunnelView, MapMeasure } from '../../../../shared/figures/map.ts';
import { hiddenOnMap } from '../../../../shared/figures/not-for-outside.ts';
import { useSurvey } from '../../../data/survey.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { ShapeStage } from '../../../ui/charts/ShapeStage.tsx';
import { addressOfFilters } from '../../../ui/filters/change-filters.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { download } from '../../../ui/icons.ts';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-input.ts';
import { Frozen } from '../frame/frozen.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { type DashboardView, partOf, responsesHref } from '../view.ts';
import { type Drawn, drawnRows } from './drawn-rows.ts';
import { MapLegend } from './MapLegend.tsx';
import { type MapShape, MapSwitches } from './MapSwitches.tsx';
import { sayOnMap } from './map-say.ts';
import { mapTwin } from './map-twin.tsx';
import { nextOnMap } from './move-on-map.ts';
import { ProvinceMap } from './ProvinceMap.tsx';
import { TileMap } from './TileMap.tsx';

type MapInput = FigureInput<'map'> & { readonly funnel: FunnelView | null };

/** The provinces by one number each, as a map or as tiles of one size. */
export function MapFigure({ reply, view, theme, funnel }: MapInput) {
  const speech = useI18n();
  const { t } = speech;
  const [shape, setShape] = useState<MapShape>('map');
  const { measure, setMeasure, shares } = useMapMeasure(reply);
  const rows = reply.figures.map;
  const hidden = useMemo(() => hiddenOnMap(rows), [rows]);
  const drawn = useMemo(
    () => drawnRows(rows, measure, theme.paper ? hidden : none),
    [rows, measure, hidden, theme.paper],
  );
  const isRate = measure === 'rate' || measure === 'smoothed';
  const counted = {
    unit: measure === 'issues' ? 'issues' : 'responses',
    paper: theme.paper,
    ...(isRate && { method: t.dashboard.population }),
  } as const;
  return (
    <Figure
      how="map"
      className="span7"
      finding={t.map.titles[measure]}
      name={t.map.title}
      sub={t.map.subs[measure]}
      switches={<MapSwitches {...{ shape, setShape, measure, setMeasure, shares }} />}
      strip={honestyStrip(reply, counted, speech)}
      reply={reply}
      href={responsesHref(view)}
      twin={mapTwin(
        rows,
        { measure, shares, hidden, view, classes: drawn.classes, funnel },
        speech,
      )}
      moreLinks={<GeoJsonLink view={view} />}
    >
      <MapBox {...{ drawn, measure, shape, view }} />
    </Figure>
  );
}

interface MapBoxProps {
  readonly drawn: Drawn;
  readonly measure: MapMeasure;
  readonly shape: MapShape;
  readonly view: DashboardView;
}

/** The shapes with their legend. */
function MapBox({ drawn, measure, shape, view }: MapBoxProps) {
  const speech = useI18n();
  const words = speech.t.map;
  const points = drawn.rows.map(({ row, value }) => ({
    say: sayOnMap(row, measure, value, speech),
    ...partOf(view, { province: [row.province] }),
  }));
  const codes = drawn.rows.map(({ row }) => row.province);
  const Shapes = shape === 'map' ? ProvinceMap : TileMap;
  return (
    <div class={`map-box ${shape}`}>
      <ShapeStage
        className="map-stage"
        points={points}
        next={(from, key) => nextOnMap(codes, from, key, shape)}
        label={words.titles[measure]}
        hint={words.hint}
        role={words.role}
      >
        {(active) => <Shapes drawn={drawn} measure={measure} active={active} />}
      </ShapeStage>
      <MapLegend classes={drawn.classes} measure={measure} />
    </div>
  );
}

const none: ReadonlySet<string> = new Set();

/** Starts again from the usual one where a filter takes a measure away, or brings a better one. */
function useMapMeasure({ filters }: MapInput['reply']) {
  const shares = hasShares(filters);
  const [chosen, setChosen] = useState<{ measure: MapMeasure; shares: boolean } | null>(null);
  return {
    shares,
    measure:
      chosen?.shares === shares ? chosen.measure : shares ? ('share' as const) : ('rate' as const),
    setMeasure: (measure: MapMeasure) => setChosen({ measure, shares }),
  };
}

function GeoJsonLink({ view }: { readonly view: DashboardView }) {
  const { t } = useI18n();
  const { survey } = useSurvey();
  const frozen = useContext(Frozen);
  if (survey === null || frozen) return null;
  const path = paths.mapGeojson(encodeURIComponent(survey.id));
  const query = addressOfFilters(view.filters);
  return (
    <a
      href={query.size === 0 ? path : withQuery(path, `${query}`)}
      aria-label={t.map.geojsonLabel}
      download
    >
      <Icon of={download} small />
      {t.map.geojson}
    </a>
  );
}
