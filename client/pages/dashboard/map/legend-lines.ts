import type { MapClasses, MapMeasure } from '../../../../shared/figures/map.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { formatOnMap } from './map-say.ts';

interface LegendLine {
  /** the class, 0 = lowest */
  readonly at: number;
  readonly range: string;
  readonly provinces: number;
}

/** The classes with their borders, highest first. */
export function legendLines(
  { borders, lowest, highest, sizes }: MapClasses,
  measure: MapMeasure,
  { t }: Speech,
): LegendLine[] {
  const print = (value: number) => formatOnMap(value, measure);
  const lines = sizes.map((provinces, at) => {
    const [over, upTo] = [borders[at - 1], borders[at] ?? highest];
    const isOne = over === undefined && upTo === lowest;
    const range =
      measure === 'residual'
        ? (t.map.residualLevels[at] ?? '')
        : isOne
          ? print(upTo)
          : over === undefined
            ? `${print(lowest)}–${print(upTo)}`
            : `> ${print(over)}–${print(upTo)}`;
    return { at, range, provinces };
  });
  return lines.toReversed();
}

/** The colour of a class among five: few classes are spread over all of them. */
export function shadeOf(at: number, classes: number, measure: MapMeasure): string {
  if (measure === 'residual') return `div-${at + 1}`;
  const shades: Readonly<Record<number, readonly number[]>> = {
    1: [3],
    2: [2, 4],
    3: [1, 3, 5],
    4: [1, 2, 4, 5],
  };
  return `seq-${shades[classes]?.[at] ?? at + 1}`;
}
