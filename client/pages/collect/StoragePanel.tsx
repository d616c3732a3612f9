import { useEffect, useState } from 'preact/hooks';
import { restoreSets } from '../../data/outbox.ts';
import { fromBackup } from '../../data/outbox-backup.ts';
import type { OutboxSet } from '../../data/outbox-machine.ts';
import { useOutbox } from '../../data/outbox-status.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { keepPhotosOfFile } from '../../photos/photos-in-file.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { download, upload } from '../../ui/icons.ts';
import { Notice, type NoticeKind } from '../../ui/Notice.tsx';
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
        {t.collect.storage}
      </h2>
      <dl class="dl">
        <dt>{t.collect.persisted}</dt>
        <dd>{persisted ? t.collect.persistedYes : t.collect.persistedNo}</dd>
        <dt>{t.collect.space}</dt>
        <dd>{freeBytes === null ? t.collect.unknown : sizeWords(freeBytes)}</dd>
        <dt>{t.collect.lastTry}</dt>
        <dd>
          {lastTryAt === null ? t.collect.never : momentWords(lastTryAt, Date.now(), lang, t)}
        </dd>
      </dl>
      <div class="row mt2">
        {!persisted && <Button onClick={ask}>{t.collect.askPersist}</Button>}
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
    const inIt = t.collect.backedUp(count, formatNumber(photos));
    const text = missing > 0 ? `${inIt} ${t.collect.notBackedUp(formatNumber(missing))}` : inIt;
    setSaid({ kind: missing > 0 ? 'warning' : 'ok', text });
  };
  return (
    <>
      <Button icon={download} onClick={() => void save()}>
        {t.collect.backup}
      </Button>
      {said && (
        <Notice kind={said.kind} live>
          <p>{said.text}</p>
        </Notice>
      )}
    </>
  );
}

function Restore({ owner }: { readonly owner: string }) {
  const { t } = useI18n();
  const [said, setSaid] = useState<Said | null>(null);
  const restore = async (file: File) => {
    const read = fromBackup(await file.text(), owner);
    if (!read.ok) return setSaid({ kind: 'error', text: t.collect.restoreFailed[read.why] });
    const photos = await keepPhotosOfFile(read.photos, owner);
    const added = await restoreSets(read.sets);
    const text =
      added + photos > 0
        ? t.collect.restored(formatNumber(added), formatNumber(photos))
        : t.collect.restoredNone;
    setSaid({ kind: 'ok', text });
  };
  return (
    <>
      <label class="btn file-btn">
        <Icon of={upload} />
        {t.collect.restore}
        <input
          type="file"
          accept="application/json,.json"
          onChange={(event) => {
            const input = event.currentTarget;
            const file = input.files?.[0];
            if (file) void restore(file).finally(() => (input.value = ''));
          }}
        />
      </label>
      {said && (
        <Notice kind={said.kind} live>
          <p>{said.text}</p>
        </Notice>
      )}
    </>
  );
}

interface StorageState {
  readonly persisted: boolean;
  readonly freeBytes: number | null;
}

function useStorage(): StorageState & { ask: () => void } {
  const [state, setState] = useState<StorageState>({ persisted: false, freeBytes: null });
  const look = async () => {
    const { storage } = navigator;
    const persisted = (await storage?.persisted?.()) ?? false;
    const estimate = await storage?.estimate?.();
    const freeBytes = estimate?.quota === undefined ? null : estimate.quota - (estimate.usage ?? 0);
    setState({ persisted, freeBytes });
  };
  useEffect(() => void look(), []);
  return { ...state, ask: () => void navigator.storage?.persist?.().then(look) };
}

function sizeWords(bytes: number): string {
  const gigabytes = bytes / 1e9;
  return gigabytes >= 1
    ? `${gigabytes.toFixed(1)} GB`
    : `${Math.max(0, Math.round(bytes / 1e6))} MB`;
}
