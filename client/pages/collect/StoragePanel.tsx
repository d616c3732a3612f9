import { useState } from 'preact/hooks';
import { restoreSets } from '../../data/outbox.ts';
import { fromBackup, type ReadBackup } from '../../data/outbox-backup.ts';
import type { OutboxSet } from '../../data/outbox-set.ts';
import { useOutbox } from '../../data/outbox-status.ts';
import { sizeWords, useStorage } from '../../data/storage-space.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { keepPhotosOfFile } from '../../photos/photos-in-file.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { download, upload } from '../../ui/icons.ts';
import { Notice, type NoticeKind } from '../../ui/Notice.tsx';
import { LittleSpace } from './LittleSpace.tsx';
import { momentWords } from './moment-words.ts';
import { saveAsFile } from './save-as-file.ts';

/** How safe the sets lie on this device, and a way out of it in both directions. */
export function StoragePanel({ owner }: { readonly owner: string }) {
  const { t, lang } = useI18n();
  const { queue, sets, photos } = useOutbox();
  const { persisted, freeBytes, ask } = useStorage();
  const { lastTryAt } = queue;
  return (
    <section class="storage" aria-labelledby="storage">
      <h2 id="storage" class="obx-title">
        {t.sending.storage}
      </h2>
      <dl class="dl">
        <dt>{t.sending.persisted}</dt>
        <dd>{persisted ? t.sending.persistedYes : t.sending.persistedNo}</dd>
        <dt>{t.sending.space}</dt>
        <dd>{freeBytes === null ? t.sending.unknown : sizeWords(freeBytes)}</dd>
        <dt>{t.sending.lastTry}</dt>
        <dd>
          {lastTryAt === null ? t.sending.never : momentWords(lastTryAt, Date.now(), lang, t)}
        </dd>
      </dl>
      <LittleSpace />
      <div class="row mt2">
        {!persisted && <Button onClick={ask}>{t.sending.askPersist}</Button>}
        {(photos.waiting.length > 0 || sets.some((set) => set.state !== 'sent')) && (
          <Backup owner={owner} sets={sets} />
        )}
        <Restore owner={owner} />
      </div>
    </section>
  );
}

interface Said {
  readonly kind: NoticeKind;
  readonly text: string;
}

interface BackupProps {
  readonly owner: string;
  readonly sets: readonly OutboxSet[];
}

function Backup({ owner, sets }: BackupProps) {
  const { t } = useI18n();
  const [said, setSaid] = useState<Said | null>(null);
  const save = async () => {
    const { photos, missing } = await saveAsFile(sets, owner);
    const count = formatNumber(sets.filter(({ state }) => state !== 'sent').length);
    const inIt = t.sending.backedUp(count, formatNumber(photos));
    const text = missing > 0 ? `${inIt} ${t.sending.notBackedUp(formatNumber(missing))}` : inIt;
    setSaid({ kind: missing > 0 ? 'warning' : 'ok', text });
  };
  return (
    <>
      <Button icon={download} onClick={() => void save()}>
        {t.sending.backup}
      </Button>
      {said && (
        <Notice kind={said.kind} live>
          <p>{said.text}</p>
        </Notice>
      )}
    </>
  );
}

type FileRead = Extract<ReadBackup, { readonly ok: true }>;

function Restore({ owner }: { readonly owner: string }) {
  const { t } = useI18n();
  const [said, setSaid] = useState<Said | null>(null);
  const [theirs, setTheirs] = useState<FileRead | null>(null);
  const take = async (file: FileRead) => {
    setTheirs(null);
    const photos = await keepPhotosOfFile(file.photos, owner);
    const added = await restoreSets(file.sets);
    const text =
      added + photos > 0
        ? t.sending.restored(formatNumber(added), formatNumber(photos))
        : t.sending.restoredNone;
    setSaid({ kind: 'ok', text });
  };
  // what was put back stays; the file may be taken again once there is room
  const noRoom = () => setSaid({ kind: 'error', text: t.sending.restoreNoRoom });
  const restore = async (file: Blob) => {
    setSaid(null);
    // a browser may have no room for the text of a huge file
    const read = fromBackup(await file.text().catch(() => ''), owner);
    if (!read.ok) setSaid({ kind: 'error', text: t.sending.restoreFailed });
    else if (read.owner === owner) await take(read).catch(noRoom);
    else setTheirs(read);
  };
  return (
    <>
      <PickFile onPicked={restore} />
      {theirs && <HandIn file={theirs} onTake={() => void take(theirs).catch(noRoom)} />}
      {said && (
        <Notice kind={said.kind} live>
          <p>{said.text}</p>
        </Notice>
      )}
    </>
  );
}

function PickFile({ onPicked }: { readonly onPicked: (file: Blob) => Promise<void> }) {
  const { t } = useI18n();
  return (
    <label class="btn file-btn">
      <Icon of={upload} />
      {t.sending.restore}
      <input
        type="file"
        accept="application/json,.json"
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) void onPicked(file).finally(() => (input.value = ''));
        }}
      />
    </label>
  );
}

/** The file of somebody else: what is handed in stays theirs, and that is said before. */
function HandIn({ file, onTake }: { readonly file: FileRead; readonly onTake: () => void }) {
  const { t } = useI18n();
  const words = t.sending.handIn;
  const { sets, photos, owner } = file;
  return (
    <Notice kind="warning" title={words.title(owner)} live>
      <p>{words.text(formatNumber(sets.length), formatNumber(photos.length), owner)}</p>
      <p class="mt2">
        <Button onClick={onTake}>{words.take}</Button>
      </p>
    </Notice>
  );
}
