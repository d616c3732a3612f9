// How people sign in: which roles must have a second factor.
import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { SignInRules } from '../../../shared/api/second-factor.ts';
import { api } from '../../data/api.ts';
import { useSession } from '../../data/session.ts';
import { useQuery } from '../../data/use-query.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { CheckGroup } from '../../ui/CheckGroup.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { running } from '../../ui/Running.tsx';
import './people.css';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { SectionTabs } from './SectionTabs.tsx';

type Role = SignInRules['secondFactor'][number];
const choosable: readonly Role[] = ['officer', 'planner', 'administrator'];

export function SignInRulesPage() {
  const { t } = useI18n();
  const words = t.people.signIn;
  const rules = useQuery(paths.signInRules());
  const { data, error } = rules;
  return (
    <div class="wrap page people">
      <PageHead title={<Phrases text={words.title} />} text={words.lead} />
      <SectionTabs shown="sign-in" />
      {error && !data && <ProblemState problem={error} onRetry={rules.refetch} />}
      {!data && !error && <LoadingState lines={6} />}
      {data && (
        <section class="panel mt4">
          <h2>{words.factor}</h2>
          <p class="small muted">{running(words.factorWhy)}</p>
          <Rules rules={data} onSaved={rules.replace} />
        </section>
      )}
    </div>
  );
}

interface RulesProps {
  readonly rules: SignInRules;
  readonly onSaved: (rules: SignInRules) => void;
}

function Rules({ rules, onSaved }: RulesProps) {
  const { t } = useI18n();
  const words = t.people.signIn;
  const own = useQuery(paths.secondFactor());
  const { user } = useSession();
  const [chosen, setChosen] = useState<readonly string[]>(rules.secondFactor);
  const [isSaved, setSaved] = useState(false);
  const { busy, failure, send } = useSending();
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setSaved(false);
    const body = { secondFactor: chosen };
    const after = await send(() => api(paths.signInRules(), { method: 'PUT', body }));
    if (!after) return;
    setSaved(true);
    announce(words.saved);
    onSaved(after);
  };
  const isOwn = user !== null && chosen.includes(user.role) && own.data?.since === null;
  return (
    <form onSubmit={save} noValidate>
      <CheckGroup
        label={words.must}
        values={chosen}
        choices={choosable.map((role) => ({ value: role, label: labelOf(role) }))}
        onChange={setChosen}
      />
      {isOwn && <Notice kind="warning">{words.yourself}</Notice>}
      <FailureNotice of={failure} />
      {isSaved && <Notice kind="ok">{words.saved}</Notice>}
      <p class="mt4">
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? words.saving : words.save}
        </Button>
      </p>
    </form>
  );

  function labelOf(role: Role): string {
    const count = rules.people.find((one) => one.role === role);
    const [having = 0, all = 0] = [count?.withSecondFactor, count?.people];
    return words.count(t.shell.roles[role], formatNumber(having), formatNumber(all));
  }
}
