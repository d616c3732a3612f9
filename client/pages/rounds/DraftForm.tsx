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
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { running } from '../../ui/Running.tsx';
import { AboutPanel } from './AboutPanel.tsx';
import { type RoundValues, roundErrors, toChange, toRoundValues } from './round-values.ts';
import { SubPlansPanel } from './SubPlansPanel.tsx';
import { TextsPanel } from './TextsPanel.tsx';

interface DraftFormProps {
  readonly draft: RoundDraft;
  readonly round: Round;
  readonly onSaved: (draft: RoundDraft) => void;
  readonly onPublished: (version: number) => void;
  readonly onDropped: () => void;
  readonly onReload: () => void;
}

type Asked = 'publish' | 'discard';

export function DraftForm(props: DraftFormProps) {
  const { draft, round } = props;
  const { t, lang } = useI18n();
  const words = t.rounds;
  const [values, setValues] = useState<RoundValues>(() => toRoundValues(draft, lang));
  const [touched, setTouched] = useState(false);
  const [asking, setAsking] = useState<Asked | null>(null);
  const errors = roundErrors(values, t);
  const { busy, failure, save, publish, drop } = useDraftActs(props);
  const change = (part: Partial<RoundValues>) => {
    setTouched(true);
    setValues((now) => ({ ...now, ...part }));
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (Object.keys(errors).length > 0) return;
    if (await save(values)) setTouched(false);
  };
  const act = async () => {
    await (asking === 'publish' ? publish() : drop());
    setAsking(null);
  };
  return (
    <form class="round-form" noValidate onSubmit={(event) => void submit(event)}>
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
      <SubPlansPanel
        subPlans={values.subPlans}
        error={errors.codes}
        onChange={(subPlans) => change({ subPlans })}
      />
      <TextsPanel draft={draft} values={values} onChange={change} />
      <Bar draft={draft} round={round} touched={touched} busy={busy} onAsk={setAsking} />
      <BeforeAct
        asked={asking}
        version={round.version}
        busy={busy}
        onDo={() => void act()}
        onClose={() => setAsking(null)}
      />
    </form>
  );
}

/** What is done with the draft, one thing at a time. */
function useDraftActs({ draft, onSaved, onPublished, onDropped }: DraftFormProps) {
  const { t } = useI18n();
  const { busy, failure, send } = useSending();
  const at = encodeURIComponent(draft.id);
  /** true: it is stored */
  const save = async (values: RoundValues): Promise<boolean> => {
    const body = toChange(values, draft);
    const next = await send(() => api(paths.draft(at), { method: 'PATCH', body }));
    if (!next) return false;
    announce(t.rounds.savedNow);
    onSaved(next);
    return true;
  };
  const publish = async () => {
    const body = { revision: draft.revision };
    const next = await send(() => api(paths.roundVersions(at), { method: 'POST', body }));
    if (next) onPublished(next.version);
  };
  const drop = async () => {
    const done = await send(async () => {
      await api(paths.draft(at), { method: 'DELETE' });
      return true;
    });
    if (done) onDropped();
  };
  return { busy, failure, save, publish, drop };
}

interface BarProps extends Pick<DraftFormProps, 'draft' | 'round'> {
  /** something is not stored yet */
  readonly touched: boolean;
  readonly busy: boolean;
  readonly onAsk: (act: Asked) => void;
}

function Bar({ draft, round, touched, busy, onAsk }: BarProps) {
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
          <Button kind="quiet" busy={busy} onClick={() => onAsk('discard')}>
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
          onClick={() => onAsk('publish')}
        >
          {words.publish(formatNumber(round.version + 1))}
        </Button>
      </div>
    </div>
  );
}

interface BeforeActProps {
  readonly asked: Asked | null;
  /** the one in use; 0: none was published */
  readonly version: number;
  readonly busy: boolean;
  readonly onDo: () => void;
  readonly onClose: () => void;
}

/** Neither can be taken back: what it does is said first. */
function BeforeAct({ asked, version, busy, onDo, onClose }: BeforeActProps) {
  const { t } = useI18n();
  const words = t.rounds;
  const isPublish = asked === 'publish';
  const next = formatNumber(version + 1);
  const does = isPublish
    ? words.publishDoes[version === 0 ? 'first' : 'next'](next)
    : words.discardDoes[version === 0 ? 'first' : 'next'];
  return (
    <ConfirmDialog
      open={asked !== null}
      title={isPublish ? words.publishAsk(next) : words.discardAsk}
      act={isPublish ? (busy ? words.publishing : words.publishDo) : words.discardDo}
      kind={isPublish ? 'primary' : 'danger'}
      busy={busy}
      onDo={onDo}
      onClose={onClose}
    >
      <p class="mt2">{running(does)}</p>
      <p class="mt2">{running(isPublish ? words.publishFinal : words.discardFinal)}</p>
    </ConfirmDialog>
  );
}
