import type { MapMeasure } from '../../../../shared/figures/map.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { FigureSwitch } from '../frame/FigureSwitch.tsx';

export type MapShape = 'map' | 'tiles';

interface MapSwitchesProps {
  readonly shape: MapShape;
  readonly setShape: (shape: MapShape) => void;
  readonly measure: MapMeasure;
  readonly setMeasure: (measure: MapMeasure) => void;
  /** is a share of what was received more than all of it? */
  readonly shares: boolean;
}

export function MapSwitches({ shape, setShape, measure, setMeasure, shares }: MapSwitchesProps) {
  const { map: words, dashboard } = useI18n().t;
  const isRate = measure === 'rate' || measure === 'smoothed';
  return (
    <div class="switches no-print">
      <FigureSwitch
        label={words.shape}
        value={shape}
        onChange={setShape}
        choices={[
          { value: 'map', label: words.shapes.map },
          { value: 'tiles', label: words.shapes.tiles },
        ]}
      />
      <FigureSwitch
        label={dashboard.measure}
        value={isRate ? 'rate' : measure}
        onChange={setMeasure}
        choices={[
          ...(shares
            ? [
                { value: 'share' as const, label: words.measures.share },
                { value: 'residual' as const, label: words.measures.residual },
              ]
            : []),
          { value: 'issues', label: words.measures.issues },
          { value: 'rate', label: words.measures.rate },
        ]}
      />
      {isRate && (
        <label class="smooth">
          <input
            type="checkbox"
            checked={measure === 'smoothed'}
            onChange={(event) => setMeasure(event.currentTarget.checked ? 'smoothed' : 'rate')}
          />
          {words.smooth}
        </label>
      )}
    </div>
  );
}
