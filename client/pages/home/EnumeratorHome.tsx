// For the field: everything here but “sent back” comes from this device, so it opens without network.
import { useEffect, useState } from 'preact/hooks';
import type { PageOfReturned } from '../../../shared/api/responses.ts';
import { later, useLater } from '../../data/later.ts';
import { isUnsent, type OutboxSet, type SentSet } from '../../data/outbox-set.ts';
import { useOnline, useOutbox } from '../../data/outbox-status.ts';
import { allDrafts, type Draft } from '../../data/outbox-store.ts';
import { useReturned } from '../../data/returned.ts';
import { useSession } from '../../data/session.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { responsesOf } from '../../photos/responses-of.ts';
import { Icon } from '../../ui/Icon.tsx';
import { clipboardList, cloudOff, inbox, pencil, triangleAlert } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PartMissing } from '../../ui/PartMissing.tsx';
import { useScopeName } from '../../ui/ScopeName.tsx';
import { BigLink } from './BigLink.tsx';
import type { HomeProps } from './home-props.ts';
import { OwnNumbersPanel } from './OwnNumbersPanel.tsx';
import { surveyState } from './survey-words.ts';

export function EnumeratorHome({ user, survey }: HomeProps) {
  const speech = useI18n();
  const { t } = speech;
  const area = useScopeName(user.scope);
  const { expired } = useSession();
  const online = useOnline();
  const { sets, photos } = useOutbox();
  const following = responsesOf(photos.waiting);
  const drafts = useDrafts(user.username);
  const returned = useReturned(survey.id, user.username);
  return (
    <>
      {!online && (
        <p class="net" role="status">
          <Icon of={cloudOff} />
          {t.home.enumerator.offline}
        </p>
      )}
      <PageHead
        title={<Phrases text={t.home.hello(user.name)} />}
        text={`${area} · ${surveyState(survey, speech, Date.now())}`}
      />
      {expired && (
        <div class="mb4">
          <Notice kind="offline">
            {t.shell.expired} <a href="#/signin?next=%2Fhome">{t.shell.signIn.title}</a>
          </Notice>
        </div>
      )}
      <div class="hgrid">
        <div class="bigs">
          <BigLink main icon={clipboardList} href="#/collect" title={t.home.enumerator.start} />
          <DraftLink drafts={drafts} />
          <OutboxLinks sets={sets} following={following} />
        </div>
        <div>
          <OwnNumbersPanel
            survey={survey.id}
            sent={sets.filter(({ state }) => state === 'sent').length}
          />
          {returned && returned.items.length > 0 && (
            <SentBackPanel returned={returned} owner={user.username} />
          )}
          <LastReceipts sent={sets.filter((set) => set.state === 'sent')} />
        </div>
      </div>
    </>
  );
}

function DraftLink({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { t, lang } = useI18n();
  const words = t.home.enumerator;
  const newest = drafts[0];
  if (!newest) return null;
  const when = formatInstant(new Date(newest.changedAt).toISOString(), lang);
  return (
    <BigLink
      icon={pencil}
      href={`#/collect?draft=${newest.id}`}
      title={words.draft(formatNumber(drafts.length))}
      text={words.draftOf(formatNumber(newest.values.issues?.length ?? 0), when)}
    />
  );
}

interface OutboxLinksProps {
  readonly sets: readonly OutboxSet[];
  /** responses of which photos are still to follow */
  readonly following: number;
}

/** What must be fixed before what only waits. */
function OutboxLinks({ sets, following }: OutboxLinksProps) {
  const { t } = useI18n();
  const words = t.home.enumerator;
  const waiting = sets.filter(isUnsent).length + following;
  const refused = sets.filter((set) => set.state === 'refused').length;
  return (
    <>
      {refused > 0 && (
        <BigLink
          icon={triangleAlert}
          tone="error"
          href="#/outbox"
          title={words.toFix(formatNumber(refused))}
          text={words.toFixWhy}
        />
      )}
      <BigLink
        icon={inbox}
        href="#/outbox"
        title={waiting > 0 ? words.outbox(formatNumber(waiting)) : words.outboxEmpty}
        text={waiting > 0 ? words.outboxWhy : words.outboxEmptyWhy}
      />
    </>
  );
}

/** most have none, so it comes when there is one */
const returnedList = later(() => import('../../ui/ReturnedList.tsx'));

interface SentBackPanelProps {
  readonly returned: PageOfReturned;
  readonly owner: string;
}

/** The first of them in full; the outbox has all. */
function SentBackPanel({ returned: { items, next }, owner }: SentBackPanelProps) {
  const { t } = useI18n();
  const words = t.common.returned;
  const count =
    next === null ? formatNumber(items.length) : words.atLeast(formatNumber(items.length));
  const list = useLater(returnedList);
  const hasMore = next !== null || items.length > shown;
  return (
    <section class="panel">
      <h2>{words.title(count)}</h2>
      {list ? (
        <list.ReturnedList responses={items.slice(0, shown)} owner={owner} />
      ) : (
        <PartMissing part={returnedList}>
          <LoadingState />
        </PartMissing>
      )}
      {hasMore && (
        <p class="mt2">
          <a href="#/outbox">{words.all}</a>
        </p>
      )}
    </section>
  );
}

function useDrafts(owner: string): readonly Draft[] {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  useEffect(() => {
    // a device that keeps nothing has no drafts either; the outbox page says so
    allDrafts(owner).then(setDrafts, () => setDrafts([]));
  }, [owner]);
  return drafts;
}

const shown = 5;

function LastReceipts({ sent }: { readonly sent: readonly SentSet[] }) {
  const { t, lang } = useI18n();
  const words = t.home.enumerator;
  return (
    <section class="panel">
      <h2>{words.receipts}</h2>
      {sent.length === 0 && <p class="muted mt2">{words.noReceipts}</p>}
      <ul class="list mt2">
        {sent.slice(0, shown).map((set) => (
          <li key={set.id}>
            <a class="code" href={`#/responses/${set.id}`}>
              {set.receipt}
            </a>
            <small>
              {t.common.issues(formatNumber(set.summary.issues))} ·{' '}
              {formatInstant(set.receivedAt, lang)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
