import { placeLine } from '../../../shared/places/place-line.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { summarise } from '../../data/outbox-machine.ts';
import type { Draft } from '../../data/outbox-store.ts';
import { useSurvey } from '../../data/survey.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button, ButtonLink, IconButton } from '../../ui/Button.tsx';
import { clipboardList, pencil, trash } from '../../ui/icons.ts';
import { PageHead } from '../../ui/Layout.tsx';
import { momentWords } from './moment-words.ts';

interface DraftListProps {
  readonly drafts: readonly Draft[];
  /** ids of drafts that another page has open */
  readonly elsewhere: ReadonlySet<string>;
  readonly onDelete: (draft: Draft) => void;
  readonly onStartNew: () => void;
}

/** Offered when coming back: go on with a draft, or begin anew. */
export function DraftList({ drafts, elsewhere, onDelete, onStartNew }: DraftListProps) {
  const { t } = useI18n();
  return (
    <div class="wrap page">
      <PageHead title={t.collect.drafts(formatNumber(drafts.length))} text={t.collect.draftsWhy} />
      <ul class="drafts">
        {drafts.map((draft) => (
          <DraftItem
            key={draft.id}
            draft={draft}
            isElsewhere={elsewhere.has(draft.id)}
            onDelete={() => onDelete(draft)}
          />
        ))}
      </ul>
      <p class="mt5">
        <Button kind="primary" icon={clipboardList} onClick={onStartNew}>
          {t.collect.startNew}
        </Button>
      </p>
    </div>
  );
}

interface DraftItemProps {
  readonly draft: Draft;
  readonly isElsewhere: boolean;
  readonly onDelete: () => void;
}

function DraftItem({ draft, isElsewhere, onDelete }: DraftItemProps) {
  const { t, lang } = useI18n();
  const { surveys } = useSurvey();
  const summary = summarise(draft.values);
  const place = placeLine(summary, lang) || t.collect.noPlaceYet;
  const round = surveys.find(({ id }) => id === draft.survey);
  const first = draft.values.issues?.[0]?.title;
  return (
    <li class="item wait">
      <div class="row between">
        <h2>{place}</h2>
        {!isElsewhere && (
          <IconButton icon={trash} label={t.collect.deleteDraft(place)} onClick={onDelete} />
        )}
      </div>
      {first && <p>{first}</p>}
      <p class="small">{round ? nameIn(round, lang) : draft.survey}</p>
      <p class="small muted">
        {t.sending.problems(formatNumber(summary.issues))} ·{' '}
        {t.collect.changedAt(momentWords(draft.changedAt, Date.now(), lang, t))}
      </p>
      {isElsewhere ? (
        <p class="tag offline">{t.collect.openElsewhere}</p>
      ) : (
        <p class="mt2">
          <ButtonLink href={`#/collect?draft=${draft.id}`} icon={pencil}>
            {t.collect.continueDraft}
          </ButtonLink>
        </p>
      )}
    </li>
  );
}
