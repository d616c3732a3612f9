import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { User } from '../../../shared/api/session.ts';
import { ApiProblem, api } from '../../data/api.ts';
import { failureText } from '../../data/failure-text.ts';
import { renamed } from '../../data/session.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

export function NameForm({ user }: { readonly user: User }) {
  const { t } = useI18n();
  const words = t.account.name;
  const [name, setName] = useState(user.name);
  const [tried, setTried] = useState(false);
  const [state, setState] = useState<'idle' | 'busy' | 'saved' | ApiProblem>('idle');
  const isMissing = tried && name.trim() === '';
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || state === 'busy') return;
    setState('busy');
    try {
      renamed(await api(paths.me(), { method: 'PATCH', body: { name } }));
      setState('saved');
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setState(error);
    }
  };
  return (
    <form onSubmit={submit} noValidate>
      {state instanceof ApiProblem && (
        <Notice kind="error" live>
          {failureText(state, t)}
        </Notice>
      )}
      {state === 'saved' && (
        <Notice kind="ok" live>
          {words.saved}
        </Notice>
      )}
      <TextInput
        id="own-name"
        label={words.label}
        value={name}
        error={isMissing ? words.missing : undefined}
        autoComplete="name"
        maxLength={200}
        onInput={setName}
      />
      <p class="mt4">
        <Button type="submit" busy={state === 'busy'}>
          {words.save}
        </Button>
      </p>
    </form>
  );
}
