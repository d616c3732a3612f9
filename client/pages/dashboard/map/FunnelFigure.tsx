import { useMemo } from 'preact/hooks';
import { type FunnelView, mapFinding } from '../../../../shared/figures/map.ts';
import { hiddenOnMap } from '../../../../shared/figures/not-for-outside.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { mapSentence } from '../../../i18n/map-sentence.ts';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-input.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { responsesHref } from '../view.ts';
import { FunnelPlot } from './FunnelPlot.tsx';
import { funnelTwin } from './funnel-twin.tsx';

type FunnelInput = FigureInput<'map'> & { readonly funnel: FunnelView | null };

/** The same rates against the size of each province: so small ones do not look extreme by chance. */
export function FunnelFigure({ reply, view, theme, funnel }: FunnelInput) {
  const speech = useI18n();
  const words = speech.t.map;
  const rows = reply.figures.map;
  const hidden = useMemo(() => hiddenOnMap(rows), [rows]);
  const title = mapSentence(mapFinding(reply.claims.map), speech) ?? words.funnelTitle;
  return (
    <Figure
      how="funnel"
      className="span5 funnel-figure"
      finding={title}
      name={words.funnelTitle}
      sub={words.funnelSub}
      strip={honestyStrip(
        reply,
        {
          unit: 'responses',
          method: `${words.funnelMethod} · ${speech.t.dashboard.population}`,
          paper: theme.paper,
        },
        speech,
      )}
      reply={reply}
      href={responsesHref(view)}
      twin={funnelTwin(funnel?.points ?? [], hidden, view, speech)}
    >
      {funnel === null ? (
        <p class="msg">{words.funnelTooFew}</p>
      ) : (
        <FunnelPlot funnel={funnel} view={view} title={title} paper={theme.paper} hidden={hidden} />
      )}
    </Figure>
  );
}
