import { useEffect, useState } from 'preact/hooks';
import type { User } from '../../../shared/api/session.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import { onlyProvince } from '../../../shared/places/scope.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition.ts';
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { lookAtRound } from '../../data/chosen-round.ts';
import { definitionOf, keepDefinition } from '../../data/definitions.ts';
import { openDraft } from '../../data/draft-lock.ts';
import type { OutboxSet, RefusedSet } from '../../data/outbox-set.ts';
import { useOutbox } from '../../data/outbox-status.ts';
import { type Draft, readDraft } from '../../data/outbox-store.ts';
import { useSurvey } from '../../data/survey.ts';
import { formatDay } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { formRest, useRest } from './form-rest.ts';
import { emptyValues, type FormValues, fromRaw } from './form-values.ts';
import { type BegunBefore, ResponseForm } from './ResponseForm.tsx';
import { RestComing } from './RestComing.tsx';

interface OneResponseProps {
  readonly id: string;
  readonly survey: Survey;
  readonly user: User;
  readonly onStartNew: () => void;
}

/** One id from its first letter to its receipt: the form, then the set it became. */
export function OneResponse({ id, survey, user, onStartNew }: OneResponseProps) {
  const { sets, queue, ready, broken } = useOutbox();
  const rest = useRest();
  const set = sets.find((one) => one.id === id);
  if (!ready && !broken) return <LoadingState />;
  if (set) {
    if (!rest) return <RestComing />;
    const fix = (refused: RefusedSet) =>
      void rest
        .fixSet(refused)
        .then((draft) => navigate(`/collect?draft=${draft}`, { replace: true }));
    return <rest.SavedSet set={set} queue={queue} onFix={fix} onStartNew={onStartNew} />;
  }
  return <Filling id={id} survey={survey} user={user} last={sets[0]} onStartNew={onStartNew} />;
}

interface FillingProps extends OneResponseProps {
  /** the set this person saved before, whose place is proposed */
  readonly last: OutboxSet | undefined;
}

/** What the form begins with: it is not replaced under what is typed, whatever is published meanwhile. */
interface Begun {
  readonly values: FormValues;
  readonly definition: Survey;
  readonly mending: BegunBefore;
}

function Filling({ id, survey, user, last, onStartNew }: FillingProps) {
  const { t, lang } = useI18n();
  const { surveys } = useSurvey();
  const [begun, setBegun] = useState<Begun | 'elsewhere' | null>(null);
  // what is typed must not be replaced later
  useEffect(() => {
    let isGone = false;
    let release: (() => void) | null = null;
    void openDraft(id).then(async (held) => {
      release = held;
      if (isGone) return held?.();
      if (!held) return setBegun('elsewhere');
      const draft = await readDraft(id).catch(() => undefined);
      // somebody else's, who was signed in here until now: it waits for them
      if (draft && draft.owner !== user.username) return onStartNew();
      const mine = draft;
      const definition = (mine && (await begunUnder(mine, surveys))) ?? survey;
      keepDefinition(definition);
      // the page is about the round of its draft
      if (definition.id !== survey.id) lookAtRound(definition.id);
      const today = formatDay(bangkokDay(new Date()), lang);
      const values = mine ? fromRaw(mine.values) : emptyValues(today, proposedPlace(user, last));
      setBegun({ values, definition, mending: mine ? mendingOf(mine) : {} });
    });
    return () => {
      isGone = true;
      release?.();
    };
  }, []);

  if (begun === null) return <LoadingState />;
  if (begun === 'elsewhere') {
    return (
      <EmptyState title={t.collect.openElsewhere} text={t.collect.openElsewhereWhy}>
        <Button kind="primary" onClick={onStartNew}>
          {t.collect.startNew}
        </Button>
      </EmptyState>
    );
  }
  const { definition, mending, values } = begun;
  return (
    <ResponseForm
      id={id}
      mending={mending}
      // the wire's `kind` is a plain text, because old clients may meet new kinds
      survey={definition as Survey & SurveyDefinition}
      now={surveys.find((one) => one.id === definition.id) ?? definition}
      user={user}
      initial={values}
      onSend={(payload, filled) => {
        // asked for when there is something to lose, and never waited for
        void navigator.storage?.persist?.();
        const given = { id, survey: definition.id, owner: user.username, payload };
        const { returned: _said, filling: _before, ...kept } = mending;
        return formRest.get().then(({ saveSet }) => saveSet({ ...given, ...kept, ...filled }));
      }}
    />
  );
}

const mendingOf = ({ revision, returned, collectedBy, filling }: Draft): BegunBefore => ({
  filling: filling ?? null,
  ...(collectedBy !== undefined && { collectedBy }),
  ...(revision !== undefined && { revision }),
  ...(returned && { returned }),
});

function begunUnder({ survey, values }: Draft, surveys: readonly Survey[]): Promise<Survey | null> {
  const now = surveys.find(({ id }) => id === survey);
  const version = typeof values.version === 'number' ? values.version : (now?.version ?? 1);
  return definitionOf({ id: survey, version }, now);
}

/** Visits of one day are near each other: the province of the last set, or the only one there is. */
function proposedPlace(user: User, last: OutboxSet | undefined): Partial<FormValues> {
  if (last?.summary.province) {
    return { province: last.summary.province, district: last.summary.district ?? '' };
  }
  const province = onlyProvince(user.scope);
  return province === null ? {} : { province };
}
