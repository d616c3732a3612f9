import { useState } from 'preact/hooks';
import type { NewView } from '../../../../shared/api/views.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';

/** The page as it stands in the address, with the round. */
export const pageNow = (): string => location.hash.replace(/^#/, '') || '/';

const unnamed = { name: '', shared: false, start: false };

/** This page under a name. */
export function SaveView({ onSave }: { readonly onSave: (view: NewView) => Promise<boolean> }) {
  const words = useI18n().t.views;
  const [given, setGiven] = useState(unnamed);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setMissing(given.name.trim() === '');
    if (given.name.trim() === '') return;
    setBusy(true);
    if (await onSave({ ...given, name: given.name.trim(), address: pageNow() })) setGiven(unnamed);
    setBusy(false);
  };
  return (
    <form
      class="save-view"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      <h3>{words.saveTitle}</h3>
      <TextInput
        label={words.name}
        value={given.name}
        maxLength={100}
        onInput={(name) => setGiven({ ...given, name })}
        {...(missing && { error: words.nameMissing })}
      />
      <Choice
        words={words.share}
        checked={given.shared}
        onChange={(shared) => setGiven({ ...given, shared })}
      />
      <Choice
        words={words.begin}
        checked={given.start}
        onChange={(start) => setGiven({ ...given, start })}
      />
      <Button kind="primary" type="submit" busy={busy}>
        {words.save}
      </Button>
    </form>
  );
}

interface ChoiceProps {
  readonly words: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Choice({ words, checked, onChange }: ChoiceProps) {
  return (
    <label class="view-choice">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{words}</span>
    </label>
  );
}
