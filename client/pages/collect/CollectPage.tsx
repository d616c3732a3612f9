import { useEffect, useState } from 'preact/hooks';
import type { User } from '../../../shared/api/session.ts';
import { openDrafts } from '../../data/draft-lock.ts';
import { newId } from '../../data/new-id.ts';
import {
  allDrafts,
  type Draft,
  deleteDraft,
  readDraft,
  writeDraft,
} from '../../data/outbox-store.ts';
import { useSession } from '../../data/session.ts';
import { keepSurveyFresh, refreshSurvey, useSurvey } from '../../data/survey.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { formRest, useRest } from './form-rest.ts';
import { OneResponse } from './OneResponse.tsx';
import { RestComing } from './RestComing.tsx';
import { UndoToast } from './UndoToast.tsx';
import './collect.css';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The draft's id stands in the address, so a reloaded page finds its own draft again. */
export function CollectPage({ query }: PageProps) {
  const { t } = useI18n();
  const { user } = useSession();
  const { survey, error } = useSurvey();
  useEffect(keepSurveyFresh, []);
  if (!user) return null;
  if (!survey) {
    if (!error) return <LoadingState />;
    return (
      <ErrorState
        title={t.collect.noSurvey}
        text={t.collect.noSurveyWhy}
        onRetry={() => void refreshSurvey()}
      />
    );
  }
  const id = query.get('draft') ?? '';
  if (!uuid.test(id)) return <ChooseDraft key={user.username} user={user} />;
  return (
    <OneResponse
      key={`${id} ${user.username}`}
      id={id}
      survey={survey}
      user={user}
      onStartNew={startNew}
    />
  );
}

function startNew(): void {
  navigate(`/collect?draft=${newId()}`, { replace: true });
  scrollTo(0, 0);
}

function ChooseDraft({ user }: { readonly user: User }) {
  const { t } = useI18n();
  const [drafts, setDrafts] = useState<readonly Draft[] | null>(null);
  const [elsewhere, setElsewhere] = useState<ReadonlySet<string>>(new Set());
  const [deleted, setDeleted] = useState<Draft | null>(null);
  const read = async () => {
    const found = await allDrafts(user.username).catch(() => []);
    setElsewhere(await openDrafts());
    setDrafts(found);
    return found;
  };
  // read once, when the page opens
  useEffect(() => {
    void read().then((found) => found.length === 0 && startNew());
  }, []);

  // its deletion cannot be undone any more once its toast is gone
  useEffect(() => (deleted ? () => dropPhotosIfGone(deleted) : undefined), [deleted?.id]);

  const rest = useRest();
  if (!rest) return <RestComing />;
  if (!drafts) return <LoadingState />;
  return (
    <>
      <rest.DraftList
        drafts={drafts}
        elsewhere={elsewhere}
        onStartNew={startNew}
        onDelete={(draft) =>
          void deleteDraft(draft.id)
            .then(read)
            .then(() => setDeleted(draft))
        }
      />
      {deleted && (
        <UndoToast
          key={deleted.id}
          text={t.collect.draftDeleted}
          onUndo={() =>
            void writeDraft(deleted)
              .then(read)
              .then(() => setDeleted(null))
          }
          onClose={() => setDeleted(null)}
        />
      )}
    </>
  );
}

function dropPhotosIfGone({ id }: Draft): void {
  readDraft(id)
    .then((broughtBack) => (broughtBack ? undefined : formRest.get()))
    .then((rest) => rest?.dropPhotosOf(id))
    .catch(() => undefined); // tidied away later
}
