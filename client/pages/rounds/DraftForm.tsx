// The draft of a round as a form; it is stored by a button, and published by the bar at the foot.
import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Round, RoundDraft } from '../../../shared/api/rounds.ts';
import { api } from '../../data/api.ts';
import { failureText } from '../../data/failure-text.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AboutPanel } from './AboutPanel.tsx';
import { type RoundValues, roundErrors, toChange, toRoundValues } from './round-values.ts';
import { SubPlansPanel } from './SubPlansPanel.tsx';
import { TextsPanel } from './TextsPanel.tsx';

interface DraftFormProps {
  readonly draft: RoundDraft;
  readonly round: Round;
  readonly onSaved: (draft: RoundDraft) => void;
  readonly onPublished: () => void;
  readonly onDropped: () => void;
  readonly onReload: () => void;
}

export function DraftForm(props: DraftFormProps) {
  const { draft, round } = props;
  const { t, lang } = useI18n();
  const words = t.rounds;
  const [values, setValues] = useState<RoundValues>(() => toRoundValues(draft, lang));
  const [touched, setTouched] = useState(false);
  const { busy, failure, send } = useSending();
  const errors = roundErrors(values, t);
  const isWhole = Object.keys(errors).length === 0;
  const change = (part: Partial<RoundValues>) => {
    setTouched(true);
    setValues((now) => ({ ...now, ...part }));
  };
  const at = encodeURIComponent(draft.id);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!isWhole) return document.querySelector<HTMLElement>('.rounds [aria-invalid]')?.focus();
    const body = toChange(values, draft);
    const next = await send(() => api(paths.draft(at), { method: 'PATCH', body }));
    if (next) props.onSaved(next);
  };
  const publish = async () => {
    const body = { revision: draft.revision };
    const next = await send(() => api(paths.roundVersions(at), { method: 'POST', body }));
    if (!next) return;
    announce(words.publishedNow(formatNumber(next.version)));
    props.onPublished();
  };
  const drop = async () => {
    const done = await send(async () => {
      await api(paths.draft(at), { method: 'DELETE' });
      return true;
    });
    if (done) props.onDropped();
  };
  return (
    <form class="round-form" noValidate onSubmit={(event) => void save(event)}>
      {failure && (
        <Notice kind="error" live>
          <p>{failureText(failure, t)}</p>
          {failure.type === 'round-changed' && (
            <Button dense onClick={props.onReload}>
              {words.reload}
            </Button>
          )}
        </Notice>
      )}
      <AboutPanel values={values} errors={errors} onChange={change} />
      <SubPlansPanel subPlans={values.subPlans} onChange={(subPlans) => change({ subPlans })} />
      <TextsPanel draft={draft} values={values} onChange={change} />
      <Bar
        draft={draft}
        round={round}
        touched={touched}
        busy={busy}
        onDrop={() => void drop()}
        onPublish={() => void publish()}
      />
    </form>
  );
}

interface BarProps extends Pick<DraftFormProps, 'draft' | 'round'> {
  /** something is not stored yet */
  readonly touched: boolean;
  readonly busy: boolean;
  readonly onDrop: () => void;
  readonly onPublish: () => void;
}

function Bar({ draft, round, touched, busy, onDrop, onPublish }: BarProps) {
  const { t, lang } = useI18n();
  const words = t.rounds;
  const says = touched
    ? words.unsaved
    : draft.changedAt
      ? words.saved(formatInstant(draft.changedAt, lang))
      : words.noDraft;
  return (
    <div class="round-bar">
      <p>
        <strong>{says}</strong>{' '}
        {round.version > 0 && words.countDifferences(formatNumber(draft.differences.length))}
      </p>
      <div class="row">
        {draft.changedAt && (
          <Button kind="quiet" busy={busy} onClick={onDrop}>
            {words.discard}
          </Button>
        )}
        <Button type="submit" busy={busy}>
          {busy ? words.saving : words.save}
        </Button>
        <Button
          kind="primary"
          busy={busy}
          disabled={touched || !draft.changedAt || draft.faults.length > 0}
          onClick={onPublish}
        >
          {words.publish(formatNumber(round.version + 1))}
        </Button>
      </div>
    </div>
  );
}
