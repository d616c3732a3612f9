import { useMemo, useState } from 'preact/hooks';
import type { HowFilled } from '../../../shared/api/filling.ts';
import type { User } from '../../../shared/api/session.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import { photosPerIssue } from '../../../shared/photos/photo.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import type { RawResponse } from '../../../shared/survey/response.ts';
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { renewApp } from '../../data/app-files.ts';
import { useDistricts } from '../../data/districts.ts';
import type { Draft } from '../../data/outbox-store.ts';
import { serverNow, useClockOff } from '../../data/server-clock.ts';
import { useToday } from '../../data/use-today.ts';
import { useWatched } from '../../data/watched.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { download, refresh, send } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useCommonIssues } from './common-issues.ts';
import { FormBar } from './FormBar.tsx';
import { useAttempts } from './feedback.ts';
import { useFilling } from './filling.ts';
import type { FormCheck } from './form-check.ts';
import { questionsIn } from './form-layout.ts';
import { formRest, useRest } from './form-rest.ts';
import { AboutVisit, Questions } from './form-sections.tsx';
import { type FormValues, toDraft, toRaw } from './form-values.ts';
import { IssueList } from './IssueList.tsx';
import { LittleSpace } from './LittleSpace.tsx';
import { usePhotosMaking } from './photos-making.ts';
import { usePointedAt } from './pointed-at.ts';
import type { Around } from './question-props.ts';
import { useDraft } from './use-draft.ts';
import { type Sending, useSubmit } from './use-submit.ts';

/** What of a draft stays whatever is typed. */
export type BegunBefore = Pick<Draft, 'revision' | 'returned' | 'collectedBy'> & {
  /** null: begun by a version that did not keep it */
  readonly filling?: Draft['filling'] | null;
};

interface ResponseFormProps {
  readonly id: string;
  /** of a response that was sent back: the revision that this changes, and why */
  readonly mending: BegunBefore;
  /** what it was begun under */
  readonly survey: SurveyDefinition;
  /** the round as it stands now */
  readonly now: Survey;
  readonly user: User;
  readonly initial: FormValues;
  /** Rejects when this device cannot keep the set. */
  readonly onSend: (
    payload: RawResponse,
    filled: { readonly filling?: HowFilled },
  ) => Promise<void>;
}

export function ResponseForm(props: ResponseFormProps) {
  const { mending, survey, now, user, initial, onSend } = props;
  const { t } = useI18n();
  const [values, setValues] = useState(initial);
  const making = usePhotosMaking();
  const rest = useRest();
  const { today, districts, check } = useCheck(survey, values);
  const attempts = useAttempts(check);
  const { revision, returned } = mending;
  const filling = useFilling(mending.filling, values);
  const kept = { ...keptAs(props), ...filling.soFar };
  const given = () => ({ ...keptAs(props), ...filling.finished() });
  const draft = useDraft(kept, values === initial ? null : toDraft(check.safe, values));
  const around: Around = {
    values,
    ...changing(setValues),
    feedback: usePointedAt(attempts.feedback, returned, initial),
    today,
    scope: user.scope,
    districts,
    filling: { response: props.id, survey: survey.id, owner: user.username },
    photosPerIssue: photosPerIssue(survey),
    subPlans: survey.subPlans,
    making,
    common: useCommonIssues(survey.id, values, districts),
  };
  const asked = { survey, around };
  // asked whenever it matters, since the page may stay open over midnight; what was sent back is of the day that it says
  const off = useClockOff();
  const dayNow = () =>
    revision === undefined ? (rest?.dayToAsk(initial.day, values.day, off) ?? null) : null;
  const { sending, isAsked, submit } = useSubmit(values, {
    tryToSend: attempts.tryToSend,
    asks: () => dayNow() !== null,
    isReady: rest !== null,
    making,
    send: () => onSend(check.safe, filling.finished()),
  });
  const stale = isAsked ? dayNow() : null;
  const bad = new Set(attempts.entries.map(({ issue }) => values.issues[issue ?? -1]?.key ?? ''));

  return (
    <form class="collect" noValidate onSubmit={submit} onFocusOut={filling.settle}>
      <FormBar survey={survey} now={now} draft={draft} />
      <div class="collect-in">
        <ErrorSummary
          title={t.collect.summary(formatNumber(attempts.entries.length))}
          entries={attempts.entries}
          attempt={attempts.attempt}
        />
        {sending === 'failed' && (
          <CannotKeep onSave={() => void rest?.saveOne({ ...given(), payload: check.safe })} />
        )}
        <OnTop returned={returned} survey={survey} initial={initial} day={values.day} />
        <AboutVisit {...asked} />
        <section class="collect-issues" aria-labelledby="f-what">
          <h2 id="f-what" class="collect-title">
            {t.collect.what}
          </h2>
          <IssueList questions={questionsIn('issue', survey)} around={around} bad={bad} />
          <Questions id="f-after" title={t.collect.moreQuestions} part="after" {...asked} />
          <p class="small muted mt4">{t.collect.fillingSaid}</p>
        </section>
      </div>
      {stale && rest && <rest.StaleDay asked={stale} onToday={(day) => around.change({ day })} />}
      {sending === 'waits' && <RestMissing isKept={!draft.failed} />}
      <SendBar sending={sending} />
    </form>
  );
}

interface OnTopProps {
  readonly returned: Draft['returned'];
  readonly survey: SurveyDefinition;
  readonly initial: FormValues;
  readonly day: string;
}

/** What is said before the first question. */
function OnTop({ returned, survey, initial, day }: OnTopProps) {
  const rest = useRest();
  return (
    <>
      {returned && rest && (
        <rest.SentBackNotice returned={returned} survey={survey} values={initial} />
      )}
      {rest && <rest.ClockNotice day={day} />}
      <LittleSpace />
    </>
  );
}

/** Each change goes by what stands in the form when it is made: a photo takes a while, and typing goes on. */
function changing(set: (next: (now: FormValues) => FormValues) => void) {
  return {
    change: (part) => set((now) => ({ ...now, ...part })),
    changeIssue: (key, part) =>
      set((now) => ({
        ...now,
        issues: now.issues.map((one) => (one.key === key ? { ...one, ...part(one) } : one)),
      })),
  } satisfies Pick<Around, 'change' | 'changeIssue'>;
}

/** What the rules say of what stands in the form now. */
function useCheck(survey: SurveyDefinition, values: FormValues) {
  const today = useToday();
  const off = useClockOff();
  // on a device that is behind, what is today there is not in the future
  const there = off === null ? today : bangkokDay(serverNow(off));
  const [, latest = today] = [there, today].sort();
  const rest = useRest();
  const districts = useDistricts(rest !== null) ?? null;
  const check = useMemo(
    () =>
      rest?.checkForm(survey, values, { today: latest, ...(districts ? { districts } : {}) }) ??
      unread(survey, values),
    [rest, survey, values, latest, districts],
  );
  return { today, districts, check };
}

/** Until the rules are here: kept on this device as it was typed, since nothing may be lost; it leaves only once they have read it. */
const unread = ({ version }: SurveyDefinition, values: FormValues): FormCheck => ({
  errors: [],
  warnings: new Map(),
  safe: toRaw(values, version),
});

function SendBar({ sending }: { readonly sending: Sending }) {
  const { t } = useI18n();
  const words = {
    ...{ no: t.collect.send, failed: t.collect.send },
    ...{ busy: t.collect.saving, photos: t.collect.photos.waitFor, waits: t.collect.rest.waits },
  };
  return (
    <footer class="sticky">
      <Button
        kind="primary"
        type="submit"
        wide
        icon={send}
        busy={sending === 'busy' || sending === 'photos' || sending === 'waits'}
      >
        {words[sending]}
      </Button>
    </footer>
  );
}

function keptAs({ id, mending, survey, user }: ResponseFormProps) {
  const { filling: _before, ...kept } = mending;
  return { id, survey: survey.id, owner: user.username, ...kept };
}

/** The line broke between the form and what reads it, or another version has taken its place. */
function RestMissing({ isKept }: { readonly isKept: boolean }) {
  const { t } = useI18n();
  if (!useWatched(formRest.isMissing)) return null;
  return (
    <Notice kind="offline" title={t.collect.rest.missing} live>
      {isKept && (
        <>
          <p>{t.collect.rest.missingWhy}</p>
          <Button icon={refresh} onClick={() => void renewApp()}>
            {t.collect.rest.loadAgain}
          </Button>
        </>
      )}
    </Notice>
  );
}

/** Nothing typed is lost: it stays on the page, and it can leave as a file. */
function CannotKeep({ onSave }: { readonly onSave: () => void }) {
  const { t } = useI18n();
  return (
    <Notice kind="error" title={t.collect.cannotKeep} live>
      <p>{t.collect.cannotKeepWhy}</p>
      <Button icon={download} onClick={onSave}>
        {t.collect.saveAsFile}
      </Button>
    </Notice>
  );
}
