// The numbers of a map in words: the same on a shape, in its table and in the legend.
import type { MapMeasure, MapRow, mapValue } from '../../../../shared/figures/map.ts';
import { rankingBase } from '../../../../shared/figures/small-numbers.ts';
import {
  formatNumber,
  formatPercent,
  formatRate,
  formatSignedPoints,
} from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';

/** A number of the map alone. `base`: of how many it was made. */
export function formatOnMap(value: number, measure: MapMeasure, base = rankingBase): string {
  if (measure === 'issues') return formatNumber(value);
  if (measure === 'share') return formatPercent(value, base);
  if (measure === 'residual') return formatSignedPoints(value, base);
  return formatRate(value, base);
}

export function sayOnMap(
  row: MapRow,
  measure: MapMeasure,
  value: ReturnType<typeof mapValue>,
  speech: Speech,
): string {
  const { t, lang } = speech;
  const name = placeName(row.province, lang);
  if (value === 'no-data') return t.dashboard.provinceSilent(name);
  const counts = [formatNumber(row.issues), formatNumber(row.responses)] as const;
  if (value === 'too-few') {
    const why = t.map.tooFew[measure === 'smoothed' ? 'rate' : measure];
    return measure === 'issues'
      ? `${name}: ${t.dashboard.hidden}`
      : t.map.sayNone(name, why, ...counts);
  }
  return t.map.say(name, inWords(row, measure, value, speech), ...counts);
}

function inWords(row: MapRow, measure: MapMeasure, value: number, { t }: Speech): string {
  const base = measure === 'share' ? row.of : row.responses;
  const print = (one: number) => formatOnMap(one, measure, base);
  if (measure === 'rate' || measure === 'share') {
    const { low, high } = row[measure] ?? { low: value, high: value };
    return t.map[measure](print(value), print(low), print(high));
  }
  return t.map[measure](measure === 'residual' ? formatOnMap(value, measure) : print(value));
}
