// Many people from a file: every row is checked first and says why; then all of them are added, with a link each.

import { useState } from 'preact/hooks';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import { type PeopleAdded, type PeopleRow, peopleOutcomes } from '../../../shared/api/people.ts';
import { csvLine } from '../../../shared/text/formula.ts';
import { type ApiProblem, api } from '../../data/api.ts';
import { saveFile } from '../../data/save-file.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ChooseFile } from '../../ui/ChooseFile.tsx';
import { download, printer } from '../../ui/icons.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { running } from '../../ui/Running.tsx';
import { WayBack } from '../../ui/WayBack.tsx';
import { invitationLink } from './invitation-link.ts';
import './people.css';
import { useSending } from '../../data/use-sending.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PeopleRows } from './PeopleRows.tsx';

const template = `\uFEFFusername,name,role,office,scope,email
kanya.s,กัญญา ส.,enumerator,TH-40,TH-40,
prasit.t,ประสิทธิ์ ท.,officer,TH-40,TH-40,prasit@example.go.th
`;

export function NewPeoplePage() {
  const { t } = useI18n();
  const words = t.people.file;
  const [file, setFile] = useState<Blob | null>(null);
  const [looked, setLooked] = useState<PeopleAdded | null>(null);
  const [added, setAdded] = useState<PeopleAdded | null>(null);
  const [renew, setRenew] = useState(false);
  const { busy, failure, send } = useSending();
  const post = (blob: Blob, query: object) =>
    send(async () => {
      const path = withQuery(paths.people(), { ...query });
      const reply = await api(path, { method: 'POST', body: blob, timeoutMs: 120_000 });
      return 'rows' in reply ? reply : undefined;
    });
  const choose = async (chosen: File) => {
    // a browser names the type by the ending, or not at all
    const blob = new Blob([chosen], { type: 'text/csv' });
    setFile(blob);
    setAdded(null);
    setLooked(null);
    setLooked((await post(blob, { dryRun: 'true' })) ?? null);
  };
  const add = async () => {
    if (file) setAdded((await post(file, renew ? { renew: 'true' } : {})) ?? null);
  };
  return (
    <div class="wrap page people">
      <PageHead
        crumb={<WayBack list="/admin/people" word={t.people.back} />}
        title={<Phrases text={words.title} />}
        text={words.lead}
      />
      {!added && <ChoosePeople isFirst={!file} onChoose={(chosen) => void choose(chosen)} />}
      {busy && !looked && (
        <>
          <p class="mt4" role="status">
            {words.checking}
          </p>
          <LoadingState lines={4} />
        </>
      )}
      <FailureNotice of={failure} />
      {looked && !added && (
        <Checked
          looked={looked}
          failure={failure}
          busy={busy}
          renew={renew}
          onRenew={setRenew}
          onAdd={() => void add()}
        />
      )}
      {added && <Added added={added} />}
    </div>
  );
}

interface ChoosePeopleProps {
  readonly isFirst: boolean;
  readonly onChoose: (file: File) => void;
}

function ChoosePeople({ isFirst, onChoose }: ChoosePeopleProps) {
  const words = useI18n().t.people.file;
  return (
    <ChooseFile
      words={words}
      isFirst={isFirst}
      accept=".csv,.txt,text/csv,text/plain"
      onTemplate={() => saveFile('rabfang-people.csv', template, 'text/csv;charset=utf-8')}
      onChoose={onChoose}
    >
      {running(words.columns)}
    </ChooseFile>
  );
}

interface CheckedProps {
  readonly looked: PeopleAdded;
  readonly failure: ApiProblem | null;
  readonly busy: boolean;
  readonly renew: boolean;
  readonly onRenew: (renew: boolean) => void;
  readonly onAdd: () => void;
}

function Checked({ looked, busy, renew, onRenew, onAdd }: CheckedProps) {
  const { t } = useI18n();
  const words = t.people.file;
  const { counts, rows } = looked;
  const fresh = formatNumber(counts.new);
  const mayAdd = counts.wrong === 0 && (counts.new > 0 || renew);
  return (
    <section class="panel mt4">
      {counts.wrong > 0 ? (
        <Notice kind="error" live title={words.wrong(formatNumber(counts.wrong))}>
          {words.wrongWhy}
        </Notice>
      ) : (
        <Notice kind="ok" live>
          {words.found(fresh, formatNumber(counts.same))}
        </Notice>
      )}
      {counts.wrong === 0 && counts.same > 0 && (
        <label class="choice">
          <input type="checkbox" checked={renew} onChange={() => onRenew(!renew)} />
          <span>{running(words.renew)}</span>
        </label>
      )}
      {mayAdd && (
        <p class="mt4">
          <Button kind="primary" busy={busy} onClick={onAdd}>
            {busy ? words.adding : words.add(fresh)}
          </Button>
        </p>
      )}
      <PeopleRows rows={inOrder(rows)} />
    </section>
  );
}

function inOrder(rows: readonly PeopleRow[]): readonly PeopleRow[] {
  const rank = ({ outcome }: PeopleRow) => peopleOutcomes.toReversed().indexOf(outcome);
  return [...rows].sort((a, b) => rank(a) - rank(b) || a.row - b.row);
}

function Added({ added }: { readonly added: PeopleAdded }) {
  const { t } = useI18n();
  const words = t.people.file;
  const withLink = added.rows.filter(({ invitation }) => invitation !== null);
  const save = () => saveFile('rabfang-links.csv', csvOfLinks(withLink), 'text/csv;charset=utf-8');
  return (
    <section class="panel mt4">
      <Notice kind="ok" live>
        {words.added(formatNumber(added.counts.new))}
      </Notice>
      {withLink.length > 0 && (
        <>
          <Notice kind="warning" title={words.links(formatNumber(withLink.length))}>
            {words.linksWhy}
          </Notice>
          <p class="row mt4">
            <Button kind="primary" icon={download} onClick={save}>
              {words.save}
            </Button>
            <Button icon={printer} onClick={() => print()}>
              {t.people.link.print}
            </Button>
          </p>
        </>
      )}
      <PeopleRows rows={added.rows} whole />
    </section>
  );
}

/** With a byte order mark, so that Excel reads the Thai. */
function csvOfLinks(rows: readonly PeopleRow[]): string {
  const lines = rows.map(({ username, name, invitation }) =>
    csvLine([username, name, invitationLink(invitation?.code ?? ''), invitation?.expiresAt ?? '']),
  );
  return `\uFEFF${[csvLine(['username', 'name', 'link', 'until']), ...lines].join('')}`;
}
