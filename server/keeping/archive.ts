// The file of a backup: gzip over lines. The first says what it is, then for each collection a line with its name, its documents
// in the order of their ids, and a line with their count and digest; the last one is the manifest. Lines that are no documents are
// objects with the one field `$rabfang`, which no document can have.
import type { Database } from '../db/database.ts';

/** grows when a reader of before would misunderstand the file */
export const knownArchive = 1;

export interface Header {
  readonly archive: number;
  /** of this backup alone */
  readonly id: string;
  readonly at: string;
  readonly engine: Database['engine'];
  /** the format of the database (format.ts) */
  readonly format: number;
}

export interface CollectionSum {
  readonly documents: number;
  /** SHA-256 (hexadecimal) of its lines, each with its end */
  readonly sha256: string;
}

export type CollectionSums = Readonly<Record<string, CollectionSum>>;

export interface Manifest extends Header {
  readonly collections: CollectionSums;
  /** what was stored and could not be read any more, a sentence each */
  readonly lacking: readonly string[];
}

/** A line that is no document. */
export type Note =
  | { readonly header: Header }
  | { readonly begin: string }
  | { readonly end: string; readonly sum: CollectionSum }
  | { readonly manifest: Manifest };

const mark = '{"$rabfang":';

export const lineOfNote = (note: Note): string => `${mark}${JSON.stringify(note)}}`;

/** undefined: a document, or what was a note before it was damaged */
export function noteOf(line: string): Note | undefined {
  if (!line.startsWith(mark)) return undefined;
  try {
    return (JSON.parse(line) as { $rabfang: Note }).$rabfang;
  } catch {
    return undefined;
  }
}

/** The collections whose sums are not the same. One that is not there is as good as empty: a backup of before knew fewer. */
export function differingSums(a: CollectionSums, b: CollectionSums): readonly string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  const said = (sum: CollectionSum | undefined) => (sum?.documents ? sum.sha256 : 'empty');
  return [...names].filter((name) => said(a[name]) !== said(b[name]));
}
