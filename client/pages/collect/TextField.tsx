import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { FieldNotes } from './FieldNotes.tsx';
import type { ControlProps } from './question-props.ts';

export function TextField({ field, question, value, warnings, set, leave }: ControlProps) {
  const Control = question.lines ? TextArea : TextInput;
  return (
    <>
      <Control {...field} value={value} onInput={set} onLeave={leave} />
      <FieldNotes warnings={warnings} />
    </>
  );
}
