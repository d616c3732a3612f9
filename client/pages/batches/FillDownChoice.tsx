import type { FilledField, Inspection } from '../../../shared/batch/inspection.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Choices } from './upload-steps.ts';

/** Whether the choice belongs under this column: it looks merged, or was chosen to be filled. */
export function asksToFill(
  field: string | null,
  { notes = [] }: Pick<Inspection, 'notes'>,
  { fillDown = [] }: Choices,
): field is FilledField {
  const isMerged = notes.some((note) => note.code === 'looks-merged' && note.field === field);
  return isMerged || fillDown.some((one) => one === field);
}

interface FillDownChoiceProps {
  readonly field: FilledField;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

/** Under a column whose cells look merged: what its empty cells mean. */
export function FillDownChoice({ field, choices, onChange }: FillDownChoiceProps) {
  const { t } = useI18n();
  const words = t.batches.columns;
  const { fillDown = [] } = choices;
  const isFilled = fillDown.includes(field);
  const others = fillDown.filter((one) => one !== field);
  return (
    <fieldset class="direction">
      <legend>{words.emptyCells}</legend>
      {[false, true].map((filled) => (
        <label key={String(filled)}>
          <input
            type="radio"
            name={`fill-down-${field}`}
            checked={filled === isFilled}
            onChange={() => onChange({ fillDown: filled ? [...others, field] : others })}
          />
          {filled ? words.asAbove : words.reallyEmpty}
        </label>
      ))}
    </fieldset>
  );
}
