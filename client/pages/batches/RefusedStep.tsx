import type { Ref } from 'preact';
import { csvEncodings } from '../../../shared/batch/encodings.ts';
import type { Inspection } from '../../../shared/batch/inspection.ts';
import { readClosed } from '../../data/closed-round.ts';
import { type Speech, useI18n } from '../../i18n/i18n.ts';
import { closedText } from '../../i18n/round-text.ts';
import { Button } from '../../ui/Button.tsx';
import { refresh } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { DropZone } from './ChooseStep.tsx';
import type { Taken } from './dropped-files.ts';
import { EncodingSelect, HeaderLineSelect } from './FileFacts.tsx';
import { MismatchedRows } from './MismatchedRows.tsx';
import { memberOf, refusalWords } from './refusal-words.ts';
import { StepHead } from './StepHead.tsx';
import type { Choices, FileRefusal } from './upload-steps.ts';

interface RefusedStepProps {
  readonly name: string;
  readonly refusal: FileRefusal;
  readonly inspection: Inspection | null;
  /** rows of it were stored when it was sent before */
  readonly isResumed: boolean;
  readonly headingRef: Ref<HTMLSpanElement>;
  readonly onFiles: (taken: Taken) => void;
  readonly onChange: (choices: Choices) => void;
  readonly onAgain: () => void;
  readonly onBack: () => void;
  readonly onAsNew: () => void;
}

/** A whole file that was not taken: why, what to do next, and the choices that may help. */
export function RefusedStep(props: RefusedStepProps) {
  const { name, refusal, isResumed, headingRef, onFiles } = props;
  const speech = useI18n();
  const words = speech.t.batches.refusals;
  const { title, what, text, nothingStored } = refusalWords(speech.t, refusal);
  const instance = 'instance' in refusal ? refusal.instance : null;
  return (
    <>
      <StepHead title={title} text={name} headingRef={headingRef} />
      <Notice kind="error" title={closedWords(refusal, speech) ?? what ?? title}>
        <p>{text}</p>
        {nothingStored && !isResumed && <p class="small">{words.notLost}</p>}
        {instance && <p class="small">{words.request(instance)}</p>}
      </Notice>
      <Ways {...props} />
      <div class="mt5">
        <DropZone several aside={hasMainWay(refusal)} onFiles={onFiles} />
      </div>
    </>
  );
}

/** Since when the round is closed, until when, and why. */
function closedWords(refusal: FileRefusal, speech: Speech): string | null {
  if (refusal.type !== 'survey-closed' || !('details' in refusal)) return null;
  const closed = readClosed(refusal.details);
  return closedText(closed.why, closed, speech);
}

/** With these there is more to do than to choose another file. */
function hasMainWay(refusal: FileRefusal): boolean {
  if (refusal.type === 'unknown-encoding') return memberOf(refusal, 'repair') !== null;
  const fileItself = [
    'not-text',
    'unreadable-file',
    'unreadable-workbook',
    'empty-file',
    'too-many-columns',
    'header-mismatch',
    'batch-differs',
  ];
  return !fileItself.includes(refusal.type);
}

function Ways({ refusal, inspection, onChange, onAgain, onBack, onAsNew }: RefusedStepProps) {
  const { t } = useI18n();
  const words = t.batches.refusals;
  switch (refusal.type) {
    case 'unknown-encoding':
      return <EncodingWays refusal={refusal} inspection={inspection} onChange={onChange} />;
    case 'no-header':
      return <HeaderWays inspection={inspection} onChange={onChange} byHand />;
    case 'header-mismatch':
      return (
        <>
          <MismatchedRows refusal={refusal} />
          <HeaderWays inspection={inspection} onChange={onChange} />
        </>
      );
    case 'empty-file':
    case 'too-many-columns':
      return <HeaderWays inspection={inspection} onChange={onChange} />;
    case 'not-text':
    case 'unreadable-file':
    case 'unreadable-workbook':
      return null;
    case 'mapping-needed':
      return (
        <p class="mt4">
          <Button kind="primary" onClick={onBack}>
            {words.toColumns}
          </Button>
        </p>
      );
    case 'batch-differs':
      return (
        <p class="mt4">
          <Button onClick={onAsNew}>{words['batch-differs'].asNew}</Button>
        </p>
      );
    default:
      return (
        <p class="row mt4">
          <Button kind="primary" icon={refresh} onClick={onAgain}>
            {words.tryAgain}
          </Button>
          <Button onClick={onBack}>{words.toColumns}</Button>
        </p>
      );
  }
}

/** A decision about a column nobody has: from then on columns are asked for instead of looked for. */
function askForColumns(inspection: Inspection | null): Choices {
  return { headerLine: inspection?.headerLine ?? 1, mapping: { '': 'ignore' } };
}

interface HeaderWaysProps extends Pick<RefusedStepProps, 'inspection' | 'onChange'> {
  /** columns may be chosen without any header that is known */
  readonly byHand?: boolean;
}

function HeaderWays({ inspection, onChange, byHand = false }: HeaderWaysProps) {
  const { t } = useI18n();
  const words = t.batches.refusals;
  return (
    <>
      <div class="filefacts mt4">
        <HeaderLineSelect
          label={words.chooseHeader}
          value={inspection?.headerLine ?? null}
          onChange={onChange}
        />
        <EncodingSelect
          label={words.chooseEncoding}
          value={inspection?.encoding ?? null}
          onChange={onChange}
        />
      </div>
      {byHand && (
        <p class="mt4">
          <Button kind="primary" onClick={() => onChange(askForColumns(inspection))}>
            {words['no-header'].byHand}
          </Button>
        </p>
      )}
    </>
  );
}

function EncodingWays({
  refusal,
  inspection,
  onChange,
}: Pick<RefusedStepProps, 'refusal' | 'inspection' | 'onChange'>) {
  const { t } = useI18n();
  const words = t.batches.refusals;
  const repair = csvEncodings.find((one) => one === memberOf(refusal, 'repair'));
  return (
    <>
      {repair && (
        <div class="mt4">
          <p>{words['unknown-encoding'].repair}</p>
          <p class="mt2">
            <Button kind="primary" onClick={() => onChange({ encoding: repair })}>
              {words['unknown-encoding'].repairButton}
            </Button>
          </p>
        </div>
      )}
      <div class="filefacts mt4">
        <EncodingSelect
          label={words.chooseEncoding}
          value={inspection?.encoding ?? null}
          onChange={onChange}
        />
      </div>
    </>
  );
}
