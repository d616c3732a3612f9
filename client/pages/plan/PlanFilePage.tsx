// The plan from a table: every row is looked at first and says what it would change; then all of it is taken, or nothing.
import { useState } from 'preact/hooks';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { PlanFileRead } from '../../../shared/api/plan-file.ts';
import { planHeader, projectColumns, resultColumns } from '../../../shared/plan/plan-columns.ts';
import { buddhistYears } from '../../../shared/text/calendar.ts';
import { csvLine } from '../../../shared/text/formula.ts';
import { workbookType } from '../../../shared/workbook/workbook-type.ts';
import { type ApiProblem, api } from '../../data/api.ts';
import { saveFile } from '../../data/save-file.ts';
import { useSending } from '../../data/use-sending.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ChooseFile } from '../../ui/ChooseFile.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { WayBack } from '../../ui/WayBack.tsx';
import { PlanFileRows } from './PlanFileRows.tsx';
import './plan.css';

export function PlanFilePage() {
  const { t, lang } = useI18n();
  const words = t.plan.file;
  const [file, setFile] = useState<Blob | null>(null);
  const [looked, setLooked] = useState<PlanFileRead | null>(null);
  const [taken, setTaken] = useState<PlanFileRead | null>(null);
  const { busy, failure, send } = useSending();
  const post = (body: Blob, query: object) =>
    send(async () => {
      const path = withQuery(paths.projects(), { ...query });
      const reply = await api(path, { method: 'POST', body, timeoutMs: 120_000 });
      return 'rows' in reply ? reply : undefined;
    });
  const choose = async (chosen: File) => {
    // a browser names the type by the ending, or not at all
    const type = /\.xlsx$/i.test(chosen.name) ? workbookType : 'text/csv';
    const blob = new Blob([chosen], { type });
    setFile(blob);
    setTaken(null);
    setLooked(null);
    setLooked((await post(blob, { dryRun: 'true' })) ?? null);
  };
  const take = async () => {
    if (file) setTaken((await post(file, {})) ?? null);
  };
  return (
    <div class="wrap page plan">
      <PageHead
        crumb={<WayBack list="/plan/projects" word={t.plan.back} />}
        title={<Phrases text={words.title} />}
        text={words.lead}
      />
      <ChooseFile
        words={words}
        isFirst={!file}
        accept=".csv,.txt,.xlsx,text/csv,text/plain"
        onTemplate={() => saveFile('rabfang-plan.csv', emptyTable(lang), 'text/csv;charset=utf-8')}
        onChoose={(chosen) => void choose(chosen)}
      >
        {words.how}
      </ChooseFile>
      {busy && !looked && (
        <>
          <p class="mt4" role="status">
            {words.checking}
          </p>
          <LoadingState lines={4} />
        </>
      )}
      <FailureNotice of={failure} />
      {looked && !taken && (
        <Looked looked={looked} failure={failure} busy={busy} onTake={() => void take()} />
      )}
      {taken && (
        <section class="panel mt4">
          <Notice kind="ok" live>
            {words.taken(formatNumber(taken.counts.new), formatNumber(taken.counts.changed))}
          </Notice>
          <p class="mt4">
            <a href="#/plan/projects">{t.plan.back}</a>
          </p>
        </section>
      )}
    </div>
  );
}

interface LookedProps {
  readonly looked: PlanFileRead;
  readonly failure: ApiProblem | null;
  readonly busy: boolean;
  readonly onTake: () => void;
}

function Looked({ looked: { counts, rows }, busy, onTake }: LookedProps) {
  const { t } = useI18n();
  const words = t.plan.file;
  const [fresh, changed, same] = [counts.new, counts.changed, counts.same].map(formatNumber);
  const isNews = counts.new + counts.changed > 0;
  return (
    <section class="panel mt4">
      {counts.wrong > 0 ? (
        <Notice kind="error" live title={words.wrong(formatNumber(counts.wrong))}>
          {words.wrongWhy}
        </Notice>
      ) : (
        <Notice kind="ok" live>
          {isNews ? words.found(fresh ?? '', changed ?? '', same ?? '') : words.nothingNew}
        </Notice>
      )}
      {counts.wrong === 0 && isNews && (
        <p class="mt4">
          <Button kind="primary" busy={busy} onClick={onTake}>
            {busy ? words.taking : words.take}
          </Button>
        </p>
      )}
      <PlanFileRows rows={rows} />
    </section>
  );
}

/** The header alone, with three years of the budget; with a byte order mark, so that Excel reads the Thai. */
function emptyTable(lang: 'th' | 'en'): string {
  const year = new Date().getFullYear() + buddhistYears;
  const budgets = [0, 1, 2].map((more) => `budget ${year + more}` as const);
  const columns = ['code', ...projectColumns, ...budgets, ...resultColumns] as const;
  return `\uFEFF${csvLine(columns.map((column) => planHeader(column, lang)))}`;
}
