import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { arrowRight, circleCheck, clock, x } from '../../ui/icons.ts';
import type { ChosenFile } from './chosen-files.ts';

const icons = { waiting: clock, current: arrowRight, sent: circleCheck, left: x } as const;

interface FileQueueProps {
  readonly files: readonly ChosenFile[];
  /** files of their folders that are no tables */
  readonly leftOut: number;
  /** leaves the current file behind; null while that is not possible */
  readonly onSkip: (() => void) | null;
}

/** Several chosen files, sent one by one. */
export function FileQueue({ files, leftOut, onSkip }: FileQueueProps) {
  const { t } = useI18n();
  const words = t.batches.queue;
  if (files.length < 2 && leftOut === 0) return null;
  return (
    <section class="queue no-print" aria-labelledby="queue-title">
      <h2 id="queue-title" class="small">
        {words.title(files.length)}
      </h2>
      <ol>
        {files.map((file) => (
          <li
            key={file.id}
            class={file.fate}
            aria-current={file.fate === 'current' ? 'true' : undefined}
          >
            <Icon of={icons[file.fate]} small />
            <span>{file.file.name}</span>
            <span class="muted">
              {file.receipt
                ? words.sent(file.receipt)
                : words[file.fate === 'sent' ? 'current' : file.fate]}
            </span>
          </li>
        ))}
      </ol>
      {leftOut > 0 && <p class="small muted">{words.leftOut(leftOut)}</p>}
      {onSkip && (
        <Button dense onClick={onSkip}>
          {words.skip}
        </Button>
      )}
    </section>
  );
}
