import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { FileReading } from '../../../shared/api/readings.ts';
import type { Scope } from '../../../shared/api/session.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import type { CsvRow } from '../../../shared/batch/csv-reader.ts';
import type { Inspection } from '../../../shared/batch/inspection.ts';
import { formatDay, formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { listChecks, send } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useFieldName } from './batch-words.ts';
import { useDecisions } from './check/file-decisions.ts';
import { forgetRestored, proposeValues, useRestored } from './check/mend-desk.ts';
import type { RowFilter } from './check/row-filter.ts';
import { guessed, type Trouble, troublesOf } from './column-choices.ts';
import { FileFacts } from './FileFacts.tsx';
import { FileNotes } from './FileNotes.tsx';
import { FirstRows } from './FirstRows.tsx';
import { MappingTable } from './MappingTable.tsx';
import { ProposedReading } from './ProposedReading.tsx';
import { StepHead } from './StepHead.tsx';
import { twoDigitYear } from './understood-rows.ts';
import type { Choices } from './upload-steps.ts';
import { useUnderstoodRows } from './use-understood-rows.ts';

interface ColumnsStepProps {
  readonly file: File;
  readonly survey: Survey;
  readonly scope: Scope;
  readonly inspection: Inspection;
  readonly rows: readonly CsvRow[];
  readonly choices: Choices;
  /** how the office read such a file before: in use */
  readonly proposed: FileReading | null;
  /** what has become of the file's bytes so far, as a sentence */
  readonly whereabouts: string;
  readonly headingRef: Ref<HTMLSpanElement>;
  readonly onChange: (choices: Choices) => void;
  readonly onDropProposal: () => void;
  readonly onBack: () => void;
  /** `look`: the rows that are wanted first */
  readonly onCheck: (look?: RowFilter) => void;
  readonly onSend: () => void;
}

export function ColumnsStep(props: ColumnsStepProps) {
  const { file, survey, scope, inspection, rows, choices, headingRef } = props;
  const { proposed, onChange, onDropProposal, onBack, onCheck, onSend } = props;
  const restored = useRestored();
  const { t, lang } = useI18n();
  const words = t.batches.columns;
  const [attempt, setAttempt] = useState(0);
  const troubles = useTroubles(inspection, choices);
  const { severityDirection } = choices;
  const understood = useUnderstoodRows({ inspection, rows, survey, scope, severityDirection });
  const year = twoDigitYear(understood ?? []);
  const yearNote =
    year && words.twoDigit(year.read, formatDay(year.day, lang), year.day.slice(0, 4));
  const { columns } = inspection;
  const mapped = columns.filter((column) => column.field !== null).length;
  const forget = async () => {
    await forgetRestored();
    // as it is said to be read then
    if (proposed) proposeValues(proposed.choices.values);
  };
  const go = (act: () => void) => () => {
    setAttempt((times) => times + 1);
    if (troubles.length === 0) act();
  };
  return (
    <>
      <StepHead
        title={words.title}
        text={`${words.lead(mapped, columns.length, troubles.length)} ${props.whereabouts}`}
        headingRef={headingRef}
      />
      {attempt > 0 && (
        <ErrorSummary
          title={words.problems(troubles.length)}
          entries={troubles}
          attempt={attempt}
        />
      )}
      {proposed && (
        <ProposedReading
          reading={proposed}
          isMended={restored?.isMended === true}
          onDrop={onDropProposal}
        />
      )}
      {restored && <Restored at={restored.at} onForget={() => void forget()} />}
      {isRepaired(inspection) && <Notice kind="warning">{words.repaired}</Notice>}
      <FileFacts file={file} inspection={inspection} onChange={onChange} />
      <FileNotes notes={inspection.notes ?? []} />
      <div class="panel mt4">
        <MappingTable
          {...{ inspection, choices, yearNote, onChange }}
          onSee={(look) => go(() => onCheck(look))()}
        />
      </div>
      <FirstRows rows={understood} columns={columns} />
      <SendBar onBack={onBack} onCheck={go(() => onCheck())} onSend={go(onSend)} />
    </>
  );
}

/** What was mended in this file and decided on it before it was opened again. */
function Restored({ at, onForget }: { readonly at: number; readonly onForget: () => void }) {
  const { changed, policy } = useDecisions();
  const { t, lang } = useI18n();
  return (
    <Notice kind="ok">
      <p>{t.mend.restored(formatInstant(new Date(at).toISOString(), lang))}</p>
      {changed !== 'ask' && <p>{`${t.mend.stored.decide}: ${t.mend.stored[changed]}`}</p>}
      {policy !== 'accept-good' && <p>{`${t.mend.policy}: ${t.mend.policies[policy]}`}</p>}
      <p class="mt2">
        <Button dense onClick={onForget}>
          {t.mend.forget}
        </Button>
      </p>
    </Notice>
  );
}

interface SendBarProps {
  readonly onBack: () => void;
  readonly onCheck: () => void;
  readonly onSend: () => void;
}

function SendBar({ onBack, onCheck, onSend }: SendBarProps) {
  const { t } = useI18n();
  const words = t.batches.columns;
  return (
    <div class="actionbar">
      <div class="row between">
        <Button onClick={onBack}>{words.back}</Button>
        <span class="row acts">
          <Button icon={send} onClick={onSend}>
            {words.send}
          </Button>
          <Button kind="primary" icon={listChecks} onClick={onCheck}>
            {words.check}
          </Button>
        </span>
      </div>
    </div>
  );
}

function isRepaired({ encoding }: Inspection): boolean {
  return encoding === 'utf-8-as-874' || encoding === 'windows-874-as-latin1';
}

/** What must be chosen before sending; each entry leads to a column's select. */
function useTroubles(
  inspection: Inspection,
  choices: Choices,
): readonly { field: string; text: string }[] {
  const { t } = useI18n();
  const nameOf = useFieldName();
  const words = t.batches.columns;
  const first = (trouble: Trouble) => {
    const at =
      trouble.kind === 'twice'
        ? columns.findIndex(({ header }) => trouble.headers.includes(header))
        : columns.findIndex(({ proposed }) => proposed === trouble.field);
    const free = columns.findIndex(({ field, header }) => field === null && header !== '');
    return `column-${Math.max(at < 0 ? free : at, 0) + 1}`;
  };
  const { columns } = inspection;
  const toLookAt = guessed(columns, choices).map((column) => ({
    field: `column-${columns.indexOf(column) + 1}`,
    text: words.toConfirm(column.header, nameOf(column.field ?? '')),
  }));
  const toChoose = troublesOf(inspection).map((trouble) => ({
    field: first(trouble),
    text:
      trouble.kind === 'missing'
        ? words.missing(nameOf(trouble.field))
        : words.twice(nameOf(trouble.field)),
  }));
  return [...toChoose, ...toLookAt];
}
