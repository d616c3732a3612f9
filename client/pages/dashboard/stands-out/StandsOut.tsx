import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Phrases } from '../../../ui/Layout.tsx';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';
import { HonestyStrip } from '../frame/HonestyStrip.tsx';
import { type Outstanding, outstandingProvinces } from '../places/place-finding.ts';
import type { PlaceTable } from '../places/place-table.ts';
import { type DashboardView, responsesHref } from '../view.ts';

const shown = 10;

/** The provinces whose answers differ from the others by more than chance explains. */
export function StandsOut({
  table,
  view,
}: {
  readonly table: PlaceTable;
  readonly view: DashboardView;
}) {
  const { t } = useI18n();
  const words = t.dashboard;
  const all = outstandingProvinces(table);
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
              <Line
                key={`${one.place} ${one.cell.strategy}`}
                one={one}
                rank={index + 1}
                view={view}
              />
            ))}
          </ol>
        )}
      </div>
      <HonestyStrip lines={[words.exactMethod]} />
    </section>
  );
}

interface LineProps {
  readonly one: Outstanding;
  readonly rank: number;
  readonly view: DashboardView;
}

function Line({ one, rank, view }: LineProps) {
  const { t, lang } = useI18n();
  const { place, cell, ratio } = one;
  const href = responsesHref(view, { province: [place], strategy: [cell.strategy] });
  return (
    <li>
      <span class="rank">{rank}</span>
      <div>
        <span class="pair">
          <a href={href}>{placeName(place, lang)}</a> <StrategyKey strategy={cell.strategy} />
        </span>
        <small>
          {t.dashboard.standsLine(
            formatNumber(cell.responses),
            cell.expected.toFixed(1),
            ratio.toFixed(1),
          )}
        </small>
      </div>
    </li>
  );
}
