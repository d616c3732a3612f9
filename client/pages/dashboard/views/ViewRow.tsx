import { useState } from 'preact/hooks';
import type { SavedView } from '../../../../shared/api/views.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { announce } from '../../../ui/Announcer.tsx';
import { Button } from '../../../ui/Button.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { pageNow } from './SaveView.tsx';
import type { SavedViews } from './use-saved-views.ts';

interface ViewRowProps {
  readonly view: SavedView;
  readonly views: SavedViews;
  readonly onOpen: () => void;
}

/** One view: a link to it, what is so of it, and what can be done with it. */
export function ViewRow({ view, views, onOpen }: ViewRowProps) {
  const words = useI18n().t.views;
  const { name, address, own, by, shared, start } = view;
  const said = [
    address === pageNow() && words.isHere,
    start && words.isStart,
    own && shared && words.isShared,
    !own && words.by(by),
  ].filter((one) => one !== false);
  return (
    <li class="view-row">
      <div>
        <a href={`#${address}`} onClick={onOpen}>
          {name}
        </a>
        {said.length > 0 && <small class="muted">{said.join(' · ')}</small>}
      </div>
      <details>
        <summary aria-label={words.manageWhich(name)}>{words.manage}</summary>
        <Acts view={view} views={views} />
      </details>
    </li>
  );
}

type ActsProps = Pick<ViewRowProps, 'view' | 'views'>;

function Acts({ view, views }: ActsProps) {
  const words = useI18n().t.views;
  const [renaming, setRenaming] = useState(false);
  const { own, shared, start } = view;
  if (renaming) return <Rename {...{ view, views }} onDone={() => setRenaming(false)} />;
  const act = (name: string, work: () => unknown) => (
    <Button dense onClick={() => void work()}>
      {name}
    </Button>
  );
  return (
    <p class="row">
      {act(start ? words.startEnd : words.start, () => views.change(view, { start: !start }))}
      {act(words.copy, () => copyLink(view, words))}
      {own && (
        <>
          {act(shared ? words.shareEnd : words.shareNow, () =>
            views.change(view, { shared: !shared }),
          )}
          {act(words.rename, () => setRenaming(true))}
          {act(words.update, () => views.change(view, { address: pageNow() }))}
          <Button dense kind="danger" onClick={() => void views.remove(view)}>
            {words.remove}
          </Button>
        </>
      )}
    </p>
  );
}

async function copyLink(
  { address }: SavedView,
  words: { readonly copied: string; readonly notCopied: string },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(`${location.href.split('#')[0]}#${address}`);
    announce(words.copied);
  } catch {
    // a browser may forbid it, for example without https
    announce(words.notCopied);
  }
}

function Rename({ view, views, onDone }: ActsProps & { readonly onDone: () => void }) {
  const words = useI18n().t.views;
  const [name, setName] = useState(view.name);
  const save = async () => {
    if (name.trim() === '' || (await views.change(view, { name: name.trim() }))) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput label={words.name} value={name} maxLength={100} onInput={setName} />
      <Button dense kind="primary" type="submit">
        {words.renameDone}
      </Button>
    </form>
  );
}
