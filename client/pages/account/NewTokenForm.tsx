import { useState } from 'preact/hooks';
import type { MadeToken, TokenVerb } from '../../../shared/api/me.ts';
import { paths } from '../../../shared/api/paths.ts';
import { api } from '../../data/api.ts';
import { useSending } from '../../data/use-sending.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckGroup } from '../../ui/CheckGroup.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

const lasts = ['30', '90', '365'] as const;
type Days = (typeof lasts)[number];
const dayMs = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();

interface NewTokenFormProps {
  /** what this person may, and so the most that a token may */
  readonly mayGive: readonly TokenVerb[];
  readonly onMade: (token: MadeToken) => void;
}

/** What a script may, and for how long. */
export function NewTokenForm({ mayGive, onMade }: NewTokenFormProps) {
  const { t } = useI18n();
  const words = t.account.tokens;
  const [name, setName] = useState('');
  const [verbs, setVerbs] = useState<readonly TokenVerb[]>([]);
  const [days, setDays] = useState<Days>('90');
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const isNamed = name.trim() !== '';
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isNamed || verbs.length === 0) return;
    const body = { name, verbs, expiresAt: inDays(Number(days)) };
    const made = await send(() => api(paths.ownTokens(), { method: 'POST', body }));
    if (!made) return;
    setName('');
    setVerbs([]);
    setTried(false);
    onMade(made);
  };
  return (
    <details class="new-token">
      <summary>{words.make}</summary>
      <form onSubmit={submit} noValidate>
        <FailureNotice of={failure} />
        <TextInput
          id="token-name"
          label={words.name}
          hint={words.nameHint}
          error={tried && !isNamed ? words.missingName : undefined}
          value={name}
          maxLength={100}
          onInput={setName}
        />
        <CheckGroup
          id="token-verbs"
          label={words.verbs}
          error={tried && verbs.length === 0 ? words.missingVerbs : undefined}
          values={verbs}
          choices={mayGive.map((verb) => ({ value: verb, label: words.may[verb] }))}
          onChange={(chosen) => setVerbs(mayGive.filter((verb) => chosen.includes(verb)))}
        />
        <RadioGroup
          label={words.lasts}
          value={days}
          choices={lasts.map((value) => ({ value, label: words.days[value] }))}
          onChange={(chosen) => setDays(lasts.find((one) => one === chosen) ?? days)}
        />
        <p class="mt4">
          <Button type="submit" busy={busy}>
            {busy ? words.making : words.makeDo}
          </Button>
        </p>
      </form>
    </details>
  );
}
