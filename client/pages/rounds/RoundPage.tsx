// One round: its draft, what publishing it touches, and its state.
import { useRef, useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Round, RoundDraft } from '../../../shared/api/rounds.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { PageHead } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DraftForm } from './DraftForm.tsx';
import { ImpactPanel } from './ImpactPanel.tsx';
import { RoundStateTag } from './RoundStateTag.tsx';
import { StatePanel } from './StatePanel.tsx';
import './rounds.css';

export function RoundPage({ params }: PageProps) {
  const words = useI18n().t.rounds;
  const id = params.id ?? '';
  const rounds = useQuery(paths.rounds());
  const draft = useQuery(paths.draft(encodeURIComponent(id)));
  // each draft that was stored is asked about anew
  const [stored, setStored] = useState(0);
  const [done, setDone] = useState({ text: '', no: 0 });
  // what is typed stays when it is saved; a draft that came otherwise is shown anew
  const [saved, shown] = [useRef(-1), useRef(-1)];
  if (draft.data && draft.data.revision !== saved.current) shown.current = draft.data.revision;
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
    saved.current = next.revision;
    draft.replace(next);
    setStored((n) => n + 1);
    setDone(({ no }) => ({ text: '', no }));
  };
  const again = (said = '') => {
    rounds.refetch();
    draft.refetch();
    setStored((n) => n + 1);
    setDone(({ no }) => ({ text: said, no: no + 1 }));
  };
  return (
    <div class="wrap page rounds">
      <Head draft={draft.data} round={round} />
      {done.text && (
        <Notice key={done.no} kind="ok" takesFocus>
          {done.text}
        </Notice>
      )}
      <div class="round-grid">
        <DraftForm
          key={shown.current}
          draft={draft.data}
          round={round}
          onSaved={keep}
          onPublished={(version) => again(words.publishedNow(formatNumber(version)))}
          onDropped={() =>
            round.version === 0 ? navigate('/admin/rounds') : again(words.discarded)
          }
          onReload={() => again()}
        />
        <div>
          <ImpactPanel draft={draft.data} round={round} stored={stored} />
          {round.state !== 'draft' && <StatePanel round={round} onChanged={again} />}
        </div>
      </div>
    </div>
  );
}

interface HeadProps {
  readonly draft: RoundDraft;
  readonly round: Round;
}

function Head({ draft, round }: HeadProps) {
  const { t, lang } = useI18n();
  const words = t.rounds;
  const { version, state } = round;
  return (
    <PageHead
      crumb={
        <>
          <a href="#/admin/rounds">{words.back}</a> › {round.id}
        </>
      }
      title={titleOf(draft, round, t, lang)}
      text={
        <>
          <RoundStateTag round={round} />{' '}
          {version > 0 && words[state === 'open' ? 'published' : 'latest'](formatNumber(version))}
        </>
      }
    />
  );
}

/** A draft is named as the version that it would be. */
function titleOf(
  { content, changedAt }: RoundDraft,
  { version }: Round,
  { rounds: words }: Messages,
  lang: Lang,
): string {
  const name = nameIn(content, lang);
  const isDraft = version === 0 || changedAt !== null;
  return isDraft ? words.title(name, formatNumber(version + 1)) : name;
}
