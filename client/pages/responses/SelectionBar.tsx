import type { NewDecisionOfMany } from '../../../shared/api/decisions-of-many.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { check, undo } from '../../ui/icons.ts';
import { isNothingSelected, type QueueSelection } from './selection.ts';

interface SelectionBarProps {
  readonly selection: QueueSelection;
  /** how many wait behind the filters */
  readonly left: number | undefined;
  readonly onAll: () => void;
  readonly onNone: () => void;
  readonly onDecide: (decision: NewDecisionOfMany['decision']) => void;
}

/** How many are selected, and what may be done with them together. */
export function SelectionBar({ selection, left, onAll, onNone, onDecide }: SelectionBarProps) {
  const { t } = useI18n();
  const words = t.responses.many;
  const { review } = t.responses;
  const n = selection.all ? (left ?? 0) : selection.ids.length;
  return (
    <section class="selection" aria-label={words.bar}>
      {left !== undefined && left > 0 && (
        <label class="row small">
          <input type="checkbox" checked={selection.all} onChange={onAll} />
          {words.all(formatNumber(left))}
        </label>
      )}
      {!isNothingSelected(selection) && (
        <>
          <p class="row between">
            <strong>{words.selected(formatNumber(n))}</strong>
            <Button dense kind="quiet" onClick={onNone}>
              {words.none}
            </Button>
          </p>
          <p class="row">
            <Button dense kind="danger" onClick={() => onDecide('rejected')}>
              {review.reject}
            </Button>
            <Button dense icon={undo} onClick={() => onDecide('returned')}>
              {review.sendBack}
            </Button>
            <Button dense kind="primary" icon={check} onClick={() => onDecide('approved')}>
              {review.approve}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
