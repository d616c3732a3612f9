// One round: its draft, what publishing it touches, and its state.
import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { RoundDraft } from '../../../shared/api/rounds.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { PageHead } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { DraftForm } from './DraftForm.tsx';
import { ImpactPanel } from './ImpactPanel.tsx';
import { RoundStateTag } from './RoundStateTag.tsx';
import { StatePanel } from './StatePanel.tsx';
import './rounds.css';

export function RoundPage({ params }: PageProps) {
  const { t, lang } = useI18n();
  const words = t.rounds;
  const id = params.id ?? '';
  const rounds = useQuery(paths.rounds());
  const draft = useQuery(paths.draft(encodeURIComponent(id)));
  // each draft that was stored is asked about anew
  const [stored, setStored] = useState(0);
  const round = rounds.data?.items.find((one) => one.id === id);
  const error = draft.error ?? rounds.error;
  if (!draft.data || !round)
    return (
      <div class="wrap page rounds">
        {error ? (
          <ProblemState problem={error} onRetry={draft.refetch} />
        ) : (
          <LoadingState lines={10} />
        )}
      </div>
    );
  const keep = (next: RoundDraft) => {
    draft.replace(next);
    setStored((n) => n + 1);
  };
  const again = () => {
    rounds.refetch();
    draft.refetch();
    setStored((n) => n + 1);
  };
  return (
    <div class="wrap page rounds">
      <PageHead
        crumb={
          <>
            <a href="#/admin/rounds">{words.back}</a> › {id}
          </>
        }
        title={words.title(nameIn(draft.data.content, lang), formatNumber(round.version + 1))}
        text={
          <>
            <RoundStateTag round={round} />{' '}
            {round.version > 0
              ? words.published(formatNumber(round.version))
              : words.neverPublished}
          </>
        }
      />
      <div class="round-grid">
        <DraftForm
          key={`${draft.data.revision}`}
          draft={draft.data}
          round={round}
          onSaved={keep}
          onPublished={again}
          onDropped={() => (round.version === 0 ? navigate('/admin/rounds') : again())}
          onReload={again}
        />
        <div>
          <ImpactPanel draft={draft.data} round={round} stored={stored} />
          {round.state !== 'draft' && <StatePanel round={round} onChanged={again} />}
        </div>
      </div>
    </div>
  );
}
