import type { FileNote } from '../../../shared/batch/file-note.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Notice } from '../../ui/Notice.tsx';
import { noteSentence, useFieldName } from './batch-words.ts';

/** Those that say nothing which the table of columns does not. */
const told: ReadonlySet<string> = new Set([
  'looks-merged',
  'looks-corrected',
  'day-from',
  'dates-mixed-order',
  'own-export',
]);

interface FileNotesProps {
  readonly notes: readonly (
    | FileNote
    | { readonly code: string; readonly [name: string]: unknown }
  )[];
  /** no table of columns stands beside them */
  readonly every?: boolean;
}

/** What looks wrong in the file as a whole, or was guessed in reading it. */
export function FileNotes({ notes, every = false }: FileNotesProps) {
  const { t } = useI18n();
  const nameOf = useFieldName();
  const sentences = notes
    .filter(({ code }) => every || told.has(code))
    .map((note) => noteSentence(t.batches, note, nameOf));
  if (sentences.length === 0) return null;
  return (
    <div class="mt4">
      <Notice kind="warning">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
    </div>
  );
}
