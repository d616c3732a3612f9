import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Round } from '../../../shared/api/rounds.ts';
import { inMembers, langs, nameIn } from '../../../shared/text/names.ts';
import { api } from '../../data/api.ts';
import { useSending } from '../../data/use-sending.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

const ids = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}[A-Za-z0-9])?$/;

interface NewRoundFormProps {
  readonly rounds: readonly Round[];
  readonly onAdded: (id: string) => void;
}

export function NewRoundForm({ rounds, onAdded }: NewRoundFormProps) {
  const { t } = useI18n();
  const words = t.rounds;
  const [id, setId] = useState('');
  const [names, setNames] = useState({ th: '', en: '' });
  const [from, setFrom] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!ids.test(id) || names.th.trim() === '' || names.en.trim() === '') return;
    const body = { id, ...inMembers('name', names), ...(from && { from }) };
    const added = await send(() => api(paths.rounds(), { method: 'POST', body }));
    if (added) onAdded(added.id);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <FailureNotice of={failure} />
      <TextInput
        id="round-id"
        label={words.id}
        hint={words.idHint}
        error={tried && !ids.test(id) ? words.badId : undefined}
        value={id}
        autoComplete="off"
        maxLength={40}
        onInput={setId}
      />
      {langs.map((one) => (
        <TextInput
          key={one}
          id={`round-name-${one}`}
          label={words.names[one]}
          error={tried && names[one].trim() === '' ? words.missingName : undefined}
          value={names[one]}
          lang={one}
          maxLength={200}
          onInput={(text) => setNames({ ...names, [one]: text })}
        />
      ))}
      <StartFrom rounds={rounds} value={from} onChange={setFrom} />
      <p class="row mt5">
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? words.saving : words.create}
        </Button>
      </p>
    </form>
  );
}

interface StartFromProps {
  readonly rounds: readonly Round[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function StartFrom({ rounds, value, onChange }: StartFromProps) {
  const { t, lang } = useI18n();
  const words = t.rounds;
  return (
    <Field label={words.startFrom}>
      {(control) => (
        <select
          {...control}
          class="inp"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{words.startEmpty}</option>
          {rounds.map((round) => (
            <option key={round.id} value={round.id}>
              {nameIn(round, lang)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
