// Keeps the figures of a view as they are now, under a name, and says by which id they are found again.
import { useState } from 'preact/hooks';
import type { Filters } from '../../../../shared/api/figures.ts';
import { paths } from '../../../../shared/api/paths.ts';
import type { SnapshotItem } from '../../../../shared/api/snapshots.ts';
import { ApiProblem, api } from '../../../data/api.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { announce } from '../../../ui/Announcer.tsx';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { snapshotHref } from './snapshot-href.ts';

interface KeepSnapshotProps {
  readonly survey: string;
  readonly filters: Filters;
  readonly onClose: () => void;
}

export function KeepSnapshot({ survey, filters, onClose }: KeepSnapshotProps) {
  const words = useI18n().t.snapshots;
  const [kept, setKept] = useState<SnapshotItem | null>(null);
  return (
    <Dialog title={words.keepTitle} open onClose={onClose}>
      <p class="small muted">{words.keepWhy}</p>
      {kept === null ? (
        <NameForm survey={survey} filters={filters} onKept={setKept} />
      ) : (
        <Notice kind="ok" title={words.keptAs(kept.id)} takesFocus>
          <p class="row mt4">
            <ButtonLink kind="primary" href={snapshotHref(kept)}>
              {words.open}
            </ButtonLink>
            <ButtonLink href="#/snapshots">{words.all}</ButtonLink>
          </p>
        </Notice>
      )}
    </Dialog>
  );
}

type NameFormProps = Omit<KeepSnapshotProps, 'onClose'> & {
  readonly onKept: (kept: SnapshotItem) => void;
};

function NameForm({ survey, filters, onKept }: NameFormProps) {
  const words = useI18n().t.snapshots;
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const keep = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '' || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const body = { name: name.trim(), filters };
      const kept = await api(paths.snapshots(survey), { method: 'POST', body });
      announce(words.keptAs(kept.id));
      onKept(kept);
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <FailureNotice of={problem} />
      <TextInput
        label={words.keepName}
        value={name}
        maxLength={200}
        onInput={setName}
        {...(missing && { error: words.keepNameMissing })}
      />
      <p class="row mt4">
        <Button kind="primary" type="submit" busy={busy}>
          {words.keep}
        </Button>
      </p>
    </form>
  );
}
