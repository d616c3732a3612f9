// One side: what it is, how much was counted, and its filters a press away.
import type { CountsOf } from '../../../../shared/api/figures.ts';
import type { Scope } from '../../../../shared/api/session.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { FilterFields } from '../../../ui/filters/FilterFields.tsx';
import { FilterSelect } from '../../../ui/filters/FilterSelect.tsx';
import { SideLetter } from './SideLetter.tsx';
import type { Side, SideName } from './sides.ts';

interface SidePanelProps {
  readonly side: SideName;
  readonly chosen: Side;
  readonly name: string;
  readonly counts: CountsOf<never> | undefined;
  readonly surveys: readonly Survey[];
  /** the round that is looked at */
  readonly current: string;
  readonly scope: Scope | undefined;
  readonly onChange: (side: Side) => void;
}

export function SidePanel(props: SidePanelProps) {
  const { side, chosen, name, counts, surveys, current, scope, onChange } = props;
  const { t, lang } = useI18n();
  const words = t.showing.compare;
  const round = surveys.find(({ id }) => id === (chosen.survey ?? current));
  return (
    <section class={`side ${side}`} aria-label={words.side[side]}>
      <SideLetter side={side} />
      <div>
        <p>
          <b>{name}</b> {round && <span class="muted">{nameIn(round, lang)}</span>}
        </p>
        {counts && (
          <p class="muted">
            {words.counted(
              formatNumber(counts.strip.responses),
              formatNumber(counts.strip.issues),
              formatNumber(counts.strip.provincesReporting),
              formatNumber(counts.strip.provincesExpected),
            )}
          </p>
        )}
      </div>
      <details class="no-print">
        <summary class="btn dense">{words.change}</summary>
        <FilterFields
          filters={chosen.filters}
          scope={scope}
          onFilters={(filters) => onChange({ ...chosen, filters })}
          first={
            surveys.length > 1 && (
              <FilterSelect
                label={t.dashboard.about.survey}
                value={chosen.survey ?? current}
                any=""
                onChange={(id) => onChange({ ...chosen, survey: id === current ? null : id })}
              >
                {surveys.map((one) => (
                  <option key={one.id} value={one.id}>
                    {nameIn(one, lang)}
                  </option>
                ))}
              </FilterSelect>
            )
          }
        />
      </details>
    </section>
  );
}
