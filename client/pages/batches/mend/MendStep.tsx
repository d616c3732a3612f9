import type { Ref } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { rejectedRows } from '../../../data/batch-state.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { announce } from '../../../ui/Announcer.tsx';
import { Button } from '../../../ui/Button.tsx';
import { send } from '../../../ui/icons.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { CountsBar } from '../CountsBar.tsx';
import { useDecisions } from '../check/file-decisions.ts';
import { decideForFile, type MendDesk, useMendDesk } from '../check/mend-desk.ts';
import { FileNotes } from '../FileNotes.tsx';
import { StepHead } from '../StepHead.tsx';
import './mend.css';
import { MendFacets } from './MendFacets.tsx';
import { MendGrid } from './MendGrid.tsx';
import { StoredRows } from './StoredRows.tsx';
import { ValuesPanel } from './ValuesPanel.tsx';

interface MendStepProps {
  readonly name: string;
  readonly survey: string;
  readonly headingRef: Ref<HTMLSpanElement>;
  readonly onBack: () => void;
  readonly onSend: () => void;
}

/** Every row was checked here: what is wrong, mended in place, before anything is sent. */
export function MendStep({ name, survey, headingRef, onBack, onSend }: MendStepProps) {
  const { t } = useI18n();
  const words = t.mend;
  const desk = useMendDesk();
  useResultSaid(desk);
  if (!desk) return null;
  const { summary, tookMs, isTooMuch, isKept, gained } = desk;
  const { counts, errors, skips } = summary;
  const { toFix, outside } = rejectedRows({ counts, errors, mended: 0 });
  return (
    <>
      <StepHead
        title={words.title(counts.rows, toFix)}
        text={words.took(name, Math.max(tookMs / 1000, 0.1).toFixed(1))}
        headingRef={headingRef}
      />
      <CountsBar checked batch={{ counts, errors, skips, mended: 0 }} />
      {gained !== 0 && (
        <p class={gained > 0 ? 'small gained' : 'small muted'}>{words.gained(gained)}</p>
      )}
      <FileNotes notes={summary.notes} />
      {outside > 0 && <Notice kind="warning">{words.outside(outside)}</Notice>}
      {!isKept && <Notice kind="warning">{words.notKept}</Notice>}
      {isTooMuch && <Notice kind="error">{words.tooMuch}</Notice>}
      <ValuesPanel desk={desk} />
      <div class="mend">
        <MendFacets desk={desk} />
        <MendGrid desk={desk} />
      </div>
      <StoredRows desk={desk} survey={survey} />
      <SendBar desk={desk} onBack={onBack} onSend={onSend} />
    </>
  );
}

interface SendBarProps extends Pick<MendStepProps, 'onBack' | 'onSend'> {
  readonly desk: MendDesk;
}

function SendBar({ desk, onBack, onSend }: SendBarProps) {
  const words = useI18n().t.mend;
  const { accepted, rejected } = desk.summary.counts;
  const decisions = useDecisions();
  const isHeldBack = decisions.policy === 'all-or-nothing' && rejected > 0;
  return (
    <div class="actionbar">
      <div class="row between">
        <Button onClick={onBack}>{words.back}</Button>
        <fieldset class="direction">
          <legend class="vh">{words.policy}</legend>
          {(['accept-good', 'all-or-nothing'] as const).map((policy) => (
            <label key={policy}>
              <input
                type="radio"
                name="policy"
                checked={decisions.policy === policy}
                onChange={() => decideForFile({ policy })}
              />
              {words.policies[policy]}
            </label>
          ))}
        </fieldset>
        <Button
          kind="primary"
          icon={send}
          disabled={accepted === 0 || isHeldBack || desk.isTooMuch}
          onClick={onSend}
        >
          {isHeldBack ? words.said(rejected) : sendWords(words, accepted)}
        </Button>
      </div>
    </div>
  );
}

function sendWords(words: Messages['mend'], accepted: number): string {
  return accepted > 0 ? words.send(accepted) : words.sendNone;
}

/** After every change how many are left to fix. */
function useResultSaid(desk: MendDesk | null): void {
  const { t } = useI18n();
  const [saidAt, setSaidAt] = useState(desk?.undoable ?? 0);
  const { undoable = 0, summary } = desk ?? {};
  useEffect(() => {
    if (undoable === saidAt || !summary) return;
    setSaidAt(undoable);
    announce(t.mend.said(rejectedRows({ ...summary, mended: 0 }).toFix));
  }, [undoable, saidAt, summary, t]);
}
