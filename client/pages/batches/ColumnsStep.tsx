import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { Batch } from '../../../shared/api/batches.ts';
import type { Scope } from '../../../shared/api/session.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import type { CsvRow } from '../../../shared/batch/csv-reader.ts';
import type { Inspection } from '../../../shared/batch/inspection.ts';
import { formatDay } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { listChecks, send } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useFieldName } from './batch-words.ts';
import { CheckedPanel } from './CheckedPanel.tsx';
import { guessed, type Trouble, troublesOf } from './column-choices.ts';
import { FileFacts } from './FileFacts.tsx';
import { FileNotes } from './FileNotes.tsx';
import { FirstRows } from './FirstRows.tsx';
import { MappingTable } from './MappingTable.tsx';
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
  readonly checked: Batch | null;
  /** what has become of the file's bytes so far, as a sentence */
  readonly whereabouts: string;
  readonly headingRef: Ref<HTMLSpanElement>;
  readonly onChange: (choices: Choices) => void;
  readonly onBack: () => void;
  readonly onSend: (dryRun: boolean) => void;
}

export function ColumnsStep(props: ColumnsStepProps) {
  const { file, survey, scope, inspection, rows, choices, checked, headingRef } = props;
  const { onChange, onBack, onSend } = props;
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
  const go = (dryRun: boolean) => {
    setAttempt((times) => times + 1);
    if (troubles.length === 0) onSend(dryRun);
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
      {checked && <CheckedPanel batch={checked} />}
      {isRepaired(inspection) && <Notice kind="warning">{words.repaired}</Notice>}
      <FileFacts file={file} inspection={inspection} onChange={onChange} />
      <FileNotes notes={inspection.notes ?? []} />
      <div class="panel mt4">
        <MappingTable {...{ inspection, choices, yearNote, onChange }} />
      </div>
      <FirstRows rows={understood} columns={columns} />
      <SendBar good={checked?.counts.accepted ?? 0} onBack={onBack} onSend={go} />
    </>
  );
}

interface SendBarProps {
  /** rows that passed a check; 0 before one */
  readonly good: number;
  readonly onBack: () => void;
  readonly onSend: (dryRun: boolean) => void;
}

function SendBar({ good, onBack, onSend }: SendBarProps) {
  const { t } = useI18n();
  const words = t.batches.columns;
  return (
    <div class="actionbar">
      <div class="row between">
        <Button onClick={onBack}>{words.back}</Button>
        <span class="row acts">
          <Button icon={listChecks} onClick={() => onSend(true)}>
            {words.check}
          </Button>
          <Button kind="primary" icon={send} onClick={() => onSend(false)}>
            {good > 0 ? words.sendGood(good) : words.send}
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
