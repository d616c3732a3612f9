// Why a whole file was not taken, and what to do next, in the person's language.
import type { Messages } from '../../i18n/messages.ts';
import type { FileRefusal } from './upload-steps.ts';

type Words = Messages['batches']['refusals'];

export interface RefusalWords {
  readonly title: string;
  /** what it is, when the reader could tell */
  readonly what: string | null;
  readonly text: string;
  /** nothing of the file was stored */
  readonly nothingStored: boolean;
}

const ofTheFile = [
  'not-text',
  'unknown-encoding',
  'no-header',
  'empty-file',
  'too-large',
  'too-many-columns',
  'header-mismatch',
  'mapping-needed',
  'unreadable-file',
  'batch-differs',
  'survey-closed',
  'not-allowed',
];

export function refusalWords(
  { batches, workbook }: Pick<Messages, 'batches' | 'workbook'>,
  refusal: FileRefusal,
): RefusalWords {
  if (refusal.type === 'unreadable-workbook') {
    const own = refusal.why === 'empty' ? workbook.none : workbook.unreadable[refusal.why];
    return { ...own, what: null, nothingStored: true };
  }
  const words = batches.refusals;
  const known: Readonly<Record<string, unknown>> = words;
  const own = known[refusal.type];
  const { title, text } = isTitled(own) ? own : words.other;
  return {
    title,
    text,
    what: whatItIs(words, refusal),
    nothingStored: ofTheFile.includes(refusal.type),
  };
}

function isTitled(words: unknown): words is { readonly title: string; readonly text: string } {
  return typeof words === 'object' && words !== null && 'title' in words && 'text' in words;
}

/** A member of a refusal, wherever it comes from: the browser's own look, or the server's answer. */
export function memberOf(refusal: FileRefusal, name: string): unknown {
  const members: object = 'details' in refusal ? refusal.details : refusal;
  return name in members ? (members as Readonly<Record<string, unknown>>)[name] : undefined;
}

function whatItIs(words: Words, refusal: FileRefusal): string | null {
  if (refusal.type !== 'not-text') return null;
  const kinds: Readonly<Record<string, string>> = words['not-text'].kinds;
  const kind = memberOf(refusal, 'kind');
  return (typeof kind === 'string' && kinds[kind]) || null;
}
