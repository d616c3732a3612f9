import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useOnline } from '../../data/outbox-status.ts';
import { useSession } from '../../data/session.ts';
import { formatTime } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { usePageAddress } from '../../router.ts';
import { useFieldBar } from '../../ui/field-bar.ts';
import { Notice } from '../../ui/Notice.tsx';
import { phoneWidth, useMedia } from '../../ui/use-media.ts';
import type { DraftState } from './use-draft.ts';

interface FormBarProps {
  readonly survey: SurveyDefinition & { readonly open?: boolean };
  readonly draft: DraftState;
}

/** Stays on top of the form: which survey, whether the draft is safe, and what stands in the way of sending. */
export function FormBar({ survey, draft }: FormBarProps) {
  const { t, lang } = useI18n();
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
      {survey.open === false && (
        <Notice kind="warning">
          <p>{t.collect.closed}</p>
        </Notice>
      )}
    </>
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
