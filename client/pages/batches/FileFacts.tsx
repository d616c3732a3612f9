import { csvEncodings } from '../../../shared/batch/encodings.ts';
import { delimiters, type Inspection } from '../../../shared/batch/inspection.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { formatBytes } from './batch-facts.ts';
import { useDelimiterName, useEncodingName } from './batch-words.ts';
import type { Choices } from './upload-steps.ts';

interface FileFactsProps {
  readonly file: File;
  readonly inspection: Inspection;
  readonly onChange: (choices: Choices) => void;
}

/** How far down a person can point at the column names. */
const headerLines = 30;

/** What was found out about the file; each guess can be changed. */
export function FileFacts({ file, inspection, onChange }: FileFactsProps) {
  const { t } = useI18n();
  const words = t.batches.columns;
  return (
    <div class="filefacts">
      <p>
        <span class="muted">{words.file}</span> <b>{file.name}</b>
      </p>
      <p>
        <span class="muted">{words.size}</span> <b>{formatBytes(file.size)}</b>
      </p>
      <EncodingSelect value={inspection.encoding} onChange={onChange} />
      <DelimiterSelect value={inspection.delimiter} onChange={onChange} />
      <HeaderLineSelect value={inspection.headerLine} onChange={onChange} />
    </div>
  );
}

interface FactProps<T> {
  readonly value: T | null;
  readonly label?: string;
  readonly onChange: (choices: Choices) => void;
}

export function EncodingSelect({ value, label, onChange }: FactProps<string>) {
  const { t } = useI18n();
  const nameOf = useEncodingName();
  return (
    <label class="fact">
      <span class="muted">{label ?? t.batches.columns.encoding}</span>
      <select
        class="inp"
        value={value ?? ''}
        onChange={(event) => {
          const encoding = csvEncodings.find((one) => one === event.currentTarget.value);
          if (encoding) onChange({ encoding });
        }}
      >
        {value === null && <option value="">–</option>}
        {csvEncodings.map((encoding) => (
          <option key={encoding} value={encoding}>
            {nameOf(encoding)}
          </option>
        ))}
      </select>
    </label>
  );
}

function DelimiterSelect({ value, onChange }: FactProps<string>) {
  const { t } = useI18n();
  const nameOf = useDelimiterName();
  return (
    <label class="fact">
      <span class="muted">{t.batches.columns.delimiter}</span>
      <select
        class="inp"
        value={value ?? ''}
        onChange={(event) => {
          const delimiter = delimiters.find((one) => one === event.currentTarget.value);
          if (delimiter) onChange({ delimiter });
        }}
      >
        {value === null && <option value="">–</option>}
        {delimiters.map((delimiter) => (
          <option key={delimiter} value={delimiter}>
            {nameOf(delimiter)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function HeaderLineSelect({ value, label, onChange }: FactProps<number>) {
  const { t } = useI18n();
  const lines = Array.from({ length: Math.max(headerLines, value ?? 0) }, (_, index) => index + 1);
  return (
    <label class="fact">
      <span class="muted">{label ?? t.batches.columns.header}</span>
      <select
        class="inp"
        value={value ?? ''}
        onChange={(event) => {
          const headerLine = Number(event.currentTarget.value);
          if (headerLine > 0) onChange({ headerLine });
        }}
      >
        {value === null && <option value="">–</option>}
        {lines.map((line) => (
          <option key={line} value={line}>
            {t.batches.columns.headerLine(line)}
          </option>
        ))}
      </select>
    </label>
  );
}
