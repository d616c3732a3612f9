import type { FileReading } from '../../../shared/api/readings.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface ProposedReadingProps {
  readonly reading: FileReading;
  /** what was mended in this file before is there again, and goes first */
  readonly isMended: boolean;
  readonly onDrop: () => void;
}

/** The choices of the office for files of these headers, where they come from, and the way without them. */
export function ProposedReading({ reading, isMended, onDrop }: ProposedReadingProps) {
  const { t, lang } = useI18n();
  const words = t.batches.readings;
  const { by, file, at, choices } = reading;
  const used = isMended ? { ...choices, values: {} } : choices;
  return (
    <Notice kind="ok" title={words.proposed}>
      <p>{words.from(by, file, formatInstant(at, lang))}</p>
      <p>{words.holds(countIn(used))}</p>
      {isMended && <p>{words.mendedFirst}</p>}
      <p class="row mt2">
        <Button dense onClick={onDrop}>
          {words.without}
        </Button>
        <a href="#/batches/choices">{words.all}</a>
      </p>
    </Notice>
  );
}

/** How much of each kind was chosen. */
export function countIn({ mapping, values, ...rest }: FileReading['choices']) {
  return {
    columns: Object.keys(mapping).length,
    values: Object.values(values).flatMap(Object.keys).length,
    others: Object.keys(rest).length,
  };
}
