import { useState } from 'preact/hooks';
import { sendNow } from '../../data/outbox.ts';
import { fixSet } from '../../data/outbox-mending.ts';
import { isUnsent, type OutboxSet, type RefusedSet } from '../../data/outbox-set.ts';
import { useOnline, useOutbox } from '../../data/outbox-status.ts';
import { useReturned } from '../../data/returned.ts';
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { navigate } from '../../router.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { refresh } from '../../ui/icons.ts';
import { PageHead } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ReturnedList } from '../../ui/ReturnedList.tsx';
import { OtherReceipts } from './OtherReceipts.tsx';
import { SetItem } from './SetItem.tsx';
import { StoragePanel } from './StoragePanel.tsx';
import './collect.css';

export function OutboxPage(_props: PageProps) {
  const { t } = useI18n();
  const { user } = useSession();
  const { survey } = useSurvey();
  const { ready, broken, sets, others, photos } = useOutbox();
  if (!user) return null;
  if (broken) {
    return (
      <div class="wrap page">
        <PageHead title={t.sending.outbox} />
        <Notice kind="error" title={t.sending.brokenStore}>
          <p>{t.sending.brokenStoreWhy}</p>
        </Notice>
      </div>
    );
  }
  if (!ready) return <LoadingState />;
  const unsent = sets.filter((set) => set.state !== 'sent').length;
  // what others left here has not arrived
  const following = photos.waiting.length;
  const arrived =
    following > 0 ? t.collect.photos.allWaiting(formatNumber(following)) : t.sending.allSent;
  const allSent = others === 0 ? arrived : undefined;
  return (
    <div class="wrap page obx">
      <PageHead
        title={t.sending.outbox}
        text={unsent > 0 ? t.sending.unsent(formatNumber(unsent)) : allSent}
      >
        {(sets.some(isUnsent) || following > 0) && <SendNow />}
      </PageHead>
      <Obstacles />
      {sets.length === 0 && <EmptyState title={t.sending.empty} text={t.sending.emptyWhy} />}
      <SentBack owner={user.username} />
      <Group title={t.sending.toFix} sets={sets.filter((set) => set.state === 'refused')} />
      <Group title={t.sending.waiting} sets={sets.filter(isUnsent)} />
      <Group title={t.sending.sent} sets={sets.filter((set) => set.state === 'sent')} />
      {survey && <OtherReceipts survey={survey.id} sets={sets} />}
      {others > 0 && (
        <Notice kind="offline">
          <p>{t.sending.others(formatNumber(others))}</p>
        </Notice>
      )}
      <StoragePanel owner={user.username} />
    </div>
  );
}

/** What reviewers sent back, as the server knows it: also what another phone sent. */
function SentBack({ owner }: { readonly owner: string }) {
  const { t } = useI18n();
  const { survey } = useSurvey();
  const data = useReturned(survey?.id, owner);
  if (!data || data.items.length === 0) return null;
  const count = formatNumber(data.items.length);
  return (
    <section>
      <h2 class="obx-title">
        {t.common.returned.title(data.next === null ? count : t.common.returned.atLeast(count))}
      </h2>
      <ReturnedList responses={data.items} owner={owner} />
    </section>
  );
}

function SendNow() {
  const { t } = useI18n();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    await sendNow().finally(() => setBusy(false));
  };
  return (
    <Button icon={refresh} busy={busy} onClick={() => void send()}>
      {t.sending.sendNow}
    </Button>
  );
}

/** Why nothing goes out at the moment, when something stands in the way. */
function Obstacles() {
  const { t } = useI18n();
  const { expired } = useSession();
  const online = useOnline();
  if (expired) {
    return (
      <Notice kind="offline" live>
        <p>
          {t.collect.expired} <a href="#/signin?next=%2Foutbox">{t.collect.signIn}</a>
        </p>
      </Notice>
    );
  }
  if (online) return null;
  return (
    <Notice kind="offline" live>
      <p>{t.collect.offline}</p>
    </Notice>
  );
}

const shownAtFirst = 20;

function Group({ title, sets }: { readonly title: string; readonly sets: readonly OutboxSet[] }) {
  const { t } = useI18n();
  const { queue } = useOutbox();
  const [max, setMax] = useState(shownAtFirst);
  if (sets.length === 0) return null;
  const hidden = sets.length - max;
  return (
    <section>
      <h2 class="obx-title">
        {title} <span>{t.sending.sets(formatNumber(sets.length))}</span>
      </h2>
      <ul>
        {sets.slice(0, max).map((set) => (
          <SetItem key={set.id} set={set} queue={queue} onFix={fix} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button kind="quiet" onClick={() => setMax(max + 100)}>
          {t.sending.showOlder(formatNumber(Math.min(hidden, 100)))}
        </Button>
      )}
    </section>
  );
}

function fix(set: RefusedSet): void {
  void fixSet(set).then((draft) => navigate(`/collect?draft=${draft}`));
}
