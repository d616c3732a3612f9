import { useI18n } from '../../i18n/i18n.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { reviewKeys, shiftedKeys, turnKeys, useKeysOn } from './review-keys.ts';

interface KeySheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Which key does what, and the switch that turns them off. */
export function KeySheet({ open, onClose }: KeySheetProps) {
  const { t } = useI18n();
  const words = t.responses.review;
  const acts = { ...words.acts, ...t.responses.many.acts };
  const isOn = useKeysOn();
  return (
    <Dialog open={open} title={words.keys} onClose={onClose}>
      <dl class="dl keys mt2">
        {Object.entries(reviewKeys).map(([code, act]) => (
          <div key={code}>
            <dt>
              <kbd>{code.replace('Key', '')}</kbd>
            </dt>
            <dd>{acts[act]}</dd>
          </div>
        ))}
        {Object.entries(shiftedKeys).map(([code, act]) => (
          <div key={code}>
            <dt>
              <kbd>Shift</kbd> <kbd>{code.replace('Key', '')}</kbd>
            </dt>
            <dd>{acts[act]}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{acts.sheet}</dd>
        </div>
      </dl>
      <label class="row mt4">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => turnKeys(event.currentTarget.checked)}
        />
        {words.keysOn}
      </label>
      <p class="small muted mt2">{words.keysWhy}</p>
    </Dialog>
  );
}
