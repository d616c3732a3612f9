import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { undo } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useSubPlans } from './sub-plans.ts';
import type { Linking } from './use-linking.ts';

/** What was done last, and the way back. */
export function UndoLine({ linking }: { readonly linking: Linking }) {
  const { t } = useI18n();
  const { nameOf } = useSubPlans();
  const words = t.plan.link;
  const { last, busy } = linking;
  if (!last) return null;
  const n = formatNumber(last.issues.length);
  return (
    <Notice kind="ok" live>
      <span class="row between">
        <span>
          {last.subPlan === 'none' ? words.doneNone(n) : words.done(n, nameOf(last.subPlan))}
        </span>
        <Button dense icon={undo} busy={busy} onClick={linking.undo}>
          {words.undo}
        </Button>
      </span>
    </Notice>
  );
}
