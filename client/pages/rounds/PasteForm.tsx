import { useState } from 'preact/hooks';
import type { SubPlan } from '../../../shared/survey/definition.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { type Pasted, pasteSubPlans } from './paste-sub-plans.ts';

interface PasteFormProps {
  readonly subPlans: readonly SubPlan[];
  readonly onPasted: (pasted: Pasted) => void;
}

/** Stands in a dialog beside the round's form, and is none of its own: what is pasted goes into the draft. */
export function PasteForm({ subPlans, onPasted }: PasteFormProps) {
  const { t } = useI18n();
  const words = t.rounds;
  const [text, setText] = useState('');
  const [bad, setBad] = useState<readonly number[]>([]);
  const take = () => {
    const pasted = pasteSubPlans(text, subPlans);
    setBad(pasted.bad);
    if (pasted.bad.length === 0) onPasted(pasted);
  };
  return (
    <>
      <p class="mt2">{words.pasteText}</p>
      <TextArea
        id="paste"
        label={words.pasteLabel}
        error={bad.length > 0 ? words.pasteBad(bad.join(', ')) : undefined}
        rows={10}
        value={text}
        onInput={setText}
      />
      <p class="row mt5">
        <Button kind="primary" onClick={take}>
          {words.pasteDo}
        </Button>
      </p>
    </>
  );
}
