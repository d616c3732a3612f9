// Sentences about a batch, in the person's language.

import type { Batch } from '../../../shared/api/batches.ts';
import type { Question } from '../../../shared/survey/definition.ts';
import { columnName } from '../../../shared/survey/fields/names-in-files.ts';
import { rejectedRows } from '../../data/batch-state.ts';
import { useSurvey } from '../../data/survey.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Messages } from '../../i18n/messages.ts';
import { byRows } from './batch-facts.ts';

type Words = Messages['batches'];
type Judged = Pick<Batch, 'counts' | 'errors' | 'mended'>;

/** The finding: one sentence that says what became of the file. */
export function batchTitle(
  words: Words,
  batch: Pick<Batch, 'state' | 'counts' | 'errors' | 'mended'> & Partial<Pick<Batch, 'withdrawal'>>,
): string {
  const { receipt } = words;
  const { state, counts } = batch;
  if (state === 'loading') return receipt.loadingTitle(counts.rows);
  if (state === 'interrupted') return receipt.interruptedTitle(counts.rows);
  const step = batch.withdrawal?.state;
  if (state === 'withdrawn' && step === 'withdrawing') return receipt.withdrawingTitle;
  if (state === 'withdrawn' && step === 'bringing-back') return receipt.bringingBackTitle;
  if (state === 'withdrawn') return receipt.withdrawnTitle;
  if (state === 'refused') return receipt.refusedTitle;
  if (counts.accepted > 0) return acceptedTitle(words, batch);
  const rejected = rejectedParts(words, batch);
  if (counts.same > 0) return receipt.sameTitle(rejected);
  return counts.rejected > 0 ? receipt.noneTitle(rejected) : receipt.nothingTitle;
}

/** What is to be done with the rows that were not taken, a phrase each. */
function rejectedParts({ receipt }: Words, batch: Judged): readonly string[] {
  const { toFix, outside, mended } = rejectedRows(batch);
  return [
    toFix > 0 && receipt.toFixRows(toFix),
    outside > 0 && receipt.outsideRows(outside),
    mended > 0 && receipt.mendedRows(mended),
  ].filter((part) => part !== false);
}

function acceptedTitle(words: Words, batch: Judged): string {
  const { receipt } = words;
  const { rows, accepted, same, skipped } = batch.counts;
  if (accepted === rows) return receipt.allTitle(rows);
  const others = [
    same > 0 && receipt.sameRows(same),
    skipped > 0 && receipt.skippedRows(skipped),
    ...rejectedParts(words, batch),
  ];
  return receipt.title(
    accepted,
    rows,
    others.filter((part) => part !== false),
  );
}

export function useBatchTitle(batch: Batch): string {
  return batchTitle(useI18n().t.batches, batch);
}

export function useEncodingName(): (encoding: string) => string {
  const names: Readonly<Record<string, string>> = useI18n().t.batches.encodings;
  return (encoding) => names[encoding] ?? encoding;
}

export function useDelimiterName(): (delimiter: string) => string {
  const names: Readonly<Record<string, string>> = useI18n().t.batches.delimiters;
  return (delimiter) => names[delimiter] ?? delimiter;
}

export function useFieldName(): (field: string) => string {
  const { lang } = useI18n();
  // on the wire a question's kind is any text
  const questions = useSurvey().survey?.questions as readonly Question[] | undefined;
  return (field) => columnName(field, lang, questions);
}

/** What was skipped and why, joined into one sentence; empty when nothing was. */
export function skippedSentence(words: Words, skips: Batch['skips']): string {
  const names: Readonly<Record<string, string>> = words.skips;
  return byRows(skips)
    .map(([code, rows]) =>
      code === 'duplicate'
        ? words.receipt.duplicateRows(rows)
        : words.receipt.places(names[code] ?? code, rows),
    )
    .join(' · ');
}

export function useSkipped(skips: Batch['skips']): string {
  return skippedSentence(useI18n().t.batches, skips);
}

/** Why a row is left out, with the row it repeats. */
export function skipSentence(
  words: Words,
  {
    code,
    duplicateOf,
    reason,
  }: { readonly code: string; readonly duplicateOf?: unknown; readonly reason?: unknown },
): string {
  const reasons = words.skipReason;
  if (code === 'duplicate') {
    return typeof duplicateOf === 'number'
      ? reasons.duplicate(duplicateOf)
      : reasons.duplicateSomewhere;
  }
  if (code === 'left-out') return reasons['left-out'](typeof reason === 'string' ? reason : '');
  const texts: Readonly<Record<string, unknown>> = reasons;
  return typeof texts[code] === 'string' ? texts[code] : code;
}

/** Which personal data were removed before storing; empty when none were. */
export function removedSentence(words: Words, warnings: Batch['warnings']): string {
  const names: Readonly<Record<string, string>> = words.personalData;
  const parts = byRows(warnings).flatMap(([code, rows]) => {
    const name = names[code];
    return name ? [words.receipt.places(name, rows)] : [];
  });
  return parts.length > 0 ? words.receipt.removed(parts.join(' ')) : '';
}

export function useRemoved(warnings: Batch['warnings']): string {
  return removedSentence(useI18n().t.batches, warnings);
}

/** A batch note such as `column-missing`, with the parameters it came with. */
export function noteSentence(
  words: Words,
  note: Batch['notes'][number],
  nameOf: (field: string) => string,
): string {
  const text = (key: string) => (typeof note[key] === 'string' ? note[key] : '');
  const field = nameOf(text('field'));
  if (note.code === 'column-missing') return words.notes['column-missing'](field);
  if (note.code === 'column-doubtful') {
    return words.notes['column-doubtful'](text('column'), field);
  }
  if (note.code === 'mapping-unused') return words.notes['mapping-unused'](text('column'));
  if (note.code === 'dates-month-first') return words.notes[note.code](text('column'));
  if (note.code === 'dates-mixed-order') return words.notes[note.code](Number(note.rows));
  if (note.code === 'column-guessed') return words.notes[note.code](text('header'), field);
  if (note.code === 'day-from') return words.notes[note.code](text('column'));
  if (note.code === 'looks-merged')
    return words.notes[note.code](text('column'), Number(note.runs));
  if (note.code === 'looks-corrected') return words.notes[note.code](Number(note.rows));
  if (note.code === 'corrections-unused') return words.notes[note.code](Number(note.rows));
  if (note.code === 'own-export') return words.notes[note.code];
  return words.notes.other(note.code);
}
