import { useState } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { makePhoto, TookTooLong } from '../../photos/make-photo.ts';
import { keepPhoto } from '../../photos/photo-store.ts';
import type { MadePhoto } from '../../photos/shrink.ts';
import { usePhoto } from '../../photos/use-photo.ts';
import { announce } from '../../ui/Announcer.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { FieldGroup } from '../../ui/Field.tsx';
import { Icon, type IconShapes } from '../../ui/Icon.tsx';
import { camera, image, trash } from '../../ui/icons.ts';
import { FieldNotes } from './FieldNotes.tsx';
import type { IssueFieldsProps } from './IssueFields.tsx';
import type { Around } from './question-props.ts';
import { UndoToast } from './UndoToast.tsx';

type PhotosFieldProps = Pick<IssueFieldsProps, 'issue' | 'around'>;

/** Up to three a problem, kept on the device before anything else happens to them. */
export function PhotosField(props: PhotosFieldProps) {
  const { issue, around } = props;
  const { t } = useI18n();
  const words = t.collect.photos;
  const most = around.photosPerIssue;
  const adding = useAdding(props);
  if (most === 0) return null;
  return (
    <FieldGroup
      id={`f-${issue.key}-photos`}
      label={words.label}
      hint={words.upTo(formatNumber(most))}
      error={around.feedback.error(`f-${issue.key}-photos`)}
      optional
    >
      {() => (
        <>
          <PhotoList {...props} />
          <div class="row tight photo-add" aria-busy={adding.isBusy}>
            {adding.left > 0 && (
              <>
                <Pick icon={camera} word={words.take} camera onPicked={adding.add} />
                <Pick icon={image} word={words.choose} onPicked={adding.add} />
              </>
            )}
          </div>
          <p class="small muted" aria-live="polite">
            {adding.isBusy ? words.making : adding.left <= 0 ? words.full : ''}
          </p>
          <FieldNotes warnings={adding.failed ? [words[adding.failed]] : []} />
        </>
      )}
    </FieldGroup>
  );
}

/** What was picked, made small and kept, one after the other; the form names it once it is kept. */
function useAdding({ issue: { key, photos }, around }: PhotosFieldProps) {
  const { t } = useI18n();
  const words = t.collect.photos;
  const [failed, setFailed] = useState<Failure | null>(null);
  const { making, photosPerIssue: most } = around;
  const left = most - photos.length - making.of(key);
  const add = async (files: readonly File[]) => {
    const taken = files.slice(0, Math.max(0, left));
    setFailed(null);
    making.begin(key, taken.length);
    let added = photos.length;
    for (const file of taken) {
      const kept = await keep(file, around.filling);
      if (kept.ok) {
        added += 1;
        // typing goes on meanwhile
        around.changeIssue(key, (now) => ({
          photos: [...new Set([...now.photos, kept.digest])].slice(0, most),
        }));
      } else {
        setFailed(kept.why);
        announce(words[kept.why]);
      }
      making.end(key, !kept.ok);
    }
    if (added > photos.length) announce(words.added(formatNumber(added)));
  };
  return { add, failed, left, isBusy: making.of(key) > 0 };
}

type Failure = 'unreadable' | 'tooSlow' | 'notKept';

async function keep(
  file: File,
  filling: Around['filling'],
): Promise<
  { readonly ok: true; readonly digest: string } | { readonly ok: false; readonly why: Failure }
> {
  const made = await makePhoto(file).catch((error: unknown) => error);
  if (!isMade(made))
    return { ok: false, why: made instanceof TookTooLong ? 'tooSlow' : 'unreadable' };
  const { digest, bytes } = made;
  const isKept = await keepPhoto({ ...filling, digest }, bytes, Date.now()).then(
    () => true,
    () => false,
  );
  return isKept ? { ok: true, digest } : { ok: false, why: 'notKept' };
}

const isMade = (made: unknown): made is MadePhoto => Object.hasOwn(Object(made), 'digest');

function PhotoList({ issue: { key, photos }, around }: PhotosFieldProps) {
  const { t } = useI18n();
  const words = t.collect.photos;
  const [removed, setRemoved] = useState<{ readonly digest: string; readonly at: number } | null>(
    null,
  );
  const remove = (digest: string, at: number) => {
    setRemoved({ digest, at });
    around.changeIssue(key, (now) => ({ photos: now.photos.filter((one) => one !== digest) }));
  };
  const bringBack = () => {
    if (!removed) return;
    const { digest, at } = removed;
    around.changeIssue(key, (now) => ({ photos: now.photos.toSpliced(at, 0, digest) }));
    setRemoved(null);
  };
  return (
    <>
      {photos.length > 0 && (
        <ul class="photos">
          {photos.map((digest, index) => (
            <li key={digest}>
              <Thumbnail {...around.filling} digest={digest} no={formatNumber(index + 1)} />
              <IconButton
                icon={trash}
                label={words.remove(formatNumber(index + 1))}
                onClick={() => remove(digest, index)}
              />
            </li>
          ))}
        </ul>
      )}
      {removed && (
        <UndoToast
          key={removed.digest}
          text={words.removed}
          onUndo={bringBack}
          onClose={() => setRemoved(null)}
        />
      )}
    </>
  );
}

interface ThumbnailProps {
  readonly response: string;
  readonly survey: string;
  readonly digest: string;
  readonly no: string;
}

function Thumbnail({ no, ...named }: ThumbnailProps) {
  const { t } = useI18n();
  const [isMissing, setMissing] = useState(false);
  const url = usePhoto(named);
  if (isMissing) return <p class="photo small muted">{t.collect.photos.notHere}</p>;
  return url === null ? (
    <span class="photo" />
  ) : (
    <img
      class="photo"
      src={url}
      alt={t.collect.photos.photo(no)}
      onError={() => setMissing(true)}
    />
  );
}

interface PickProps {
  readonly icon: IconShapes;
  readonly word: string;
  /** straight from the camera, where there is one */
  readonly camera?: boolean;
  readonly onPicked: (files: readonly File[]) => Promise<void>;
}

function Pick({ icon, word, camera: isCamera = false, onPicked }: PickProps) {
  return (
    <label class={isCamera ? 'btn file-btn by-camera' : 'btn file-btn'}>
      <Icon of={icon} />
      {word}
      <input
        type="file"
        accept="image/*"
        multiple={!isCamera}
        {...(isCamera && { capture: 'environment' })}
        onChange={(event) => {
          const input = event.currentTarget;
          const files = [...(input.files ?? [])];
          // emptied at once, so that the same picture may be picked again
          input.value = '';
          if (files.length > 0) void onPicked(files);
        }}
      />
    </label>
  );
}
