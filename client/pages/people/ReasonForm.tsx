import { useState } from 'preact/hooks';
import type { ReasonTemplate, ReasonTemplateChange } from '../../../shared/api/offices.ts';
import { paths } from '../../../shared/api/paths.ts';
import { inMembers, labelIn, langs, type Names } from '../../../shared/text/names.ts';
import { api } from '../../data/api.ts';
import { useSending } from '../../data/use-sending.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

/** without the others its words stand */
const [master] = langs;

interface ReasonFormProps {
  readonly office: string;
  /** null: a new one */
  readonly reason: ReasonTemplate | null;
  readonly onSaved: () => void;
}

export function ReasonForm({ office, reason, onSaved }: ReasonFormProps) {
  const { t } = useI18n();
  const words = t.people.reasons;
  const [labels, setLabels] = useState<Names>(() => labelsOf(reason));
  const [tried, setTried] = useState(false);
  const { busy, failure, send } = useSending();
  const isMissing = labels[master].trim() === '';
  const store = async (change: ReasonTemplateChange, said: string) => {
    const saved = await send(() =>
      reason
        ? api(paths.reasonTemplate(office, reason.id), { method: 'PATCH', body: change })
        : api(paths.reasonTemplates(office), { method: 'POST', body: change }),
    );
    if (!saved) return;
    announce(said);
    onSaved();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const given = inMembers('label', labels);
    if (isMissing) document.getElementById(`reason-${master}`)?.focus();
    else void store({ ...given, labelEn: labels.en.trim() || null }, words.saved);
  };
  return (
    <form onSubmit={submit} noValidate>
      <FailureNotice of={failure} />
      {langs.map((lang) => (
        <TextArea
          key={lang}
          id={`reason-${lang}`}
          label={words.labels[lang]}
          error={lang === master && tried && isMissing ? words.missing : undefined}
          maxLength={300}
          value={labels[lang]}
          onInput={(text) => setLabels({ ...labels, [lang]: text })}
        />
      ))}
      <p class="row mt5">
        <Button kind="primary" type="submit" busy={busy}>
          {busy ? t.people.form.saving : t.people.form.save}
        </Button>
        {reason && (
          <StateButton reason={reason} busy={busy} onState={(...to) => void store(...to)} />
        )}
      </p>
    </form>
  );
}

interface StateButtonProps {
  readonly reason: ReasonTemplate;
  readonly busy: boolean;
  readonly onState: (change: ReasonTemplateChange, said: string) => void;
}

/** Retiring is undone by offering it again. */
function StateButton({ reason, busy, onState }: StateButtonProps) {
  const { t } = useI18n();
  const words = t.people.reasons;
  return reason.state === 'active' ? (
    <Button busy={busy} onClick={() => onState({ state: 'retired' }, words.retiredNow)}>
      {words.retire}
    </Button>
  ) : (
    <Button busy={busy} onClick={() => onState({ state: 'active' }, words.saved)}>
      {words.offer}
    </Button>
  );
}

function labelsOf(reason: ReasonTemplate | null): Names {
  if (!reason) return { th: '', en: '' };
  const { labelEn } = reason;
  return { th: labelIn(reason, 'th'), en: labelEn ?? '' };
}
