import { type ProvinceMeasure, topCount } from '../../../../shared/figures/by-province.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { FigureSwitch } from '../frame/FigureSwitch.tsx';

export type ProvinceRange = 'top' | 'all';

interface ProvinceSwitchesProps {
  readonly measure: ProvinceMeasure;
  readonly setMeasure: (measure: ProvinceMeasure) => void;
  readonly range: ProvinceRange;
  readonly setRange: (range: ProvinceRange) => void;
  /** is a share of what was received more than all of it? */
  readonly shares: boolean;
  /** how many provinces there are to show */
  readonly count: number;
}

/** What is measured, and how many provinces are shown. */
export function ProvinceSwitches({
  measure,
  setMeasure,
  range,
  setRange,
  shares,
  count,
}: ProvinceSwitchesProps) {
  const words = useI18n().t.dashboard;
  return (
    <div class="switches no-print">
      <FigureSwitch
        label={words.measure}
        value={measure}
        onChange={setMeasure}
        choices={[
          ...(shares ? [{ value: 'share' as const, label: words.perResponses }] : []),
          { value: 'issues', label: words.perIssues },
          { value: 'rate', label: words.perPeople },
        ]}
      />
      {count > topCount && (
        <FigureSwitch
          label={words.range}
          value={range}
          onChange={setRange}
          choices={[
            { value: 'top', label: words.topTen },
            { value: 'all', label: words.allProvinces(String(count)) },
          ]}
        />
      )}
    </div>
  );
}
