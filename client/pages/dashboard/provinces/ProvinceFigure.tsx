import { useMemo, useState } from 'preact/hooks';
import {
  hasShares,
  type ProvinceMeasure,
  provinceCounts,
  provinceFinding,
  provinceOrder,
  topCount,
  usualMeasure,
} from '../../../../shared/figures/by-province.ts';
import { hiddenProvinces } from '../../../../shared/figures/not-for-outside.ts';
import { provinceSentence } from '../../../i18n/finding-text.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { BarRows } from '../../../ui/charts/BarRows.tsx';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-input.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { responsesHref } from '../view.ts';
import { ProvinceKey } from './ProvinceKey.tsx';
import { type ProvinceRange, ProvinceSwitches } from './ProvinceSwitches.tsx';
import { provinceBars } from './province-bars.tsx';
import { provinceTwin } from './province-twin.tsx';
import { standingOf } from './standing.ts';
import './provinces.css';

/** The provinces, by number, by population, or by share of what they sent; and which of them can be told apart. */
export function ProvinceFigure({ reply, view, theme }: FigureInput<'by-province'>) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const shares = hasShares(reply.filters);
  const { measure, setMeasure } = useMeasure(usualMeasure(reply.filters), shares);
  const [range, setRange] = useState<ProvinceRange>('top');
  const rows = useMemo(() => provinceCounts(reply, measure), [reply, measure]);
  const order = provinceOrder(reply.claims['by-province'], measure);
  const standing = useMemo(() => standingOf(order), [order]);
  const hidden = useMemo(() => hiddenProvinces(rows), [rows]);
  const shown = useMemo(() => (range === 'all' ? rows : rows.slice(0, topCount)), [rows, range]);
  const bars = useMemo(() => {
    const unseen = theme.paper ? hidden : new Set<string>();
    return provinceBars(shown, { measure, standing, view, theme, hidden: unseen }, speech);
  }, [shown, measure, standing, view, theme, hidden, speech]);
  const finding = provinceSentence(provinceFinding(reply.claims['by-province'], measure), speech);
  const title = finding ?? plainTitle(measure, speech);
  return (
    <Figure
      how="provinces"
      className="inner"
      finding={title}
      name={words.provinceTitle}
      sub={subLine(measure, speech)}
      switches={
        <ProvinceSwitches
          {...{ measure, setMeasure, range, setRange, shares }}
          count={rows.length}
        />
      }
      strip={honestyStrip(
        reply,
        { ...stripOf(measure, order?.compared, speech), paper: theme.paper },
        speech,
      )}
      reply={reply}
      href={responsesHref(view)}
      twin={provinceTwin(shown, { hidden, shares, view, standing }, speech)}
    >
      {order !== null && <ProvinceKey order={order} />}
      <BarRows
        rows={bars}
        theme={theme}
        label={title}
        hint={words.chartHint}
        role={words.chart}
        rowHeight={range === 'all' ? 32 : shares ? 54 : 38}
        thickness={range === 'all' ? 16 : shares ? 26 : 20}
        labelRoom={measure === 'share' ? 138 : 112}
        stackOnPhone={range === 'top'}
      />
    </Figure>
  );
}

/** Starts again from the usual one where a filter takes a measure away, or brings a better one. */
function useMeasure(usual: ProvinceMeasure, shares: boolean) {
  const [chosen, setChosen] = useState<{ measure: ProvinceMeasure; shares: boolean } | null>(null);
  return {
    measure: chosen?.shares === shares ? chosen.measure : usual,
    setMeasure: (measure: ProvinceMeasure) => setChosen({ measure, shares }),
  };
}

function plainTitle(measure: ProvinceMeasure, { t }: Speech): string {
  const words = t.dashboard;
  return {
    issues: words.provinceTitle,
    rate: words.provinceRateTitle,
    share: words.provinceShareTitle,
  }[measure];
}

function subLine(measure: ProvinceMeasure, { t }: Speech): string {
  const words = t.dashboard;
  return {
    issues: words.provinceSub,
    rate: words.provinceRateSub,
    share: words.provinceShareSub,
  }[measure];
}

function stripOf(measure: ProvinceMeasure, compared: number | undefined, { t }: Speech) {
  const words = t.dashboard;
  const method = [
    ...(compared === undefined ? [] : [words.provinceMethod(formatNumber(compared))]),
    ...(measure === 'rate' ? [words.population] : []),
  ];
  const unit = measure === 'issues' ? ('issues' as const) : ('responses' as const);
  return method.length === 0 ? { unit } : { unit, method: method.join(' · ') };
}
