// The sub-plans of a round: named, given words, put in order, retired; many at once from a spreadsheet.
import { useState } from 'preact/hooks';
import type { SubPlan } from '../../../shared/survey/definition.ts';
import { type Strategy, strategies } from '../../../shared/survey/strategies.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { circleAlert, plus, table } from '../../ui/icons.ts';
import { StrategyKey } from '../../ui/StrategyKey.tsx';
import { PasteForm } from './PasteForm.tsx';
import { withOne } from './paste-sub-plans.ts';
import { SubPlanRow } from './SubPlanRow.tsx';

interface SubPlansPanelProps {
  readonly subPlans: readonly SubPlan[];
  readonly error: string | undefined;
  readonly onChange: (subPlans: readonly SubPlan[]) => void;
}

export function SubPlansPanel({ subPlans, error, onChange }: SubPlansPanelProps) {
  const { t } = useI18n();
  const words = t.rounds;
  const [isPasting, setPasting] = useState(false);
  const named = subPlans.filter(({ nameTh }) => nameTh !== '').length;
  const retired = subPlans.filter(({ state }) => state === 'retired').length;
  const replace = (next: SubPlan) =>
    onChange(subPlans.map((one) => (one.id === next.id ? next : one)));
  return (
    <section class="panel mt4" aria-labelledby="round-plans">
      <div class="row between">
        <div>
          <h2 id="round-plans">{words.subPlans(formatNumber(subPlans.length))}</h2>
          <p class="small muted">
            {words.subPlansLead(formatNumber(named), formatNumber(retired))}
          </p>
        </div>
        <Button icon={table} onClick={() => setPasting(true)}>
          {words.paste}
        </Button>
      </div>
      {error && (
        <p class="err" id="round-codes-error">
          <Icon of={circleAlert} />
          <span>{error}</span>
        </p>
      )}
      {strategies.map((strategy) => {
        const own = subPlans.filter((one) => one.strategy === strategy);
        return (
          <div key={strategy} class="round-plans">
            <h3>
              <StrategyKey strategy={strategy} />
            </h3>
            {own.map((plan, index) => (
              <SubPlanRow
                key={plan.id}
                plan={plan}
                isTwice={isTwice(plan, subPlans)}
                onChange={replace}
                onUp={index > 0 ? () => onChange(swapped(subPlans, plan, own[index - 1])) : null}
              />
            ))}
            <Button
              dense
              kind="quiet"
              icon={plus}
              onClick={() => onChange(withOne(subPlans, nextOf(strategy, subPlans)))}
            >
              {words.addSubPlan}
            </Button>
          </div>
        );
      })}
      <Dialog open={isPasting} title={words.pasteTitle} onClose={() => setPasting(false)}>
        <PasteForm
          subPlans={subPlans}
          onPasted={({ subPlans: next, changed, added }) => {
            onChange(next);
            setPasting(false);
            announce(words.pasted(formatNumber(changed), formatNumber(added)));
          }}
        />
      </Dialog>
    </section>
  );
}

/** Another has its code. */
const isTwice = ({ id, code }: SubPlan, all: readonly SubPlan[]): boolean =>
  code !== '' && all.some((one) => one.id !== id && one.code === code);

function swapped(all: readonly SubPlan[], one: SubPlan, other: SubPlan | undefined): SubPlan[] {
  return all.map((plan) => (plan === one ? (other ?? one) : plan === other ? one : plan));
}

/** The next number of the strategy that no code has. */
function nextOf(strategy: Strategy, all: readonly SubPlan[]): Omit<SubPlan, 'id' | 'state'> {
  const no = strategies.indexOf(strategy) + 1;
  let at = 1;
  while (all.some(({ code }) => code === `${no}.${at}`)) at++;
  return { strategy, code: `${no}.${at}`, nameTh: '', nameEn: null, words: [] };
}
