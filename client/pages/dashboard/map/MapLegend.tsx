import type { MapClasses, MapMeasure } from '../../../../shared/figures/map.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { legendLines, shadeOf } from './legend-lines.ts';

interface LegendProps {
  readonly classes: MapClasses;
  readonly measure: MapMeasure;
}

/** Every province is in one line of it: classes, too few, no data, and their sum. */
export function MapLegend({ classes, measure }: LegendProps) {
  const speech = useI18n();
  const { t } = speech;
  const { sizes, noData, tooFew } = classes;
  const sum = sizes.reduce((all, size) => all + size, noData + tooFew);
  const few = t.map.tooFew[measure === 'smoothed' ? 'rate' : measure];
  const lines = [
    ...legendLines(classes, measure, speech).map(({ at, range, provinces }) => ({
      shade: shadeOf(at, sizes.length, measure),
      range,
      provinces,
    })),
    ...(tooFew > 0 ? [{ shade: 'few', range: few, provinces: tooFew }] : []),
    ...(noData > 0 ? [{ shade: 'none', range: t.dashboard.noData, provinces: noData }] : []),
  ];
  return (
    <div class="map-legend">
      <table>
        <caption class="vh">{t.map.legend}</caption>
        <thead>
          <tr>
            <th scope="col">{t.map.measures[measure === 'smoothed' ? 'rate' : measure]}</th>
            <th scope="col">{t.map.legendCount}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ shade, range, provinces }) => (
            <tr key={shade}>
              <th scope="row">
                <i class={`map-key ${shade}`} aria-hidden="true" />
                {range}
              </th>
              <td>{formatNumber(provinces)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.map.sum}</th>
            <td>{formatNumber(sum)}</td>
          </tr>
        </tfoot>
      </table>
      {measure !== 'residual' && <p>{t.map.legendNote}</p>}
    </div>
  );
}
