import type { Survey } from '../../../shared/api/surveys.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import { whyNotOpen } from '../../../shared/survey/round-state.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useOnline } from '../../data/outbox-status.ts';
import { newestFirst } from '../../data/pick-round.ts';
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import { formatTime } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { notOpenText } from '../../i18n/round-text.ts';
import { usePageAddress } from '../../router.ts';
import { switchRound } from '../../switch-round.ts';
import { Button } from '../../ui/Button.tsx';
import { useFieldBar } from '../../ui/field-bar.ts';
import { Notice } from '../../ui/Notice.tsx';
import { running } from '../../ui/Running.tsx';
import { phoneWidth, useMedia } from '../../ui/use-media.ts';
import type { DraftState } from './use-draft.ts';

interface FormBarProps {
  readonly survey: SurveyDefinition;
  /** the round as it stands now */
  readonly now: Survey;
  readonly draft: DraftState;
}

/** Stays on top of the form: which survey, whether the draft is safe, and what stands in the way of sending. */
export function FormBar({ survey, now, draft }: FormBarProps) {
  const speech = useI18n();
  const { t, lang } = speech;
  const closed = notOpenText(now, speech, new Date());
  const opensLater = whyNotOpen(now, new Date()) === 'not-yet';
  const online = useOnline();
  const { expired } = useSession();
  const { address } = usePageAddress();
  return (
    <>
      <Head title={nameIn(survey, lang)} draft={draft} />
      {!online && (
        <Notice kind="offline" live>
          <p>{t.collect.offline}</p>
        </Notice>
      )}
      {expired && (
        <Notice kind="offline" live>
          <p>
            {t.collect.expired}{' '}
            <a href={`#/signin?next=${encodeURIComponent(address)}`}>{t.collect.signIn}</a>
          </p>
        </Notice>
      )}
      {closed !== null && (
        <Notice kind="warning" title={closed}>
          <p>{running(t.collect.closed[opensLater ? 'notYet' : 'over'])}</p>
          <OtherRound not={now.id} />
        </Notice>
      )}
      {now.version > survey.version && (
        <Notice kind="offline">
          <p>{t.collect.olderVersion}</p>
        </Notice>
      )}
    </>
  );
}

/** Another round is open: the way to its form. What is filled in here stays. */
function OtherRound({ not }: { readonly not: string }) {
  const { t } = useI18n();
  const { surveys } = useSurvey();
  const open = newestFirst(surveys).find((one) => one.open && one.id !== not);
  if (!open) return null;
  return (
    <p class="mt2">
      <Button dense onClick={() => switchRound(open.id, '/collect', new URLSearchParams())}>
        {t.collect.toOpenRound}
      </Button>
    </p>
  );
}

/** On a phone the top bar says it. */
function Head({ title, draft }: { readonly title: string; readonly draft: DraftState }) {
  const { t, lang } = useI18n();
  const isPhone = useMedia(phoneWidth);
  const { savedAt, failed } = draft;
  const when = savedAt === null ? null : formatTime(new Date(savedAt).toISOString(), lang);
  const saved = when ? t.collect.draftSaved(when) : t.collect.draftNone;
  const note = failed ? t.collect.draftNotSaved : saved;
  useFieldBar(title, note, failed);
  if (isPhone) return <h1 class="vh">{title}</h1>;
  return (
    <div class="fbar">
      <h1>{title}</h1>
      <small class={failed ? 'draft-failed' : ''}>{note}</small>
    </div>
  );
}
