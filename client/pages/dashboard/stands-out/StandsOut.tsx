import type { FiguresReplyOf } from '../../../../shared/api/figures.ts';
import { outstandingProvinces } from '../../../../shared/figures/province-strategy.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Phrases } from '../../../ui/Layout.tsx';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';
import { HonestyStrip } from '../frame/HonestyStrip.tsx';
import { HowComputed } from '../frame/HowComputed.tsx';
import { PickLink } from '../frame/PickLink.tsx';
import { type DashboardView, partOf } from '../view.ts';
import './stands-out.css';

const shown = 10;

interface StandsOutProps {
  readonly reply: FiguresReplyOf<'province-strategy'>;
  readonly view: DashboardView;
}

/** The provinces whose answers differ from the others by more than chance explains. */
export function StandsOut({ reply, view }: StandsOutProps) {
  const { t } = useI18n();
  const words = t.dashboard;
  const all = outstandingProvinces(reply.claims['province-strategy']);
  return (
    <section class="fig span4" aria-labelledby="stands-out">
      <h2 id="stands-out">
        <Phrases text={words.standsTitle} />
      </h2>
      <p class="sub">{words.standsSub}</p>
      <div class="body">
        {all.length === 0 ? (
          <EmptyState title={words.standsNone} text={words.standsNoneWhy} />
        ) : (
          <ol class="outs">
            {all.slice(0, shown).map((one, index) => (
              <Line key={`${one.place} ${one.strategy}`} one={one} rank={index + 1} view={view} />
            ))}
          </ol>
        )}
      </div>
      <HonestyStrip lines={[words.exactMethod]} />
      <HowComputed of="standsOut" name={words.standsTitle} />
    </section>
  );
}

interface LineProps {
  readonly one: ReturnType<typeof outstandingProvinces>[number];
  readonly rank: number;
  readonly view: DashboardView;
}

function Line({ one, rank, view }: LineProps) {
  const { t, lang } = useI18n();
  const { place, strategy, responses, expected, ratio } = one;
  return (
    <li>
      <span class="rank">{rank}</span>
      <div>
        <span class="pair">
          <PickLink part={partOf(view, { province: [place], strategy: [strategy] })}>
            {placeName(place, lang)}
          </PickLink>{' '}
          <StrategyKey strategy={strategy} />
        </span>
        <small>
          {t.dashboard.standsLine(formatNumber(responses), expected.toFixed(1), ratio.toFixed(1))}
        </small>
      </div>
    </li>
  );
}
