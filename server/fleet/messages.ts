// What a process of a fleet and the one above it tell each other.

import type { Added } from '../http/limits.ts';

/** From a process that starts, in this order. */
export type Told =
  /** the database is open and has what it needs: others may begin */
  | { readonly kind: 'prepared' }
  /** it serves: what a person is to read about it */
  | { readonly kind: 'serving'; readonly lines: readonly string[] }
  /** it does not start, in words */
  | { readonly kind: 'refused'; readonly reason: string };

/** To the process whose lines were printed. */
export const printed = { kind: 'printed' } as const;

const kinds = new Set(['prepared', 'serving', 'refused']);

/** Node and libraries send messages of their own over the same channel. */
export function isTold(message: unknown): message is Told {
  return kinds.has((message as Partial<Told> | null)?.kind ?? '');
}

export function isPrinted(message: unknown): boolean {
  return (message as Partial<typeof printed> | null)?.kind === printed.kind;
}

/** From one that serves to all others. */
export interface Used {
  readonly kind: 'used';
  readonly added: readonly Added[];
}

export function isUsed(message: unknown): message is Used {
  return (message as Partial<Used> | null)?.kind === 'used';
}
