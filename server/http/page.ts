// `limit` and `after`: how lists are paged everywhere.
import * as v from 'valibot';
import { problem } from './problem.ts';

/** names that every list takes */
export const pageQuery = { limit: v.optional(v.string()), after: v.optional(v.string()) };

export interface Page {
  readonly limit: number;
  readonly after: string | null;
}

type Value = string | readonly string[] | undefined;

/** @throws unreadable naming the parameter */
export function readPage(query: Readonly<Record<string, Value>>, size = 50, max = 500): Page {
  const { limit, after } = query;
  const wanted = limit === undefined ? size : Number(limit);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > max) {
    throw problem('unreadable', {
      detail: `\`limit\` must be a whole number from 1 to ${max}.`,
      errors: [{ pointer: '/query/limit' }],
    });
  }
  if (after !== undefined && typeof after !== 'string') {
    throw problem('unreadable', {
      detail: '`after` may stand once.',
      errors: [{ pointer: '/query/after' }],
    });
  }
  return { limit: wanted, after: after ?? null };
}

/** bytes of JSON after which a page ends early; its `next` goes on from there */
export const pageBytes = 1_000_000;

/** Takes items for one page until it is full: at least one, then as many as the limit and the bytes allow. */
export class PageOf<T> {
  readonly items: T[] = [];
  readonly #limit: number;
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** false: it is full, and this item begins the next page */
  add(item: T): boolean {
    this.#bytes += Buffer.byteLength(JSON.stringify(item));
    const full = this.items.length >= this.#limit || this.#bytes > pageBytes;
    if (full && this.items.length > 0) return false;
    this.items.push(item);
    return true;
  }
}
