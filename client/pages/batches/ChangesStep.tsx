// Rows of a file that change what is stored: nothing of it is stored before a person has said what is meant.
import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { ChangedChoice } from '../../../shared/batch/corrections.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { listChecks, send } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { ChangesAsked } from './changes-asked.ts';
import { StepHead } from './StepHead.tsx';

const mostNamed = 12;
type Choice = Exclude<ChangedChoice, 'ask'>;

interface ChangesStepProps {
  readonly name: string;
  readonly asked: ChangesAsked;
  readonly headingRef: Ref<HTMLSpanElement>;
  readonly onDecide: (choice: Choice) => void;
  /** to the rows, to be looked at and mended */
  readonly onLook: () => void;
  readonly onBack: () => void;
}

export function ChangesStep(props: ChangesStepProps) {
  const { name, asked, headingRef, onDecide, onLook, onBack } = props;
  const words = useI18n().t.batches.changes;
  const [choice, setChoice] = useState<Choice | null>(asked.changed === 0 ? 'keep' : null);
  const corrected = asked.looksCorrected.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <>
      <StepHead
        title={words.title(asked.changed + corrected)}
        text={`${name} · ${words.nothingStored}`}
        headingRef={headingRef}
      />
      {asked.changed > 0 && <Changed {...{ asked, choice }} onChoose={setChoice} />}
      {corrected > 0 && <Corrected asked={asked} />}
      <div class="actionbar">
        <div class="row between">
          <Button onClick={onBack}>{words.back}</Button>
          <span class="row acts">
            <Button icon={listChecks} onClick={onLook}>
              {words.look}
            </Button>
            <Button
              kind="primary"
              icon={send}
              disabled={choice === null}
              onClick={() => choice && onDecide(choice)}
            >
              {choice === null ? words.chooseFirst : words.send}
            </Button>
          </span>
        </div>
      </div>
    </>
  );
}

interface ChangedProps {
  readonly asked: ChangesAsked;
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice) => void;
}

function Changed({ asked, choice, onChoose }: ChangedProps) {
  const { t } = useI18n();
  const words = t.batches.changes;
  const named = asked.rows.slice(0, mostNamed);
  return (
    <section class="panel mt4">
      <h2>{words.changed(asked.changed)}</h2>
      <p class="small muted">{words.rows(named, asked.changed - named.length)}</p>
      <fieldset class="direction mt2">
        <legend>{t.mend.stored.decide}</legend>
        {(['keep', 'replace'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="changed"
              checked={choice === one}
              onChange={() => onChoose(one)}
            />
            {t.mend.stored[one]}
          </label>
        ))}
      </fieldset>
    </section>
  );
}

/** They have no id of their own: what they are like is all that is known. */
function Corrected({ asked }: { readonly asked: ChangesAsked }) {
  const words = useI18n().t.batches.changes;
  return (
    <section class="panel mt4">
      <h2>{words.corrected}</h2>
      <ul class="bullets">
        {asked.looksCorrected.map(({ rows, batch }) => (
          <li key={batch}>
            {words.like(rows)} <a href={`#/batches/${batch}`}>{words.earlier}</a>
          </li>
        ))}
      </ul>
      <Notice kind="warning">{words.counted}</Notice>
    </section>
  );
}
